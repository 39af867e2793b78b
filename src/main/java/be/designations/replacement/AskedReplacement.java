package be.designations.replacement;

import be.designations.access.Responsibility;
import be.designations.casework.CaseContent;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to replace a manager, with what that manager is to be replaced as. */
public record AskedReplacement(Replacement replacement, Responsibility held) implements CaseContent {

    @Override
    public String subject() {
        return "responsibility";
    }

    @Override
    public UUID subjectId() {
        return held.id();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        return replacement.settledBy();
    }

    /** What has reached its end is over, though nobody has settled it yet. */
    @Override
    public Instant lastChangedAt() {
        Instant settled = replacement.settledAt();
        return settled == null ? Objects.requireNonNullElse(held.validUntil(), replacement.askedAt()) : settled;
    }

    /** Whether the person can still be kept. */
    boolean isOpen(Instant now) {
        return replacement.isOpen() && held.runs(now);
    }
}
