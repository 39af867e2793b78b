package be.designations.directory;

import be.designations.identifier.Niss;
import org.jspecify.annotations.Nullable;

/** A natural person as the directory knows them. */
public record Person(
        PersonId id,
        Niss niss,
        String lastName,
        String firstName,
        Language language,
        @Nullable String email,
        @Nullable String phone,
        boolean disabled) {

    /** First name and last name, as people are addressed. */
    public String displayName() {
        return firstName + " " + lastName;
    }
}
