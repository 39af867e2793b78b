package be.designations.dpd;

import java.util.UUID;

/** Names an application for a data protection officer, from its first draft on. */
public record ApplicationId(UUID value) {

    public static ApplicationId random() {
        return new ApplicationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
