package be.designations.dpd;

import be.designations.directory.Language;
import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts sound; each verb breaks or moves one thing. */
final class CandidacyBuilder {

    private Niss niss = Niss.withCheckDigits(LocalDate.of(1985, 6, 28), 952);
    private BigDecimal hours = BigDecimal.valueOf(8);
    private @Nullable LocalDate starts;
    private @Nullable LocalDate ends;
    private boolean knowledge = true;
    private boolean reports = true;
    private boolean head;
    private boolean declaration = true;
    private Set<IncompatibleFunction> functions = Set.of();
    private LocalDate council = LocalDate.of(2026, 11, 10);

    CandidacyBuilder niss(Niss other) {
        niss = other;
        return this;
    }

    CandidacyBuilder hours(BigDecimal other) {
        hours = other;
        return this;
    }

    CandidacyBuilder period(@Nullable LocalDate from, @Nullable LocalDate to) {
        starts = from;
        ends = to;
        return this;
    }

    CandidacyBuilder withoutKnowledge() {
        knowledge = false;
        return this;
    }

    CandidacyBuilder reportingElsewhere() {
        reports = false;
        return this;
    }

    CandidacyBuilder declaredHead() {
        head = true;
        return this;
    }

    CandidacyBuilder withoutDeclaration() {
        declaration = false;
        return this;
    }

    CandidacyBuilder councilOn(LocalDate day) {
        council = day;
        return this;
    }

    CandidacyBuilder functions(IncompatibleFunction... others) {
        functions = Set.of(others);
        return this;
    }

    Candidacy build() {
        return new Candidacy(
                niss,
                "Dubois",
                "Delphine",
                Language.FR,
                null,
                null,
                Employment.INTERNAL,
                null,
                hours,
                starts,
                ends,
                functions);
    }

    /** The answers that say the same, with what only the rules read. */
    FormValues answers() {
        FormValues answers = FormValues.empty()
                .with("candidateNiss", niss.value())
                .with("hoursPerWeek", hours.toString())
                .with("startDate", Objects.toString(starts, ""))
                .with("endDate", Objects.toString(ends, ""))
                .with("securityKnowledge", "ISO 27001")
                .with("legalKnowledge", "Droit social")
                .with("reportsToHead", reports ? "YES" : "NO")
                .with("isHeadOfDailyManagement", head ? "YES" : "NO")
                .with("councilDecisionDate", council.toString());
        answers = knowledge ? answers.with("itKnowledge", "Réseaux") : answers;
        return declaration ? answers.with("noConflict", "true") : answers;
    }
}
