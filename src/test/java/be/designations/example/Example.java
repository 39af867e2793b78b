package be.designations.example;

import be.designations.casework.CaseContent;
import be.designations.casework.CaseFile;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the module keeps of a dossier: here nothing but what every dossier has. */
record Example(CaseFile dossier, @Nullable PersonId lastChangedBy, Instant lastChangedAt) implements CaseContent {

    /** The answers to {@code forms/example-decision.form}. */
    record ExampleDecision(Verdict decision, @Nullable String reason) {

        enum Verdict {
            ACCEPTED,
            REFUSED
        }
    }

    /** The answers to {@code forms/example-text.form}. */
    record ExampleText(String text) {}

    @Override
    public String subject() {
        return "example";
    }

    @Override
    public UUID subjectId() {
        return dossier.id().value();
    }

    boolean isOpen() {
        return dossier.closedAt() == null;
    }
}
