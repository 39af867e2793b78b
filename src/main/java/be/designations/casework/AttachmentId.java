package be.designations.casework;

import java.util.UUID;

/** Names one document. */
public record AttachmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
