package be.designations.departure;

import be.designations.access.Basis;
import be.designations.casework.CaseContent;
import be.designations.directory.PersonId;
import be.designations.directory.WorkingRelationship;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A departure with the relationship that ends.
 *
 * @param decision the decision to end it, or null when it ended by its date
 */
public record Leaving(
        Departure departure,
        WorkingRelationship relationship,
        @Nullable Basis decision) implements CaseContent {

    @Override
    public String subject() {
        return "working-relationship";
    }

    @Override
    public UUID subjectId() {
        return relationship.id();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        return decision == null ? null : decision.decidedBy();
    }

    @Override
    public Instant lastChangedAt() {
        Instant announced = decision == null ? departure.endsAt() : decision.decidedAt();
        return Objects.requireNonNullElse(departure.settledAt(), announced);
    }
}
