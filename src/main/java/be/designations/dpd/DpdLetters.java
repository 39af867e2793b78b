package be.designations.dpd;

import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseFile;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.letters.Letter;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterSigns;
import be.designations.letters.LetterStanding;
import be.designations.letters.LetterWord;
import be.designations.letters.Letters;
import be.designations.letters.NewLetter;
import be.designations.rules.RejectedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is written to the CPAS and its officer, on paper that lasts; each with what it tells of, in its transaction (D96). */
@Component
class DpdLetters implements LetterStanding {

    private final Letters letters;
    private final LetterSigns signs;
    private final Directory directory;
    private final DpdRegister register;
    private final MessageSource messages;

    DpdLetters(Letters letters, LetterSigns signs, Directory directory, DpdRegister register, MessageSource messages) {
        this.letters = letters;
        this.signs = signs;
        this.directory = directory;
        this.register = register;
        this.messages = messages;
    }

    /**
     * Refuses words of which a letter cannot hold every sign.
     *
     * @param field where they were typed
     * @throws RejectedException with each line (D73)
     */
    void requireWritten(@Nullable String words, String field) {
        RejectedException.throwIfAny(words == null ? List.of() : signs.problems(words, field));
    }

    void opinion(CaseFile dossier, DpdApplication application, DpdApplications.Opinion opinion) {
        NewLetter letter = of(LetterKind.DPD_OPINION, OrganisationKind.BCSS, dossier, opinion.givenAt());
        String verdict = messages.getMessage(
                "letters.opinion." + (opinion.favourable() ? "favourable" : "unfavourable"),
                null,
                letter.entity().letterLanguage().locale());
        letters.make(letter.signedBy(nameOf(opinion.givenBy()), nameOrNull(opinion.inPlaceOf()))
                .with(LetterWord.CANDIDATE, nameOf(application.sent().candidate()))
                .with(LetterWord.OPINION, verdict)
                .with(LetterWord.REASON, opinion.reasons()));
    }

    void decision(CaseFile dossier, DpdApplication application, DpdApplications.Decision decision) {
        LetterKind kind = decision.approved() ? LetterKind.DPD_APPROVAL : LetterKind.DPD_REFUSAL;
        letters.make(of(kind, OrganisationKind.SPP_IS, dossier, decision.decidedAt())
                .signedBy(nameOf(decision.decidedBy()), nameOrNull(decision.inPlaceOf()))
                .telling("case/" + dossier.id().value(), application.id().value(), decision.decidedAt())
                .with(LetterWord.CANDIDATE, nameOf(application.sent().candidate()))
                .with(LetterWord.HOURS, hours(application.sent().hoursPerWeek()))
                .with(LetterWord.REASON, decision.reason()));
    }

    void mandate(CaseFile dossier, Mandate mandate, DpdApplications.Decision decision, Instant at) {
        BelgianDates dates = new BelgianDates();
        letters.make(of(LetterKind.DPD_MANDATE, OrganisationKind.SPP_IS, dossier, at)
                .to(nameOf(mandate.person()))
                .signedBy(nameOf(decision.decidedBy()), nameOrNull(decision.inPlaceOf()))
                .telling(
                        "dpd-mandate/" + mandate.organisation().value(),
                        dossier.id().value(),
                        mandate.validFrom())
                .with(LetterWord.OFFICER, nameOf(mandate.person()))
                .with(LetterWord.HOURS, hours(mandate.hoursPerWeek()))
                .with(LetterWord.FROM, dates.day(mandate.validFrom()))
                .with(LetterWord.UNTIL, dates.lastDay(mandate.validUntil())));
    }

    @Override
    public Set<LetterKind> kinds() {
        return Set.of(LetterKind.DPD_APPROVAL, LetterKind.DPD_MANDATE);
    }

    /** As long as the mandate runs, or is to begin. */
    @Override
    public boolean holds(Letter letter, Instant at) {
        return register.findMandateOfCase(letter.caseId())
                .filter(mandate ->
                        mandate.validUntil() == null || mandate.validUntil().isAfter(at))
                .isPresent();
    }

    private NewLetter of(LetterKind kind, OrganisationKind desk, CaseFile dossier, Instant at) {
        Organisation from =
                directory.findDesk(desk, at).orElseThrow(() -> new IllegalStateException("no desk of kind " + desk));
        return NewLetter.of(
                        kind,
                        dossier.id().value(),
                        dossier.number().value(),
                        directory.organisation(dossier.organisation()),
                        from,
                        at)
                .onGround("dpd-is-local-manager");
    }

    private String nameOf(PersonId person) {
        return directory.person(person).displayName();
    }

    private @Nullable String nameOrNull(@Nullable PersonId person) {
        return person == null ? null : nameOf(person);
    }

    private static String hours(BigDecimal hours) {
        return hours.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
