package be.designations.decisions;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked about. Another kind of thing joins with a constant here and its case in {@link Question}. */
public enum ResourceType {
    APPLICATION,
    ROLE,
    QUALITY,
    ENTITY,
    ESTABLISHMENT_UNIT,
    /** Something that the profiles of an application give, as those of PrimaWeb (D68). */
    FUNCTION;

    /** As requests write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ResourceType> of(String code) {
        return Stream.of(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
