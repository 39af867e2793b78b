package be.designations.directory;

import java.util.UUID;

/** Names a person without telling their NISS. */
public record PersonId(UUID value) {

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
