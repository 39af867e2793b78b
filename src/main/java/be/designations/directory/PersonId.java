package be.designations.directory;

import java.io.Serializable;
import java.util.UUID;

/** Names a person without telling their NISS. */
public record PersonId(UUID value) implements Serializable {

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
