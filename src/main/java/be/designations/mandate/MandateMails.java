package be.designations.mandate;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.Deadlines;
import be.designations.casework.LettersNamed;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import be.designations.letters.LetterKind;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who is told what of the end of a mandate: the CPAS, those who manage its entity, the officer, and the desks (D8). */
@Component
class MandateMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Directory directory;
    private final Deadlines deadlines;
    private final LettersNamed letters;
    private final MessageSource messages;
    private final Clock clock;

    MandateMails(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Directory directory,
            Deadlines deadlines,
            LettersNamed letters,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.directory = directory;
        this.deadlines = deadlines;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    /** Everybody but who decided it, once each. */
    void announced(CaseFile dossier, EndingMandate ending) {
        Basis decision = ending.decision();
        PersonId by = decision == null ? null : decision.decidedBy();
        UnaryOperator<Message> namingLetter = letters.in(dossier, LetterKind.DPD_WITHDRAWAL);
        MandateState mandate = ending.mandate();
        NotificationKind kind = ending.end().cause() == MandateEndReason.WITHDRAWAL
                ? NotificationKind.MANDATE_APPROVAL_WITHDRAWN
                : NotificationKind.MANDATE_END_TOLD;
        List<PersonId> people = new ArrayList<>(managers(mandate.organisation()));
        people.add(mandate.person());
        people.removeIf(person -> person.equals(by));
        Stream.of(Stream.of(addresses.organisation(mandate.organisation())), addresses.people(people).stream(), desks())
                .flatMap(to -> to)
                .distinct()
                .forEach(to -> {
                    Message mail = about(kind, to, dossier, mandate)
                            .with(
                                    Detail.CHANGE,
                                    messages.getMessage("mandate.cause." + ending.cause(), null, to.language()))
                            .with(Detail.LAST_DAY, Days.lastBefore(ending.end().endsAt()));
                    notifications.write(namingLetter.apply(because(mail, decision)));
                });
    }

    /** Tells those who were to change the local manager that they are not to any more; names the dossier of that change. */
    void changeStopped(CaseFile dossier, EndingMandate ending) {
        MandateState mandate = ending.mandate();
        List<Recipient> managers = addresses.people(managers(mandate.organisation()));
        (managers.isEmpty() ? List.of(addresses.organisation(mandate.organisation())) : managers)
                .forEach(to -> notifications.write(because(
                        about(NotificationKind.MANDATE_CHANGE_STOPPED, to, dossier, mandate)
                                .with(
                                        Detail.CHANGE,
                                        messages.getMessage("mandate.cause." + ending.cause(), null, to.language())),
                        ending.decision())));
    }

    /** The mandate will end by its date: the CPAS, the officer and SPP IS are told. */
    void ending(MandateState mandate) {
        Stream.concat(
                        Stream.of(
                                addresses.organisation(mandate.organisation()),
                                addresses.desk(OrganisationKind.SPP_IS)),
                        addresses.person(mandate.person()).stream())
                .distinct()
                .forEach(to -> notifications.write(
                        facts(Message.of(NotificationKind.MANDATE_ENDING, to), Detail.ENTITY, Detail.OFFICER, mandate)
                                .linkingTo("/mandates/" + mandate.id())
                                .with(Detail.LAST_DAY, Days.lastBefore(Objects.requireNonNull(mandate.until())))));
    }

    /** SPP IS is to decide. */
    void extensionAsked(CaseFile dossier, AskedExtension asked) {
        notifications.write(about(
                        NotificationKind.MANDATE_EXTENSION_ASKED,
                        addresses.desk(OrganisationKind.SPP_IS),
                        dossier,
                        asked.mandate())
                .with(Detail.LAST_DAY, asked.extension().lastDay())
                .with(Detail.REASON, asked.extension().reason())
                .with(Detail.DEADLINE, Days.lastBefore(deadlines.dueFor(ExtensionCase.DECIDE))));
    }

    /** The CPAS, the officer and who asked are told what was decided. */
    void extensionDecided(CaseFile dossier, AskedExtension asked) {
        Extension extension = asked.extension();
        boolean allowed = extension.outcome() == ExtensionStatus.ALLOWED;
        NotificationKind kind =
                allowed ? NotificationKind.MANDATE_EXTENDED : NotificationKind.MANDATE_EXTENSION_REFUSED;
        LocalDate lastDay = allowed
                ? extension.lastDay()
                : Days.lastBefore(Objects.requireNonNull(asked.mandate().until()));
        UnaryOperator<Message> namingLetters =
                letters.in(dossier, LetterKind.DPD_EXTENSION, LetterKind.DPD_EXTENSION_REFUSAL, LetterKind.DPD_MANDATE);
        Stream.concat(
                        Stream.of(addresses.organisation(asked.mandate().organisation())),
                        addresses
                                .people(List.of(
                                        extension.askedBy(), asked.mandate().person()))
                                .stream())
                .distinct()
                .forEach(to -> {
                    Message mail = about(kind, to, dossier, asked.mandate()).with(Detail.LAST_DAY, lastDay);
                    notifications.write(namingLetters.apply(
                            extension.words() == null ? mail : mail.with(Detail.REASON, extension.words())));
                });
    }

    /** A new application is asked for. */
    void withoutSuccessor(CaseFile dossier, EndingMandate ending) {
        MandateState mandate = ending.mandate();
        Stream.of(
                        desks(),
                        Stream.of(addresses.organisation(mandate.organisation())),
                        addresses.people(managers(mandate.organisation())).stream())
                .flatMap(to -> to)
                .distinct()
                .forEach(to -> notifications.write(inCase(
                                facts(
                                        Message.of(NotificationKind.MANDATE_WITHOUT_SUCCESSOR, to),
                                        Detail.CPAS,
                                        Detail.FORMER_DPD,
                                        mandate),
                                dossier)
                        .with(Detail.LAST_DAY, Days.lastBefore(ending.end().endsAt()))));
    }

    private Message about(NotificationKind kind, Recipient to, CaseFile dossier, MandateState mandate) {
        return inCase(facts(Message.of(kind, to), Detail.CPAS, Detail.OFFICER, mandate), dossier);
    }

    private static Message inCase(Message mail, CaseFile dossier) {
        return mail.inCase(dossier.id().value(), dossier.number().value());
    }

    private Message facts(Message mail, Detail place, Detail who, MandateState mandate) {
        Locale language = mail.recipient().language();
        return mail.with(
                        place, directory.organisation(mandate.organisation()).name(Language.of(language.getLanguage())))
                .with(Detail.QUALITY, messages.getMessage("quality." + QualityKind.SOCIAL_ACTION, null, language))
                .with(who, directory.person(mandate.person()).displayName());
    }

    private static Message because(Message mail, @Nullable Basis decision) {
        return Optional.ofNullable(decision)
                .map(Basis::reason)
                .map(reason -> mail.with(Detail.REASON, reason))
                .orElse(mail);
    }

    private Stream<Recipient> desks() {
        return Stream.of(addresses.desk(OrganisationKind.SPP_IS), addresses.desk(OrganisationKind.BCSS));
    }

    private List<PersonId> managers(OrganisationId cpas) {
        return access.holders(cpas, ResponsibilityKind.ENTITY_MANAGERS, clock.instant());
    }
}
