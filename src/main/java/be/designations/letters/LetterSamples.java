package be.designations.letters;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.EnterpriseNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Letters about nobody, which show what a text looks like on paper. */
@Component
class LetterSamples {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String DOSSIER = "DPD-0000-00000";

    private final MessageSource messages;
    private final LetterPaper paper;
    private final Clock clock;

    LetterSamples(MessageSource messages, LetterPaper paper, Clock clock) {
        this.messages = messages;
        this.paper = paper;
        this.clock = clock;
    }

    /** A letter of that text, marked as a sample, as a PDF. */
    byte[] print(LetterKind kind, LetterText text) {
        Instant now = clock.instant();
        return paper.print(letter(kind, text.language(), now), text, null, DOSSIER + "/1", now);
    }

    NewLetter letter(LetterKind kind, Language language, Instant at) {
        Organisation entity = organisation("entity", OrganisationKind.CPAS, language, at);
        NewLetter letter =
                switch (kind) {
                    case DPD_OPINION -> of(kind, entity, organisation("bcss", OrganisationKind.BCSS, language, at), at);
                    case DPD_APPROVAL, DPD_REFUSAL, DPD_MANDATE, DPD_EXTENSION, DPD_EXTENSION_REFUSAL, DPD_WITHDRAWAL ->
                        of(kind, entity, organisation("spp-is", OrganisationKind.SPP_IS, language, at), at);
                    case LOCAL_MANAGER, PRINCIPAL_MANAGER ->
                        of(kind, entity, entity, at).to(say("manager", language));
                    case MANAGER_DESIGNATION ->
                        NewLetter.ofDecision(kind, NOBODY, entity, at).to(say("manager", language));
                    case OFFICER_ASSISTANCE ->
                        of(kind, entity, entity, at)
                                .to(say("officer", language))
                                .onGround("officer-adjunct");
                };
        for (LetterWord word : kind.words()) {
            letter = switch (word) {
                case ENTITY, DOSSIER, DATE -> letter;
                case FUNCTION ->
                    letter.with(
                            word, say(kind == LetterKind.OFFICER_ASSISTANCE ? "assistance" : word.code(), language));
                default -> letter.with(word, say(word.code(), language));
            };
        }
        return letter.signedBy(say("signer", language), null);
    }

    private static NewLetter of(LetterKind kind, Organisation entity, Organisation from, Instant at) {
        return NewLetter.of(kind, NOBODY, DOSSIER, entity, from, at)
                .onGround(kind == LetterKind.PRINCIPAL_MANAGER ? "legal-function-in-register" : "dpd-is-local-manager");
    }

    private Organisation organisation(String name, OrganisationKind kind, Language language, Instant at) {
        String called = say(name, language);
        return new Organisation(
                new OrganisationId(NOBODY),
                EnterpriseNumber.of("0999.000.030"),
                called,
                called,
                called,
                kind,
                null,
                language,
                List.of(language),
                "",
                "",
                "0000",
                "Rivemont",
                at);
    }

    private String say(String sample, Language language) {
        return messages.getMessage("letters.sample." + sample, null, language.locale());
    }
}
