package be.designations.casework.web;

import be.designations.casework.CaseView;
import be.designations.casework.ProcessProgress.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
                if (reader.getLocalName().equals("property")) {
                    String value = reader.getAttributeValue(null, "value");
                    if (LISTED.equals(name)) {
                        listed.add(new Listed(element, element, Listed.When.valueOf(value.toUpperCase(Locale.ROOT))));
                    } else if (LISTED_AS.equals(name)) {
                        Listed last = listed.remove(listed.size() - 1);
                        listed.add(new Listed(last.step(), value, last.when()));
                    }
                }
                String called = reader.getAttributeValue(null, "calledElement");
                if (called != null) {
                    listed.add(new Listed(called, called, Listed.When.CALLED));
                }
            }
            return new Drawing(file, named, listed);
        }
    }

    /**
     * A step in the list of steps, in the order of the model.
     *
     * @param step   its id; the process itself where another one is called, whose steps come next
     * @param name   the element under whose name it is listed
     * @param when   from when to when
     */
    public record Listed(String step, String name, When when) {

        enum When {
            USUAL,
            OTHER,
            WAITING,
            CALLED
        }
    }

    /** How far a step has come. */
    enum State {
        DONE,
        ACTIVE,
        /** It waits for the other side (D19), or did when the dossier ended. */
        INTERRUPTED,
        TO_COME
    }

    /**
     * @param labelKey message key of its name, the one of the drawing
     * @param words    who does it, how often it was done and how long that took; empty where it does itself
     */
    public record StepLine(String labelKey, State state, String words) {}

    /** The steps of a dossier as a list, for who cannot see the drawing. */
    List<StepLine> steps(CaseView view, StepWords words) {
        List<StepLine> lines = new ArrayList<>();
        list(view.dossierProcess(), view, words, lines);
        return List.copyOf(lines);
    }

    private void list(String process, CaseView view, StepWords words, List<StepLine> lines) {
        Steps progress = view.progressOf(process);
        for (Listed listed : Objects.requireNonNull(byKey.get(process)).listed()) {
            String step = listed.step();
            if (listed.when() == Listed.When.CALLED) {
                list(step, view, words, lines);
                continue;
            }
            String label = "process." + process + "." + listed.name();
            if (step.equals(view.interrupted())) {
                lines.add(new StepLine(label, State.INTERRUPTED, words.of(process, step)));
            } else if (progress.active().contains(step)) {
                lines.add(new StepLine(label, State.ACTIVE, words.of(process, step)));
            } else if (progress.done().contains(step) && listed.when() != Listed.When.WAITING) {
                lines.add(new StepLine(label, State.DONE, words.of(process, step)));
            } else if (listed.when() == Listed.When.USUAL && view.dossier().closedAt() == null) {
                lines.add(new StepLine(label, State.TO_COME, words.of(process, step)));
            }
        }
    }

    /**
     * A model.
     *
     * @param named the ids of the elements that show a text
     */
    public record Drawing(Resource file, List<String> named, List<Listed> listed) {

        public Drawing {
            named = List.copyOf(named);
            listed = List.copyOf(listed);
        }
    }
}
