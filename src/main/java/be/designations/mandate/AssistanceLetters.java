package be.designations.mandate;

import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdLetters;
import be.designations.letters.Letter;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterStanding;
import be.designations.letters.LetterWord;
import be.designations.letters.Letters;
import be.designations.letters.NewLetter;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The certificate of whoever assists an officer or stands in for them; from the CPAS, for it names them and nobody approves (D117). */
@Component
class AssistanceLetters implements LetterStanding {

    private final Letters letters;
    private final AssistanceStore assistances;
    private final Directory directory;
    private final MessageSource messages;

    AssistanceLetters(Letters letters, AssistanceStore assistances, Directory directory, MessageSource messages) {
        this.letters = letters;
        this.assistances = assistances;
        this.directory = directory;
        this.messages = messages;
    }

    void named(CaseFile dossier, Assistance assistance) {
        Organisation cpas = directory.organisation(assistance.organisation());
        BelgianDates dates = new BelgianDates();
        String name = nameOf(assistance.person());
        Instant until = assistance.until();
        letters.make(NewLetter.of(
                        LetterKind.OFFICER_ASSISTANCE,
                        dossier.id().value(),
                        dossier.number().value(),
                        cpas,
                        cpas,
                        assistance.namedAt())
                .to(name)
                .signedBy(nameOf(assistance.namedBy()), null)
                // For standing in, no text was found (D100).
                .onGround(assistance.isInterim() ? null : "officer-adjunct")
                .with(LetterWord.OFFICER, name)
                .with(
                        LetterWord.FUNCTION,
                        messages.getMessage(
                                "assistance.role." + Assistances.code(assistance),
                                null,
                                cpas.letterLanguage().locale()))
                .with(LetterWord.HOURS, DpdLetters.hours(assistance.hoursPerWeek()))
                .with(LetterWord.FROM, dates.day(assistance.from()))
                .with(LetterWord.UNTIL, until == null ? null : dates.lastDay(until)));
    }

    @Override
    public Set<LetterKind> kinds() {
        return Set.of(LetterKind.OFFICER_ASSISTANCE);
    }

    /** Until it is over or given up. */
    @Override
    public boolean holds(Letter letter, Instant at) {
        return assistances
                .find(new CaseId(letter.origin()))
                .filter(assistance -> assistance.givenUpAt() == null && !assistance.isOver(at))
                .isPresent();
    }

    private String nameOf(PersonId person) {
        return directory.person(person).displayName();
    }
}
