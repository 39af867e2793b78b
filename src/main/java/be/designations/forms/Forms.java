package be.designations.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.stereotype.Component;

/** All forms of the application. It does not start when one of them cannot be used. */
@Component
public final class Forms {

    private static final String FILES = "classpath*:forms/*.form";

    private final Map<String, FormDefinition> byId = new TreeMap<>();

    /** Reads the files {@code forms/*.form} of the class path. */
    public Forms(ResourceLoader resources) {
        for (Resource file : files(resources)) {
            String name = Objects.requireNonNullElse(file.getFilename(), file.getDescription());
            FormDefinition form = FormReader.read(name, textOf(file, name));
            if (byId.put(form.id(), form) != null) {
                throw new FormFileException(name, "is on the class path twice");
            }
        }
    }

    /**
     * The form of that id, which is the name of its file.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    public FormDefinition get(String id) {
        FormDefinition form = byId.get(id);
        if (form == null) {
            throw new IllegalArgumentException("No form " + id + "; there are " + byId.keySet());
        }
        return form;
    }

    public Collection<FormDefinition> all() {
        return byId.values();
    }

    private static Resource[] files(ResourceLoader resources) {
        try {
            return ResourcePatternUtils.getResourcePatternResolver(resources).getResources(FILES);
        } catch (IOException unreadable) {
            throw new FormFileException(FILES, "cannot be listed", unreadable);
        }
    }

    private static String textOf(Resource file, String name) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new FormFileException(name, "cannot be read", unreadable);
        }
    }
}
