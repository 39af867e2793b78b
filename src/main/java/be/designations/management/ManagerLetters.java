package be.designations.management;

import be.designations.access.Basis;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.letters.Letter;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterWord;
import be.designations.letters.Letters;
import be.designations.letters.NewLetter;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letter by which an entity designates whoever manages something of it, on the word of another manager (D116). */
@Component
class ManagerLetters {

    private final Letters letters;
    private final Directory directory;
    private final MessageSource messages;

    ManagerLetters(Letters letters, Directory directory, MessageSource messages) {
        this.letters = letters;
        this.directory = directory;
        this.messages = messages;
    }

    /** @param basis the decision of the other manager */
    Letter designated(Place place, ResponsibilityKind kind, UUID responsibility, PersonId person, Basis basis) {
        Organisation entity = place.organisation();
        Language language = entity.letterLanguage();
        String name = nameOf(person);
        return letters.make(
                NewLetter.ofDecision(LetterKind.MANAGER_DESIGNATION, basis.id().value(), entity, basis.decidedAt())
                        .to(name)
                        .signedBy(nameOf(Objects.requireNonNull(basis.decidedBy(), "a manager decides")), null)
                        .onGround(basis.legalBasis())
                        .telling("responsibility/" + responsibility, responsibility, basis.decidedAt())
                        .with(LetterWord.MANAGER, name)
                        .with(LetterWord.FUNCTION, place.named(text("capacity." + kind, language), language))
                        .with(LetterWord.QUALITY, quality(place, language))
                        .with(LetterWord.FROM, new BelgianDates().day(basis.decidedAt())));
    }

    /** With the subdivision; empty for a post of the whole entity or of a domain. */
    private String quality(Place place, Language language) {
        return Stream.concat(
                        Stream.ofNullable(place.quality())
                                .map(quality -> text("quality." + quality.kind().name(), language)),
                        Stream.ofNullable(place.subdivision()).map(subdivision -> subdivision.name()))
                .collect(Collectors.joining(" – "));
    }

    private String nameOf(PersonId person) {
        return directory.person(person).displayName();
    }

    private String text(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}
