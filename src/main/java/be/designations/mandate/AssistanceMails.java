package be.designations.mandate;

import be.designations.access.AccessModel;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.LettersNamed;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdRegister;
import be.designations.letters.LetterKind;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who is told what of adjunct and interim officers: the CPAS, those who manage its entity, the person, the officer, and the desks. */
@Component
class AssistanceMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final DpdRegister register;
    private final Directory directory;
    private final LettersNamed letters;
    private final MessageSource messages;
    private final Clock clock;

    AssistanceMails(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            DpdRegister register,
            Directory directory,
            LettersNamed letters,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.register = register;
        this.directory = directory;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    /** Everybody but who named them. */
    void named(CaseFile dossier, Assistance assistance) {
        UnaryOperator<Message> namingLetter = letters.in(dossier, LetterKind.OFFICER_ASSISTANCE);
        everybody(NotificationKind.ASSISTANCE_NAMED, dossier, assistance, assistance.namedBy(), mail -> {
            Message told = namingLetter.apply(mail.with(Detail.EFFECTIVE_DATE, Days.of(assistance.from())));
            Message bounded =
                    assistance.until() == null ? told : told.with(Detail.LAST_DAY, Days.lastBefore(assistance.until()));
            return because(bounded, assistance.reason());
        });
    }

    /**
     * Everybody but who ended it.
     *
     * @param how as the texts name it
     */
    void ended(CaseFile dossier, Assistance assistance, String how, @Nullable PersonId by) {
        everybody(NotificationKind.ASSISTANCE_ENDED, dossier, assistance, by, mail -> {
            Message told = mail.with(Detail.CHANGE, text("assistance.how." + how, mail.recipient()));
            Instant until = assistance.givenUpAt() == null ? assistance.until() : null;
            Message dated = until == null ? told : lastDay(told, until);
            return because(dated, assistance.endWords());
        });
    }

    /** The interim will end by its date: the CPAS, those who manage its entity, the person and SPP IS. */
    void ending(CaseFile dossier, Assistance assistance) {
        List<PersonId> people = managers(assistance);
        people.add(assistance.person());
        Stream.of(
                        Stream.of(
                                addresses.organisation(assistance.organisation()),
                                addresses.desk(OrganisationKind.SPP_IS)),
                        addresses.people(people).stream())
                .flatMap(to -> to)
                .distinct()
                .forEach(to -> write(
                        NotificationKind.ASSISTANCE_ENDING,
                        to,
                        dossier,
                        assistance,
                        mail -> lastDay(mail, assistance.until())));
    }

    /** The CPAS is without officer and interim: a new application is asked for (D8). */
    void withoutOfficer(CaseFile dossier, Assistance assistance) {
        everybody(
                NotificationKind.ASSISTANCE_WITHOUT_OFFICER,
                dossier,
                assistance,
                null,
                mail -> lastDay(mail, assistance.until()));
    }

    private void everybody(
            NotificationKind kind,
            CaseFile dossier,
            Assistance assistance,
            @Nullable PersonId but,
            UnaryOperator<Message> facts) {
        List<PersonId> people = managers(assistance);
        people.add(assistance.person());
        register.dataProtectionOfficer(assistance.organisation(), clock.instant())
                .ifPresent(people::add);
        people.removeIf(person -> person.equals(but));
        Stream.of(
                        Stream.of(
                                addresses.organisation(assistance.organisation()),
                                addresses.desk(OrganisationKind.BCSS),
                                addresses.desk(OrganisationKind.SPP_IS)),
                        addresses.people(people.stream().distinct().toList()).stream())
                .flatMap(to -> to)
                .distinct()
                .forEach(to -> write(kind, to, dossier, assistance, facts));
    }

    private void write(
            NotificationKind kind,
            Recipient to,
            CaseFile dossier,
            Assistance assistance,
            UnaryOperator<Message> facts) {
        Locale language = to.language();
        notifications.write(facts.apply(Message.of(kind, to)
                .inCase(dossier.id().value(), dossier.number().value())
                .with(
                        Detail.CPAS,
                        directory.organisation(assistance.organisation()).name(Language.of(language.getLanguage())))
                .with(Detail.PEOPLE, directory.person(assistance.person()).displayName())
                .with(Detail.RESPONSIBILITY, text("assistance.role." + Assistances.code(assistance), to))));
    }

    /** @param until the first instant after it; an interim always has one */
    private static Message lastDay(Message mail, @Nullable Instant until) {
        return mail.with(Detail.LAST_DAY, Days.lastBefore(Objects.requireNonNull(until)));
    }

    private String text(String key, Recipient to) {
        return messages.getMessage(key, null, to.language());
    }

    private static Message because(Message mail, @Nullable String words) {
        return words == null ? mail : mail.with(Detail.REASON, words);
    }

    private List<PersonId> managers(Assistance assistance) {
        return new ArrayList<>(
                access.holders(assistance.organisation(), ResponsibilityKind.ENTITY_MANAGERS, clock.instant()));
    }
}
