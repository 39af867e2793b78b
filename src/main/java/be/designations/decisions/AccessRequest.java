package be.designations.decisions;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as AuthZEN puts it. <i>Source: Authorization API 1.0 §5, §6.1.</i>
 *
 * @param action its name
 * @param level  how surely the subject signed in, 0 to 500; null when that was not said
 * @param at     the instant that is asked about; null for now
 */
public record AccessRequest(
        Thing subject,
        String action,
        Thing resource,
        @Nullable Integer level,
        @Nullable Instant at) {

    /**
     * A subject or a resource.
     *
     * @param id         empty where a search asks for it
     * @param properties those that are texts
     */
    public record Thing(String type, String id, Map<String, String> properties) {

        public Thing {
            properties = Map.copyOf(properties);
        }
    }

    public AccessRequest withAction(String other) {
        return new AccessRequest(subject, other, resource, level, at);
    }

    public AccessRequest withResource(String id) {
        return with(resource.type(), id);
    }

    public AccessRequest withResource(ResourceType type, String id) {
        return with(type.code(), id);
    }

    private AccessRequest with(String type, String id) {
        return new AccessRequest(subject, action, new Thing(type, id, resource.properties()), level, at);
    }
}
