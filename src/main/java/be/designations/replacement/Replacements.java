package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.access.Responsibility;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseReaders;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessProgress;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItems;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.management.RelationshipDeclaration;
import be.designations.management.Ties;
import be.designations.notification.Notifications;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requests to replace a manager, for their readers. A manager is replaced or removed where managers are; here it is said
 * that the person stays, by a tie that somebody else declares.
 */
@Service
@Transactional
public class Replacements {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final String LAST_DAY = "lastDay";
    private static final String NOT_A_DECIDER = "replacement.not-a-decider";

    private final ReplacementStore replacements;
    private final ReplacementSteps steps;
    private final ReplacementPlaces places;
    private final Ties ties;
    private final Capacities capacities;
    private final CaseReaders readers;
    private final AccessModel access;
    private final Directory directory;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessProgress progress;
    private final Notifications notifications;
    private final AuditLog audit;
    private final Clock clock;

    Replacements(
            ReplacementStore replacements,
            ReplacementSteps steps,
            ReplacementPlaces places,
            Ties ties,
            Capacities capacities,
            CaseReaders readers,
            AccessModel access,
            Directory directory,
            Cases cases,
            WorkItems workItems,
            ProcessProgress progress,
            Notifications notifications,
            AuditLog audit,
            Clock clock) {
        this.replacements = replacements;
        this.steps = steps;
        this.places = places;
        this.ties = ties;
        this.capacities = capacities;
        this.readers = readers;
        this.access = access;
        this.directory = directory;
        this.cases = cases;
        this.workItems = workItems;
        this.progress = progress;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such dossier, or not for this reader */
    @Transactional(readOnly = true)
    public ReplacementView view(Actor actor, DossierNumber number) {
        CaseFile dossier = requireVisible(actor, number);
        Replacement replacement = replacements.find(dossier.id()).orElseThrow();
        Responsibility held = held(replacement);
        List<TimelineEntry> timeline = cases.timeline(dossier.id());
        Rejection refusal = refusal(actor, held).orElse(null);
        boolean waits = replacement.isOpen();
        boolean byRepresentative = AskedPeople.areRepresentatives(held, access, clock.instant());
        return new ReplacementView(
                dossier,
                replacement,
                places.of(held),
                directory.person(held.person()),
                replacements.tieEnded(held, replacement.tieEndedAt()),
                ties.allowing(held.kind()),
                workItems.findOpen(dossier.id()).orElse(null),
                timeline,
                notifications.ofCase(dossier.id().value()),
                progress.of(dossier.id()),
                people(replacement, timeline),
                byRepresentative,
                waits && refusal == null,
                waits && refusal != null && !refusal.code().equals(NOT_A_DECIDER) ? refusal : null);
    }

    private Map<PersonId, Person> people(Replacement replacement, List<TimelineEntry> timeline) {
        Set<PersonId> ids = Stream.concat(
                        timeline.stream().map(TimelineEntry::actor), Stream.ofNullable(replacement.settledBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return directory.people(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /**
     * Says that the person stays: ties them to the entity again, from now on.
     *
     * @param reason why; not blank
     * @throws NotFoundException       when there is no such dossier, or not for this actor
     * @throws NotAllowedException     when the actor sees it but does not decide, is to be replaced too, or it is about
     *                                 themselves
     * @throws AlreadyHandledException when it is settled
     * @throws RejectedException       when that tie does not allow the responsibility, or is declared badly
     */
    public void declareTie(Actor actor, DossierNumber number, RelationshipDeclaration declaration, String reason) {
        CaseFile dossier = requireVisible(actor, number);
        Replacement replacement = replacements.lock(dossier.id()).orElseThrow();
        Instant now = clock.instant();
        Responsibility held = held(replacement);
        refusal(actor, held).ifPresent(refusal -> {
            throw new NotAllowedException(refusal);
        });
        if (!replacement.isOpen() || !held.runs(now)) {
            throw alreadyHandled(actor, replacement, held);
        }
        refuseOverlap(held, declaration, now);
        String words;
        try {
            words = ties.declare(held.person(), held.organisation(), held.kind(), declaration, reason, now);
        } catch (RejectedException refused) {
            throw new RejectedException(
                    refused.rejections().stream().map(Replacements::placed).toList());
        }
        if (words == null) {
            throw new RejectedException(Rejection.ofField("replacement.reason-missing", "reason"));
        }
        audit.record(AuditEvent.of(
                        "replacement.tie-declared", "person", held.person().value())
                .by(actor.person().value(), dossier.organisation().value())
                .changing(
                        null,
                        Map.of(
                                "category",
                                declaration.category().name(),
                                "organisation",
                                held.organisation().value(),
                                "dossier",
                                number.value())));
        steps.settle(replacement, ReplacementOutcome.TIED_AGAIN, actor.person(), actor.actingFor(), now, words);
    }

    /** A relationship of that category that is known to begin later cannot be run into. */
    private void refuseOverlap(Responsibility held, RelationshipDeclaration declaration, Instant now) {
        LocalDate lastDay = declaration.lastDay();
        directory
                .nextRelationship(held.person(), held.organisation(), declaration.category(), now)
                .map(begin -> LocalDate.ofInstant(begin, Deadlines.BRUSSELS))
                .filter(begin -> lastDay == null || !lastDay.isBefore(begin))
                .ifPresent(begin -> {
                    throw new RejectedException(
                            Rejection.ofField("replacement.tie-begins-later", LAST_DAY, DATE.format(begin)));
                });
    }

    /** The rules name the last day as the forms of managers do. */
    private static Rejection placed(Rejection rejection) {
        return "relationshipLastDay".equals(rejection.field())
                ? Rejection.ofField(
                        rejection.code(), LAST_DAY, rejection.arguments().toArray())
                : rejection;
    }

    /** Why the actor, who sees the dossier, may not decide that the person stays; nothing when they may. */
    private Optional<Rejection> refusal(Actor actor, Responsibility held) {
        boolean representatives = AskedPeople.areRepresentatives(held, access, clock.instant());
        Set<CapacityKind> deciders = representatives ? CapacityKind.REPRESENTATIVES : CapacityKind.ENTITY_MANAGERS;
        if (actor.person().equals(held.person())) {
            return Optional.of(Rejection.of("replacement.not-for-oneself"));
        }
        if (capacities.holds(actor, held.organisation(), deciders)) {
            // Managers who have left would otherwise keep each other; a representative is tied by the function.
            return !representatives && replacements.isToBeReplaced(actor.person(), held.organisation(), clock.instant())
                    ? Optional.of(Rejection.of("replacement.decider-without-tie"))
                    : Optional.empty();
        }
        boolean elsewhere = capacities.of(actor.person()).stream()
                .anyMatch(capacity ->
                        capacity.organisation().equals(held.organisation()) && deciders.contains(capacity.kind()));
        if (!elsewhere) {
            return Optional.of(Rejection.of(NOT_A_DECIDER));
        }
        return Optional.of(Rejection.of(
                actor.level().isAtLeast(SignInLevel.ITSME) ? "access.acting-for-another" : "access.sign-in-too-weak"));
    }

    private AlreadyHandledException alreadyHandled(Actor actor, Replacement replacement, Responsibility held) {
        PersonId by = replacement.settledBy();
        Instant at = replacement.settledAt() == null ? held.validUntil() : replacement.settledAt();
        return new AlreadyHandledException(
                nameOf(by), Objects.requireNonNull(at), actor.person().equals(by));
    }

    private @Nullable String nameOf(@Nullable PersonId person) {
        return person == null ? null : directory.person(person).displayName();
    }

    private Responsibility held(Replacement replacement) {
        return access.findResponsibility(replacement.responsibility(), clock.instant())
                .orElseThrow()
                .responsibility();
    }

    private CaseFile requireVisible(Actor actor, DossierNumber number) {
        return cases.find(number)
                .filter(dossier -> dossier.kind() == CaseKind.MANAGER_REPLACEMENT)
                .filter(dossier -> readers.sees(actor, dossier))
                .orElseThrow(() -> new NotFoundException("dossier"));
    }
}
