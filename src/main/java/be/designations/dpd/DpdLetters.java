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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is written to the CPAS and its officer, on paper that lasts; each with what it tells of, in its transaction (D96, D105). */
@Component
public class DpdLetters implements LetterStanding {

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
    public void requireWritten(@Nullable String words, String field) {
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
        certify(
                dossier,
                mandate,
                new Signature(decision.decidedBy(), decision.inPlaceOf(), at),
                dossier.id().value(),
                mandate.validFrom());
    }

    /**
     * Who signs.
     *
     * @param by        who decided
     * @param inPlaceOf whose deputy that was, or null (D84)
     * @param at        when
     */
    public record Signature(PersonId by, @Nullable PersonId inPlaceOf, Instant at) {}

    /**
     * The mandate goes on: the decision, and the certificate that takes the place of the former one.
     *
     * @param dossier of the extension
     * @param mandate with its new end
     */
    public void extended(CaseFile dossier, Mandate mandate, Signature signature, @Nullable String reason) {
        letters.make(of(LetterKind.DPD_EXTENSION, dossier, mandate, signature, reason)
                .telling("dpd-extension/" + mandate.id(), mandate.id(), signature.at()));
        certify(dossier, mandate, signature, mandate.id(), signature.at());
    }

    /** The mandate does not go on. */
    public void extensionRefused(CaseFile dossier, Mandate mandate, Signature signature, String reason) {
        letters.make(of(LetterKind.DPD_EXTENSION_REFUSAL, dossier, mandate, signature, reason));
    }

    /**
     * The approval is withdrawn.
     *
     * @param dossier of the end of the mandate
     * @param mandate with its new end; as it was when it had not begun
     */
    public void withdrawn(CaseFile dossier, Mandate mandate, Signature signature, String reason) {
        NewLetter letter = of(LetterKind.DPD_WITHDRAWAL, dossier, mandate, signature, reason);
        letters.make(mandate.validFrom().isAfter(signature.at()) ? letter.with(LetterWord.UNTIL, null) : letter);
    }

    private void certify(CaseFile dossier, Mandate mandate, Signature signature, UUID told, Instant since) {
        letters.make(of(LetterKind.DPD_MANDATE, dossier, mandate, signature, null)
                .to(nameOf(mandate.person()))
                .telling("dpd-mandate/" + mandate.organisation().value(), told, since)
                .with(LetterWord.HOURS, hours(mandate.hoursPerWeek()))
                .with(LetterWord.FROM, new BelgianDates().day(mandate.validFrom())));
    }

    private NewLetter of(
            LetterKind kind, CaseFile dossier, Mandate mandate, Signature signature, @Nullable String reason) {
        Instant until = mandate.validUntil();
        return of(kind, OrganisationKind.SPP_IS, dossier, signature.at())
                .signedBy(nameOf(signature.by()), nameOrNull(signature.inPlaceOf()))
                .with(LetterWord.OFFICER, nameOf(mandate.person()))
                .with(LetterWord.UNTIL, until == null ? null : new BelgianDates().lastDay(until))
                .with(LetterWord.REASON, reason);
    }

    @Override
    public Set<LetterKind> kinds() {
        return Set.of(LetterKind.DPD_APPROVAL, LetterKind.DPD_MANDATE, LetterKind.DPD_EXTENSION);
    }

    /** As long as the mandate runs, or is to begin. What is written on an extension names the mandate; the rest stands in its dossier. */
    @Override
    public boolean holds(Letter letter, Instant at) {
        return register.find(letter.about())
                .or(() -> register.findMandateOfCase(letter.origin()))
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

    /** Hours as letters write them. */
    public static String hours(BigDecimal hours) {
        return hours.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
