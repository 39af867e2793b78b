package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.DomainCode;
import be.designations.access.DomainName;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Standing;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.letters.Letter;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Who is told what of the decisions of managers: the person concerned, always; and the managers in whose entity, quality or
 * subdivision somebody else decided.
 */
@Component
class ManagementMails {

    private static final int NAMES_IN_A_MAIL = 20;

    /** What a person sees whatever they have lost. */
    private static final String OWN_ACCESS = "/me";

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Qualities qualities;
    private final Catalogue catalogue;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    ManagementMails(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Qualities qualities,
            Catalogue catalogue,
            Directory directory,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.qualities = qualities;
        this.catalogue = catalogue;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param letter that designates the person, if there is one */
    void designated(
            Actor actor,
            Place place,
            ResponsibilityKind kind,
            PersonId person,
            @Nullable PersonId former,
            Basis basis,
            @Nullable Letter letter) {
        Decision decision = new Decision(nameOf(actor), place, basis.decidedAt(), basis.reason());
        tell(
                Set.of(person),
                NotificationKind.RESPONSIBILITY_GIVEN,
                kind,
                decision,
                mail -> letter == null ? mail : mail.with(Detail.LETTER, letter.reference()));
        if (former != null) {
            // The reason speaks of the successor.
            tell(Set.of(former), NotificationKind.RESPONSIBILITY_ENDED, kind, decision.withoutReason());
        }
        List<PersonId> concerned =
                Stream.of(person, former).filter(Objects::nonNull).toList();
        tellManagers(actor, basis.operation(), kind, inSubdivision(place, Set.of(person)), concerned, decision);
    }

    /** One mail to each user, unless a dossier tells them; one to each manager, whatever the number of users. */
    void carriedOut(
            Actor actor,
            Place place,
            UserAction action,
            List<UserState> concerned,
            Map<PersonId, Verdict> done,
            Basis basis) {
        Decision decision = new Decision(nameOf(actor), place, basis.decidedAt(), basis.reason());
        if (basis.caseId() == null) {
            action.tell(this, done, decision);
        }
        tellManagers(
                actor,
                basis.operation(),
                ResponsibilityKind.USER,
                bySubdivision(action, concerned),
                done.keySet(),
                decision);
    }

    /** A working relationship of that person begins on that day. */
    void tied(
            Actor actor,
            Person person,
            Organisation entity,
            RelationshipDeclaration declared,
            LocalDate firstDay,
            Basis basis) {
        Decision decision =
                new Decision(nameOf(actor), new Place(entity, null, null), Days.startOf(firstDay), basis.reason());
        addresses
                .person(person.id())
                .ifPresent(to -> write(NotificationKind.RELATIONSHIP_ADDED, to, decision, mail -> {
                    Message told = mail.with(Detail.TIE, text("staff.kind." + declared.category(), to.language()));
                    return declared.lastDay() == null ? told : told.with(Detail.LAST_DAY, declared.lastDay());
                }));
    }

    void entityChanged(Actor actor, Organisation before, Organisation after) {
        Decision decision = new Decision(nameOf(actor), new Place(after, null, null), clock.instant(), null);
        String operation = "entity-changed";
        changed(addresses.organisation(after.id()), operation, Set.of(), decision);
        if (!before.email().equals(after.email())) {
            changed(
                    Recipient.mailbox(
                            after.name(after.letterLanguage()),
                            before.email(),
                            after.letterLanguage().locale()),
                    operation,
                    Set.of(),
                    decision);
        }
        tellManagers(actor, operation, null, Map.of(), Set.of(), decision);
    }

    void qualityActivated(Actor actor, Place place) {
        Decision decision = new Decision(nameOf(actor), place, clock.instant(), null);
        mailbox(place).ifPresent(to -> changed(to, "quality-activated", Set.of(), decision));
        otherEntityManagers(actor, place).forEach(to -> changed(to, "quality-activated", Set.of(), decision));
    }

    /** The former address is told too: whoever reads it must learn why it falls silent. */
    void qualityEmailChanged(Actor actor, Place place, @Nullable String before, String after) {
        Decision decision = new Decision(nameOf(actor), place, clock.instant(), null);
        Recipient entity = addresses.organisation(place.organisation().id());
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .forEach(address -> changed(
                        Recipient.mailbox(entity.name(), address, entity.language()),
                        "quality-email-changed",
                        Set.of(),
                        decision));
        tellManagers(actor, "quality-email-changed", null, Map.of(), Set.of(), decision);
    }

    /** To the holder of a post: how they are reached for it. */
    void contactChanged(Actor actor, Place place, PersonId holder) {
        Decision decision = new Decision(nameOf(actor), place, clock.instant(), null);
        addresses.person(holder).ifPresent(to -> changed(to, "post-contact-changed", Set.of(), decision));
    }

    /** @param kind of the mail to whoever has that responsibility */
    void changed(Actor actor, Place place, Responsibility held, NotificationKind kind, Basis basis) {
        Decision decision = new Decision(nameOf(actor), place, basis.decidedAt(), basis.reason());
        tell(Set.of(held.person()), kind, held.kind(), decision);
        tellManagers(
                actor,
                basis.operation(),
                held.kind(),
                inSubdivision(place, Set.of(held.person())),
                Set.of(held.person()),
                decision);
    }

    /** What they are, or are no more. */
    void tell(
            Collection<PersonId> people, NotificationKind kind, ResponsibilityKind responsibility, Decision decision) {
        tell(people, kind, responsibility, decision, UnaryOperator.identity());
    }

    private void tell(
            Collection<PersonId> people,
            NotificationKind kind,
            ResponsibilityKind responsibility,
            Decision decision,
            UnaryOperator<Message> more) {
        addresses
                .people(people)
                .forEach(to -> write(
                        kind,
                        to,
                        decision,
                        mail -> more.apply(mail.with(
                                Detail.RESPONSIBILITY,
                                named("capacity." + responsibility, decision.place(), to.language())))));
    }

    /** With the domain that it is for. */
    private String named(String key, Place place, Locale language) {
        return place.named(text(key, language), Language.of(language.getLanguage()));
    }

    /** To each the applications that are theirs. */
    void tellOfRights(
            NotificationKind kind, Map<PersonId, Verdict> done, Decision decision, UnaryOperator<Message> more) {
        Map<String, Role> roles = catalogue
                .roles(done.values().stream()
                        .flatMap(verdict -> verdict.roles().stream())
                        .collect(Collectors.toUnmodifiableSet()))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Role::code, role -> role));
        for (Recipient to : addresses.people(done.keySet())) {
            Language language = Language.of(to.language().getLanguage());
            Verdict verdict = done.get(new PersonId(Objects.requireNonNull(to.person())));
            String names = Objects.requireNonNull(verdict).roles().stream()
                    .map(roles::get)
                    .filter(Objects::nonNull)
                    .map(role -> role.name().in(language))
                    .sorted()
                    .collect(Collectors.joining(", "));
            write(kind, to, decision, mail -> more.apply(mail.with(Detail.APPLICATIONS, names)));
        }
    }

    /** @param to null: into none */
    void tellOfMove(@Nullable SubdivisionId to, Collection<PersonId> moved, Decision decision) {
        String name =
                to == null ? null : qualities.findSubdivision(to).orElseThrow().name();
        addresses
                .people(moved)
                .forEach(person -> write(
                        NotificationKind.SUBDIVISION_CHANGED,
                        person,
                        decision,
                        mail -> mail.with(
                                Detail.SUBDIVISION,
                                name == null ? text("management.no-subdivision", person.language()) : name)));
    }

    /**
     * In the entity its managers, and for what becomes of a domain its access manager; in a quality its local manager, and for what becomes of that local manager the entity's
     * managers and the quality's mailbox; in subdivisions theirs, of their own people only (D5). Never who decided. The
     * words in which it was reasoned go to managers of the entity or the quality, not to subdivisions and mailboxes.
     *
     * @param of    what the people are whom it is about, or null when it is about nobody
     * @param about whom it is about, by subdivision; under null whoever is in none
     */
    private void tellManagers(
            Actor actor,
            String operation,
            @Nullable ResponsibilityKind of,
            Map<@Nullable SubdivisionId, Set<PersonId>> about,
            Collection<PersonId> toldAlready,
            Decision decision) {
        Place place = decision.place();
        Quality quality = place.quality();
        Set<PersonId> everybody =
                about.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<PersonId> managers = new LinkedHashSet<>();
        if (quality == null || of == ResponsibilityKind.LOCAL_MANAGER) {
            managers.addAll(
                    access.holders(place.organisation().id(), ResponsibilityKind.ENTITY_MANAGERS, decision.at()));
        }
        if (quality != null) {
            actingLocalManager(quality, decision.at()).ifPresent(managers::add);
        }
        DomainName domain = place.domain();
        if (domain != null) {
            actingAccessManager(place.organisation().id(), domain.code(), decision.at())
                    .ifPresent(managers::add);
        }
        managers.remove(actor.person());
        managers.removeAll(toldAlready);
        addresses.people(managers).forEach(to -> changed(to, operation, everybody, decision));
        if (of == ResponsibilityKind.LOCAL_MANAGER) {
            mailbox(place).ifPresent(to -> changed(to, operation, everybody, decision.withoutReason()));
        }
        tellSubdivisions(actor, operation, about, managers, toldAlready, decision.withoutReason());
    }

    private void tellSubdivisions(
            Actor actor,
            String operation,
            Map<@Nullable SubdivisionId, Set<PersonId>> about,
            Set<PersonId> toldWithTheWhole,
            Collection<PersonId> toldAlready,
            Decision decision) {
        Set<SubdivisionId> touched =
                about.keySet().stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (touched.isEmpty()) {
            return;
        }
        Map<PersonId, Set<SubdivisionId>> managers = qualities.managersOf(touched, decision.at());
        for (Recipient to : addresses.people(managers.keySet())) {
            PersonId manager = new PersonId(Objects.requireNonNull(to.person()));
            if (!manager.equals(actor.person())
                    && !toldWithTheWhole.contains(manager)
                    && !toldAlready.contains(manager)) {
                Set<PersonId> theirs = Objects.requireNonNull(managers.get(manager)).stream()
                        .flatMap(subdivision -> about.getOrDefault(subdivision, Set.of()).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                changed(to, operation, theirs, decision);
            }
        }
    }

    /** Blocked, they manage nothing and hear of nothing. */
    private Optional<PersonId> actingLocalManager(Quality quality, Instant at) {
        return access.localManager(quality.id(), at)
                .map(Responsibility::person)
                .filter(manager -> access.standings(quality.id(), List.of(manager), at).stream()
                        .anyMatch(standing -> standing.responsibility().kind() == ResponsibilityKind.LOCAL_MANAGER
                                && !standing.isBlocked()));
    }

    private Optional<PersonId> actingAccessManager(OrganisationId entity, DomainCode domain, Instant at) {
        return access.incumbents(ResponsibilityKind.ACCESS_MANAGER, entity, null, null, domain, at).stream()
                .filter(held -> access.findResponsibility(held.id(), at)
                        .filter(standing -> !standing.isBlocked())
                        .isPresent())
                .map(Responsibility::person)
                .findFirst();
    }

    private static Map<@Nullable SubdivisionId, Set<PersonId>> inSubdivision(Place place, Set<PersonId> people) {
        Map<@Nullable SubdivisionId, Set<PersonId>> about = new HashMap<>();
        about.put(place.subdivisionId(), people);
        return about;
    }

    private List<Recipient> otherEntityManagers(Actor actor, Place place) {
        return addresses.people(
                access.holders(place.organisation().id(), ResponsibilityKind.ENTITY_MANAGERS, clock.instant()).stream()
                        .filter(manager -> !manager.equals(actor.person()))
                        .toList());
    }

    private void changed(Recipient to, String operation, Collection<PersonId> about, Decision decision) {
        write(NotificationKind.ACCESS_CHANGED, to, decision, mail -> {
            Message told = mail.with(Detail.CHANGE, named("basis." + operation, decision.place(), to.language()));
            return about.isEmpty() ? told : told.with(Detail.PEOPLE, names(about));
        });
    }

    private void write(NotificationKind kind, Recipient to, Decision decision, UnaryOperator<Message> details) {
        Place place = decision.place();
        Message mail = Message.of(kind, to)
                .linkingTo(kind == NotificationKind.ACCESS_CHANGED ? place.path() : OWN_ACCESS)
                .with(
                        Detail.ENTITY,
                        place.organisation().name(Language.of(to.language().getLanguage())))
                .with(Detail.MANAGER, decision.by())
                .with(Detail.EFFECTIVE_DATE, Days.of(decision.at()));
        Quality quality = place.quality();
        if (quality != null) {
            mail = mail.with(Detail.QUALITY, text("quality." + quality.kind().name(), to.language()));
        }
        Subdivision subdivision = place.subdivision();
        if (subdivision != null) {
            mail = mail.with(Detail.SUBDIVISION, subdivision.name());
        }
        if (decision.reason() != null) {
            mail = mail.with(Detail.REASON, decision.reason());
        }
        notifications.write(details.apply(mail));
    }

    /** The mailbox of a quality, in the language of the entity's letters. */
    private Optional<Recipient> mailbox(Place place) {
        Quality quality = place.quality();
        if (quality == null || quality.email() == null) {
            return Optional.empty();
        }
        Recipient entity = addresses.organisation(place.organisation().id());
        return Optional.of(Recipient.mailbox(entity.name(), quality.email(), entity.language()));
    }

    /** Whom it concerns in each subdivision: the one they are in, and the one they come to. */
    private static Map<@Nullable SubdivisionId, Set<PersonId>> bySubdivision(
            UserAction action, List<UserState> concerned) {
        Map<@Nullable SubdivisionId, Set<PersonId>> people = new HashMap<>();
        for (UserState state : concerned) {
            Standing user = Objects.requireNonNull(state.user());
            people.computeIfAbsent(user.responsibility().subdivision(), id -> new LinkedHashSet<>())
                    .add(state.person());
            action.destination().ifPresent(to -> people.computeIfAbsent(to, id -> new LinkedHashSet<>())
                    .add(state.person()));
        }
        return people;
    }

    private String names(Collection<PersonId> people) {
        List<String> names = directory.people(people).stream()
                .map(person -> person.displayName())
                .sorted()
                .toList();
        return names.size() <= NAMES_IN_A_MAIL
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMES_IN_A_MAIL)) + " … (" + names.size() + ")";
    }

    private String nameOf(Actor actor) {
        return directory.person(actor.person()).displayName();
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    /**
     * What was decided, by whom and where.
     *
     * @param at from when on it holds
     */
    record Decision(
            String by, Place place, Instant at, @Nullable String reason) {

        Decision withoutReason() {
            return new Decision(by, place, at, null);
        }

        Decision from(Instant later) {
            return new Decision(by, place, later, reason);
        }
    }
}
