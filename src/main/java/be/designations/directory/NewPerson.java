package be.designations.directory;

import be.designations.identifier.Niss;
import org.jspecify.annotations.Nullable;

/** A person to take into the directory. */
public record NewPerson(
        Niss niss,
        String lastName,
        String firstName,
        Language language,
        @Nullable String email,
        @Nullable String phone) {}
