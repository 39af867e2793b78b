package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the principal access manager and the co-managers do with the entity itself. <i>Source: A2 (RAE 1 and 5), A6.</i> */
@Service
@Transactional
public class EntityAdministration {

    private static final int LONGEST_NAME = 100;
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final String SUBJECT = "organisation";
    private static final String CHANGED = "management.entity-changed";
    private static final String CONFIRMED = "management.entity-confirmed";

    private final Authority authority;
    private final AccessModel access;
    private final Qualities qualities;
    private final Directory directory;
    private final ManagementRecord record;
    private final ManagementMails mails;
    private final Clock clock;

    EntityAdministration(
            Authority authority,
            AccessModel access,
            Qualities qualities,
            Directory directory,
            ManagementRecord record,
            ManagementMails mails,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.qualities = qualities;
        this.directory = directory;
        this.record = record;
        this.mails = mails;
        this.clock = clock;
    }

    /** The entity, for somebody who may change its data. */
    @Transactional(readOnly = true)
    public Organisation entity(Actor actor, EnterpriseNumber number, ManagementTask task) {
        return authority.requireInEntity(actor, number, task);
    }

    /** The places where the entity works, for somebody who grants rights in it: they can be limited to them. */
    @Transactional(readOnly = true)
    public List<EstablishmentUnit> establishmentUnits(Actor actor, EnterpriseNumber number) {
        Organisation organisation = authority.requireSomewhereIn(actor, number, ManagementTask.RIGHTS);
        return directory.establishmentUnits(organisation.id(), clock.instant());
    }

    /** Whether the actor may say how the entity is reached, and nobody has looked at it for a year (D113). */
    @Transactional(readOnly = true)
    public boolean wantsLookingAfter(Actor actor, OrganisationId organisation) {
        return authority.tasks(actor, organisation, null).contains(ManagementTask.ENTITY_DETAILS)
                && !lookedAfterSince(organisation, clock.instant().minus(A_YEAR));
    }

    /**
     * Changes how the entity is reached (D113). Name, number and address are those of the register of enterprises and are
     * changed there. Saying again what is known changes nothing, and is noted once a day: it has been looked at.
     *
     * @param wanted its letters in one of the languages of its municipality, if it has one (D15)
     * @throws RejectedException when the address or the number cannot be one, or that language is not one of the region
     */
    public void changeDetails(Actor actor, EnterpriseNumber number, Organisation.Contact wanted) {
        Organisation before = lock(actor, number, ManagementTask.ENTITY_DETAILS);
        List<Rejection> refusals = new ArrayList<>();
        Organisation.Contact contact = new Organisation.Contact(
                wanted.email().strip(), wanted.letterLanguage(), words(wanted.phone()), words(wanted.person()));
        WorkingRelationshipPolicy.checkEmail(contact.email()).ifPresent(refusals::add);
        Optional.ofNullable(contact.phone())
                .flatMap(WorkingRelationshipPolicy::checkPhone)
                .ifPresent(refusals::add);
        if (contact.person() != null && contact.person().length() > LONGEST_NAME) {
            refusals.add(Rejection.ofField("management.contact-person-too-long", "contactPerson", LONGEST_NAME));
        }
        if (!isAllowed(before, contact.letterLanguage())) {
            refusals.add(Rejection.ofField("management.language-not-of-region", "letterLanguage"));
        }
        RejectedException.throwIfAny(refusals);
        if (before.contact().equals(contact)) {
            if (!lookedAfterSince(before.id(), clock.instant().truncatedTo(ChronoUnit.DAYS))) {
                record.confirmed(
                        CONFIRMED,
                        actor,
                        new Place(before, null, null),
                        SUBJECT,
                        before.id().value());
            }
            return;
        }
        directory.changeContact(before.id(), contact);
        Organisation after = directory.organisation(before.id());
        record.edited(
                CHANGED,
                actor,
                new Place(after, null, null),
                SUBJECT,
                before.id().value(),
                details(before),
                changed(before, after));
        mails.entityChanged(actor, before, after);
    }

    /** The kinds of quality that the entity could act in and does not yet. */
    @Transactional(readOnly = true)
    public List<QualityKind> notYetActive(Actor actor, EnterpriseNumber number) {
        Organisation organisation = authority.requireInEntity(actor, number, ManagementTask.QUALITIES);
        return Arrays.stream(QualityKind.values())
                .filter(kind ->
                        QualityActivationPolicy.check(organisation, kind).isEmpty())
                .filter(kind -> !qualities.isActive(organisation.id(), kind))
                .toList();
    }

    /**
     * The entity begins to act in a quality. Its local manager is designated afterwards.
     *
     * @param identifier a number of the type that the kind asks for (S001)
     * @param email      the mailbox of the quality
     * @throws RejectedException when the number is of another type, another entity's, or the quality is active already
     */
    public QualityId activateQuality(
            Actor actor, EnterpriseNumber number, QualityKind kind, String identifier, String email) {
        Organisation organisation = lock(actor, number, ManagementTask.QUALITIES);
        List<Rejection> refusals = new ArrayList<>();
        QualityActivationPolicy.check(organisation, kind).ifPresent(refusals::add);
        if (qualities.isActive(organisation.id(), kind)) {
            refusals.add(Rejection.ofField("management.quality-active-already", "kind")
                    .ofState());
        }
        String address = email.strip();
        WorkingRelationshipPolicy.checkEmail(address).ifPresent(refusals::add);
        RejectedException.throwIfAny(refusals);
        String digits = QualityActivationPolicy.identifier(organisation, kind, identifier);
        Instant now = clock.instant();
        Quality quality = new Quality(new QualityId(UUID.randomUUID()), organisation.id(), kind, digits, address, now);
        if (!qualities.activate(quality, actor.person())) {
            throw new RejectedException(Rejection.ofField("management.identifier-of-another-entity", "identifier"));
        }
        Place place = new Place(organisation, quality, null);
        record.edited(
                "management.quality-activated",
                actor,
                place,
                "quality",
                quality.id().value(),
                null,
                Map.of("kind", kind.name(), "identifier", digits, "email", address));
        mails.qualityActivated(actor, place);
        return quality.id();
    }

    /** Asks before the lock, so that strangers hold up nobody, and behind it: who was blocked meanwhile does nothing. */
    private Organisation lock(Actor actor, EnterpriseNumber number, ManagementTask task) {
        access.lock(authority.requireInEntity(actor, number, task).id());
        return authority.requireInEntity(actor, number, task);
    }

    private boolean lookedAfterSince(OrganisationId organisation, Instant since) {
        return record.wasDone(SUBJECT, organisation.value(), since, CONFIRMED, CHANGED);
    }

    private static boolean isAllowed(Organisation organisation, Language language) {
        return organisation.languages().isEmpty()
                ? language != Language.EN
                : organisation.languages().contains(language);
    }

    private static @Nullable String words(@Nullable String typed) {
        String words = typed == null ? "" : Typed.line(typed);
        return words.isEmpty() ? null : words;
    }

    private static Map<String, Object> details(Organisation organisation) {
        return new TreeMap<>(Map.of(
                "email", organisation.email(),
                "letterLanguage", organisation.letterLanguage().code()));
    }

    /** The log is kept for ever: of what may be a person’s it says that it changed, not what it is. */
    private static Map<String, Object> changed(Organisation before, Organisation after) {
        Map<String, Object> changed = details(after);
        changed.put("phone", !Objects.equals(before.phone(), after.phone()));
        changed.put("contactPerson", !Objects.equals(before.contactPerson(), after.contactPerson()));
        return changed;
    }
}
