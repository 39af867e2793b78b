package be.designations.casework.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            XMLStreamReader reader = factory.createXMLStreamReader(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getAttributeValue(null, "id") != null
                        && reader.getAttributeValue(null, "name") != null) {
                    named.add(reader.getAttributeValue(null, "id"));
                }
            }
            return new Drawing(xml, named);
        }
    }

    /** A model. */
    static final class Drawing {

        private final byte[] xml;
        private final List<String> named;

        private Drawing(byte[] xml, List<String> named) {
            this.xml = xml;
            this.named = List.copyOf(named);
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
