package be.designations.localmanager;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.access.Responsibility;
import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseFile;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterWord;
import be.designations.letters.Letters;
import be.designations.letters.NewLetter;
import java.time.Instant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letter by which an entity designates its local manager (D96). */
@Component
class LocalManagerLetters {

    private final Letters letters;
    private final AccessModel access;
    private final Directory directory;
    private final MessageSource messages;

    LocalManagerLetters(Letters letters, AccessModel access, Directory directory, MessageSource messages) {
        this.letters = letters;
        this.access = access;
        this.directory = directory;
        this.messages = messages;
    }

    /** @param by the principal access manager who gave the word */
    void designated(CaseFile dossier, Quality quality, PersonId by, Instant at) {
        Responsibility manager = access.localManager(quality.id(), at).orElseThrow();
        Organisation entity = directory.organisation(dossier.organisation());
        String name = directory.person(manager.person()).displayName();
        letters.make(NewLetter.of(
                        LetterKind.LOCAL_MANAGER,
                        dossier.id().value(),
                        dossier.number().value(),
                        entity,
                        entity,
                        at)
                .to(name)
                .signedBy(directory.person(by).displayName(), null)
                .onGround("dpd-is-local-manager")
                .telling("local-manager/" + quality.id().value(), manager.id(), at)
                .with(LetterWord.MANAGER, name)
                .with(
                        LetterWord.QUALITY,
                        messages.getMessage(
                                "quality." + quality.kind().name(),
                                null,
                                entity.letterLanguage().locale()))
                .with(LetterWord.FROM, new BelgianDates().day(at)));
    }
}
