package be.designations.departure;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.DpdMandates;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.directory.WorkingRelationship;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Who is told that a working relationship ends, or goes on: the person; whoever manages the entity and the qualities in which they have
 * something; and of a data protection officer those whom D8 names.
 */
@Component
class DepartureMails {

    /** What a person sees whatever they have lost. */
    private static final String OWN_ACCESS = "/me";

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Rights rights;
    private final DpdMandates mandates;
    private final Catalogue catalogue;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    DepartureMails(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Rights rights,
            DpdMandates mandates,
            Catalogue catalogue,
            Directory directory,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.rights = rights;
        this.mandates = mandates;
        this.catalogue = catalogue;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    void announced(CaseFile dossier, Leaving leaving) {
        WorkingRelationship relationship = leaving.relationship();
        Organisation entity = directory.organisation(relationship.organisation());
        List<Right> ending = endingWith(leaving);
        List<Role> roles = roles(ending);
        addresses
                .person(relationship.person())
                .ifPresent(
                        to -> notifications.write(told(NotificationKind.RELATIONSHIP_ENDED, to, entity, leaving, roles)
                                .linkingTo(OWN_ACCESS)));
        Set<PersonId> managers = managers(entity.id(), relationship.person());
        managers.remove(relationship.person());
        Basis decision = leaving.decision();
        if (decision != null) {
            managers.remove(decision.decidedBy());
        }
        List<Recipient> recipients = addresses.people(managers);
        Map<QualityId, PersonId> localManagers = access.localManagers(
                ending.stream().map(Right::quality).collect(Collectors.toUnmodifiableSet()), clock.instant());
        String path = "/people/" + relationship.person().value();
        Set<PersonId> ofEntity =
                Set.copyOf(access.holders(entity.id(), ResponsibilityKind.ENTITY_MANAGERS, clock.instant()));
        (recipients.isEmpty() && decision == null ? List.of(addresses.organisation(entity.id())) : recipients)
                .forEach(to -> notifications.write(told(
                                NotificationKind.RELATIONSHIP_ENDED_TOLD,
                                to,
                                entity,
                                leaving,
                                told(to, ofEntity) ? roles : roles(ofQualities(to, ending, localManagers)))
                        .inCase(dossier.id().value(), dossier.number().value())
                        .linkingTo(path)
                        .with(
                                Detail.PEOPLE,
                                directory.person(relationship.person()).displayName())));
    }

    private Message told(NotificationKind kind, Recipient to, Organisation entity, Leaving leaving, List<Role> roles) {
        Language language = Language.of(to.language().getLanguage());
        Message mail = Message.of(kind, to)
                .with(Detail.ENTITY, entity.name(language))
                .with(Detail.TIE, tie(leaving.relationship(), to.language()))
                .with(Detail.LAST_DAY, Days.lastBefore(leaving.departure().endsAt()));
        Basis decision = leaving.decision();
        PersonId by = decision == null ? null : decision.decidedBy();
        if (by != null) {
            mail = mail.with(Detail.MANAGER, directory.person(by).displayName());
        }
        if (decision != null && decision.reason() != null) {
            mail = mail.with(Detail.REASON, decision.reason());
        }
        return roles.isEmpty()
                ? mail
                : mail.with(
                        Detail.APPLICATIONS,
                        roles.stream()
                                .map(role -> role.name().in(language))
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    /** Whether all of it is for them: the entity, and whoever manages it. */
    private static boolean told(Recipient to, Set<PersonId> ofEntity) {
        UUID person = to.person();
        return person == null || ofEntity.contains(new PersonId(person));
    }

    /** Local managers are told of what ends in their own quality. */
    private static List<Right> ofQualities(
            Recipient manager, List<Right> ending, Map<QualityId, PersonId> localManagers) {
        return ending.stream()
                .filter(right -> {
                    PersonId holder = localManagers.get(right.quality());
                    return holder != null && holder.value().equals(manager.person());
                })
                .toList();
    }

    private List<Role> roles(List<Right> rightsOfSome) {
        Set<String> codes = rightsOfSome.stream().map(Right::role).collect(Collectors.toUnmodifiableSet());
        return codes.isEmpty() ? List.of() : catalogue.roles(codes);
    }

    /** The rights that end with it. */
    private List<Right> endingWith(Leaving leaving) {
        Instant end = leaving.departure().endsAt();
        WorkingRelationship relationship = leaving.relationship();
        return rights.of(relationship.person(), relationship.organisation(), end.minusMillis(1)).stream()
                .filter(right -> end.equals(right.until()))
                .toList();
    }

    /** Whoever manages the entity, and the local managers of the qualities in which the person is something. */
    Set<PersonId> managers(OrganisationId entity, PersonId person) {
        Instant now = clock.instant();
        Set<PersonId> managers = new LinkedHashSet<>(access.holders(entity, ResponsibilityKind.ENTITY_MANAGERS, now));
        Set<QualityId> qualities = access.lastingIn(entity, person, now.minusSeconds(1)).stream()
                .map(Responsibility::quality)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        managers.addAll(access.localManagers(qualities, now).values());
        return managers;
    }

    void extended(Actor actor, Organisation entity, WorkingRelationship relationship, LocalDate lastDay, Basis basis) {
        addresses
                .person(relationship.person())
                .ifPresent(to -> notifications.write(decided(NotificationKind.RELATIONSHIP_EXTENDED, to, actor, entity)
                        .linkingTo(OWN_ACCESS)
                        .with(Detail.TIE, tie(relationship, to.language()))
                        .with(Detail.LAST_DAY, lastDay)));
        Set<PersonId> managers = managers(entity.id(), relationship.person());
        managers.removeAll(List.of(actor.person(), relationship.person()));
        addresses
                .people(managers)
                .forEach(to -> notifications.write(
                        because(decided(NotificationKind.ACCESS_CHANGED, to, actor, entity), basis.reason())
                                .linkingTo("/people/" + relationship.person().value())
                                .with(Detail.CHANGE, text("basis." + basis.operation(), to.language()))
                                .with(
                                        Detail.PEOPLE,
                                        directory.person(relationship.person()).displayName())
                                .with(Detail.EFFECTIVE_DATE, Days.of(basis.decidedAt()))
                                .with(Detail.LAST_DAY, lastDay)));
    }

    private Message decided(NotificationKind kind, Recipient to, Actor actor, Organisation entity) {
        return Message.of(kind, to)
                .with(Detail.ENTITY, entity.name(Language.of(to.language().getLanguage())))
                .with(Detail.MANAGER, directory.person(actor.person()).displayName());
    }

    private static Message because(Message mail, @Nullable String reason) {
        return reason == null ? mail : mail.with(Detail.REASON, reason);
    }

    /**
     * The officer is not tied to the entity any more: SPP IS, BCSS and whoever manages it are told; the mandate and the local manager stay
     * until somebody follows (D8).
     */
    void officerLeft(Leaving leaving) {
        WorkingRelationship relationship = leaving.relationship();
        PersonId person = relationship.person();
        Instant now = clock.instant();
        OrganisationId entity = relationship.organisation();
        boolean left = mandates.dataProtectionOfficer(entity, now)
                        .filter(person::equals)
                        .isPresent()
                && directory.ties(person, entity).longestAt(now).isEmpty();
        if (!left) {
            return;
        }
        Organisation cpas = directory.organisation(entity);
        Optional<Quality> quality = access.findQuality(entity, QualityKind.SOCIAL_ACTION);
        Collection<PersonId> managers = access.holders(entity, ResponsibilityKind.ENTITY_MANAGERS, now);
        Stream.concat(
                        Stream.of(addresses.desk(OrganisationKind.SPP_IS), addresses.desk(OrganisationKind.BCSS)),
                        addresses.people(managers).stream())
                .forEach(to -> notifications.write(Message.of(NotificationKind.OFFICER_WITHOUT_TIE, to)
                        .linkingTo(
                                quality.map(found -> "/qualities/" + found.id().value())
                                        .orElse("/"))
                        .with(Detail.ENTITY, cpas.name(Language.of(to.language().getLanguage())))
                        .with(Detail.QUALITY, text("quality." + QualityKind.SOCIAL_ACTION, to.language()))
                        .with(Detail.FORMER_DPD, directory.person(person).displayName())
                        .with(
                                Detail.LAST_DAY,
                                Days.lastBefore(leaving.departure().endsAt()))));
    }

    private String tie(WorkingRelationship relationship, Locale language) {
        return text("replacement.tie." + relationship.category(), language);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
