package be.designations.api;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;

/** Describes the bodies that a module reads field by field, beside who reads them; the document of the API takes them in. */
@FunctionalInterface
public interface BodySchemas {

    /** By the names that {@link BodySchema} gives. */
    Map<String, Schema<?>> byName();
}
