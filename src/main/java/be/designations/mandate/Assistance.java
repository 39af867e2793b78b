package be.designations.mandate;

import be.designations.access.BasisId;
import be.designations.casework.CaseContent;
import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody assists the data protection officer of a CPAS, or stands in for them. It gives no access (D100).
 *
 * @param hoursPerWeek hours a week for this CPAS
 * @param until        the first instant at which it no longer holds; null for an adjunct without known end
 * @param endReason    why it ends, or null as long as nothing but its date says so
 * @param givenUpAt    when it was given up before its first day, or null
 * @param basis        the decision that names them
 * @param namedBy      who took it
 * @param reason       why, in their words, or null
 * @param endedBasis   the decision by which it ends, or null
 * @param settledBy    who took that one, or null
 * @param settledAt    when it was noted that it is over, or null
 */
public record Assistance(
        CaseId caseId,
        OrganisationId organisation,
        PersonId person,
        AssistanceKind kind,
        BigDecimal hoursPerWeek,
        Instant from,
        @Nullable Instant until,
        @Nullable MandateEndReason endReason,
        @Nullable Instant givenUpAt,
        BasisId basis,
        PersonId namedBy,
        Instant namedAt,
        @Nullable String reason,
        @Nullable BasisId endedBasis,
        @Nullable PersonId settledBy,
        @Nullable String endWords,
        @Nullable Instant settledAt)
        implements CaseContent {

    @Override
    public String subject() {
        return "assisting-officer";
    }

    @Override
    public UUID subjectId() {
        return caseId.value();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        return settledAt == null ? namedBy : settledBy;
    }

    @Override
    public Instant lastChangedAt() {
        return Objects.requireNonNullElse(settledAt, namedAt);
    }

    public boolean isOpen() {
        return settledAt == null;
    }

    public boolean isInterim() {
        return kind == AssistanceKind.INTERIM;
    }

    public boolean hasBegun(Instant at) {
        return !from.isAfter(at);
    }

    boolean isOver(Instant at) {
        return until != null && !until.isAfter(at);
    }

    Assistance endingAt(@Nullable Instant end, MandateEndReason why) {
        return with(end, why, givenUpAt, endedBasis, settledBy, endWords, settledAt);
    }

    Assistance decided(BasisId decision, PersonId by, String words) {
        return with(until, endReason, givenUpAt, decision, by, words, settledAt);
    }

    Assistance givenUp(@Nullable Instant at) {
        return with(until, endReason, at, endedBasis, settledBy, endWords, settledAt);
    }

    /** @throws IllegalStateException when that was noted already */
    Assistance settled(Instant at) {
        if (settledAt != null) {
            throw new IllegalStateException("settled already: " + caseId);
        }
        return with(until, endReason, givenUpAt, endedBasis, settledBy, endWords, at);
    }

    private Assistance with(
            @Nullable Instant end,
            @Nullable MandateEndReason why,
            @Nullable Instant givenUp,
            @Nullable BasisId decision,
            @Nullable PersonId by,
            @Nullable String words,
            @Nullable Instant settled) {
        return new Assistance(
                caseId,
                organisation,
                person,
                kind,
                hoursPerWeek,
                from,
                end,
                why,
                givenUp,
                basis,
                namedBy,
                namedAt,
                reason,
                decision,
                by,
                words,
                settled);
    }
}
