package be.designations.imports;

import java.util.UUID;

/** Names an import. */
public record ImportId(UUID value) {

    static ImportId random() {
        return new ImportId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
