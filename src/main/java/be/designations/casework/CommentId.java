package be.designations.casework;

import java.util.UUID;

/** Names one comment. */
public record CommentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
