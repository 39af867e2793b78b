package be.designations.casework.web;

import be.designations.casework.CaseView;
import be.designations.casework.ProcessProgress.Steps;
import be.designations.casework.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models of the processes as they are drawn for readers; read once, at the start. */
@Component
class ProcessDrawings {

    /**
     * The property of a step that stands in the list of steps: {@code usual} ones also while they are still to come,
     * {@code waiting} ones only while the dossier is there.
     */
    private static final String LISTED = "listed";

    /** The property of a step that is listed under the name of another element. */
    private static final String LISTED_AS = "listed-as";

    private static final String FILES = "classpath*:bpmn/*.bpmn";

    private final Map<String, Drawing> byKey = new TreeMap<>();

    ProcessDrawings(ResourcePatternResolver resources) {
        try {
            for (Resource file : resources.getResources(FILES)) {
                String name = String.valueOf(file.getFilename());
                byKey.put(name.substring(0, name.lastIndexOf('.')), read(file));
            }
        } catch (IOException | XMLStreamException unreadable) {
            throw new IllegalStateException(FILES + " cannot be read", unreadable);
        }
    }

    Optional<Drawing> find(String processKey) {
        return Optional.ofNullable(byKey.get(processKey));
    }

    private static Drawing read(Resource file) throws IOException, XMLStreamException {
        byte[] xml = file.getContentAsByteArray();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream content = file.getInputStream()) {
            List<String> named = new ArrayList<>();
            List<Listed> listed = new ArrayList<>();
            String element = "";
            XMLStreamReader reader = factory.createXMLStreamReader(content);
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                String id = reader.getAttributeValue(null, "id");
                String name = reader.getAttributeValue(null, "name");
                element = id == null ? element : id;
                if (id != null && name != null) {
                    named.add(id);
                }
                if (reader.getLocalName().equals("property") && LISTED.equals(name)) {
                    listed.add(Listed.step(element, reader.getAttributeValue(null, "value")));
                }
                if (reader.getLocalName().equals("property") && LISTED_AS.equals(name)) {
                    listed.add(listed.remove(listed.size() - 1).as(reader.getAttributeValue(null, "value")));
                }
                String called = reader.getAttributeValue(null, "calledElement");
                if (called != null) {
                    listed.add(Listed.process(called));
                }
            }
            return new Drawing(xml, named, listed);
        }
    }

    /**
     * A step in the list of steps, in the order of the model.
     *
     * @param step   its id; the process itself where another one is called, whose steps come next
     * @param name   the element under whose name it is listed
     * @param when   from when to when
     */
    private record Listed(String step, String name, When when) {

        private enum When {
            USUAL,
            OTHER,
            WAITING,
            CALLED
        }

        static Listed step(String id, String when) {
            return new Listed(id, id, When.valueOf(when.toUpperCase(Locale.ROOT)));
        }

        static Listed process(String key) {
            return new Listed(key, key, When.CALLED);
        }

        Listed as(String other) {
            return new Listed(step, other, when);
        }
    }

    /** How far a step has come. */
    enum State {
        DONE,
        ACTIVE,
        /** It waits for the other side (D19). */
        INTERRUPTED,
        TO_COME
    }

    /** @param labelKey message key of its name, the one of the drawing */
    record StepLine(String labelKey, State state) {}

    /** The steps of a dossier as a list, for who cannot see the drawing. */
    List<StepLine> steps(CaseView view) {
        List<StepLine> lines = new ArrayList<>();
        list(view.dossierProcess(), view, lines);
        return List.copyOf(lines);
    }

    private void list(String process, CaseView view, List<StepLine> lines) {
        Steps progress = view.progress().getOrDefault(process, new Steps(Set.of(), Set.of()));
        Wait wait = view.openWait();
        for (Listed listed : Objects.requireNonNull(byKey.get(process)).listed) {
            String step = listed.step();
            if (listed.when() == Listed.When.CALLED) {
                list(step, view, lines);
                continue;
            }
            String label = "process." + process + "." + listed.name();
            if (wait != null && wait.step().equals(step)) {
                lines.add(new StepLine(label, State.INTERRUPTED));
            } else if (progress.active().contains(step)) {
                lines.add(new StepLine(label, State.ACTIVE));
            } else if (progress.done().contains(step) && listed.when() != Listed.When.WAITING) {
                lines.add(new StepLine(label, State.DONE));
            } else if (listed.when() == Listed.When.USUAL && view.dossier().closedAt() == null) {
                lines.add(new StepLine(label, State.TO_COME));
            }
        }
    }

    /** A model. */
    static final class Drawing {

        private final byte[] xml;
        private final List<String> named;
        private final List<Listed> listed;

        private Drawing(byte[] xml, List<String> named, List<Listed> listed) {
            this.xml = xml;
            this.named = List.copyOf(named);
            this.listed = List.copyOf(listed);
        }

        byte[] xml() {
            return xml.clone();
        }

        /** The ids of the elements that show a text. */
        List<String> named() {
            return named;
        }
    }
}
