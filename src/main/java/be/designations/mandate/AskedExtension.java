package be.designations.mandate;

import be.designations.casework.CaseContent;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to extend a mandate, with the mandate. */
public record AskedExtension(Extension extension, MandateState mandate) implements CaseContent {

    @Override
    public String subject() {
        return "dpd-mandate";
    }

    @Override
    public UUID subjectId() {
        return mandate.id();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        return extension.isOpen() ? extension.askedBy() : extension.decidedBy();
    }

    @Override
    public Instant lastChangedAt() {
        return Objects.requireNonNullElse(extension.decidedAt(), extension.askedAt());
    }
}
