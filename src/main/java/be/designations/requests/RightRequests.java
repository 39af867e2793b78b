package be.designations.requests;

import be.designations.access.ResponsibilityKind;
import be.designations.access.Rights;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.StepTaken;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.Tied;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.management.Grants;
import be.designations.management.RelationshipDeclaration;
import be.designations.management.Ties;
import be.designations.management.Verdict;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for a right, and answering. Who may do what and when stands in {@link RightRequestCase}. */
@Service
@Transactional
public class RightRequests {

    /** From when on a right that ends may be asked for anew: its holder and those who manage it are told then (D106). */
    private static final int DAYS_BEFORE_THE_END = 30;

    private final RightRequestStore store;
    private final RightRequestPlaces places;
    private final RightRequestMails mails;
    private final Grants grants;
    private final Ties ties;
    private final Rights rights;
    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final Directory directory;
    private final Clock clock;

    RightRequests(
            RightRequestStore store,
            RightRequestPlaces places,
            RightRequestMails mails,
            Grants grants,
            Ties ties,
            Rights rights,
            Cases cases,
            CaseTrail trail,
            ProcessDriver process,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.mails = mails;
        this.grants = grants;
        this.ties = ties;
        this.rights = rights;
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The dossier of a request.
     *
     * @param isNew not when the same was asked for already: then that dossier is meant (D43)
     */
    public record Asked(DossierNumber number, boolean isNew) {}

    /**
     * Asks for a right for oneself.
     *
     * @param entity as {@link RightRequestPlaces#entity} answers
     * @throws RejectedException when the role is not granted there, nobody there can answer, or the person has it already
     */
    public Asked ask(Actor actor, Organisation entity, String role, WantedRight wanted) {
        PersonId person = actor.person();
        // One click after the other.
        rights.lock(List.of(person));
        RightRequestPlaces.Place place = places.place(person, entity, role);
        Optional<DossierNumber> open = store.findOpen(person, place.quality().id(), role);
        if (open.isPresent()) {
            return new Asked(open.get(), false);
        }
        Instant now = clock.instant();
        RejectedException.throwIfAny(refusals(place, person, wanted, now));
        CaseFile dossier = cases.open(
                RightRequestCase.KIND,
                entity.id(),
                place.quality().id(),
                person,
                person,
                now,
                RightRequestStatus.ASKED);
        RightRequest request =
                RightRequest.asked(dossier.id(), person, place.quality().id(), role, wanted, now);
        store.add(request);
        // Nobody is offered to decide on their own request (D29).
        cases.bar(dossier.id(), person, RightRequestCase.DECIDE);
        trail.opened(
                dossier,
                request,
                Change.to(RightRequestStatus.ASKED, RightRequestStatus.ASKED.code())
                        .because(wanted.reason()),
                actor.itself(),
                now);
        process.start(RightRequestProcess.KEY, dossier.number(), Map.of());
        return new Asked(dossier.number(), true);
    }

    private List<Rejection> refusals(RightRequestPlaces.Place place, PersonId person, WantedRight wanted, Instant now) {
        List<Rejection> refusals = new ArrayList<>();
        if (store.has(person, place.quality().id(), place.role().code(), soon(now))) {
            refusals.add(Rejection.of("requests.has-it-already"));
        }
        if (wanted.reason().isBlank()) {
            refusals.add(Rejection.ofField("requests.reason-missing", "reason"));
        } else if (wanted.reason().length() > WantedRight.LONGEST_REASON) {
            refusals.add(Rejection.ofField("management.reason-too-long", "reason", WantedRight.LONGEST_REASON));
        }
        if (wanted.lastDay() != null && wanted.lastDay().isBefore(Days.of(now))) {
            refusals.add(Rejection.ofField("management.ends-in-the-past", "lastDay"));
        }
        if (!wanted.units().isEmpty()) {
            Set<EstablishmentUnitNumber> known = directory
                    .establishmentUnits(place.entity().id(), now)
                    .stream()
                    .map(unit -> unit.number())
                    .collect(Collectors.toUnmodifiableSet());
            if (!place.role().takesContext()) {
                refusals.add(Rejection.ofField("requests.role-without-context", "context"));
            } else if (!known.containsAll(wanted.units())) {
                refusals.add(Rejection.ofField("management.unit-of-another-entity", "context"));
            }
        }
        return refusals;
    }

    @Transactional(readOnly = true)
    public Optional<RightRequest> find(CaseId dossier) {
        return store.find(dossier);
    }

    RightRequest lock(CaseFile dossier) {
        return store.lock(dossier.id()).orElseThrow();
    }

    /** What the person asked for, the latest first. */
    @Transactional(readOnly = true)
    public List<OwnRequest> of(PersonId person, int most) {
        return store.of(person, most);
    }

    /** Whether somebody decides on what they asked for themselves. <i>Source: D43.</i> */
    Optional<Rejection> hindrance(Actor actor, RightRequest request) {
        return actor.person().equals(request.person())
                ? Optional.of(Rejection.of("requests.not-for-oneself"))
                : Optional.empty();
    }

    static Optional<Rejection> notTheAsker(Actor actor, RightRequest request) {
        return actor.person().equals(request.person())
                ? Optional.empty()
                : Optional.of(Rejection.of("requests.not-the-asker"));
    }

    /** Whether the person has the right by another decision, and not only for a short while (D106). */
    public boolean isNeedless(RightRequest request) {
        return request.isOpen()
                && store.has(request.person(), request.quality(), request.role(), soon(clock.instant()));
    }

    /** When the right ends that the person still has for a short while, and asks to keep; empty when they have none. */
    public Optional<Instant> heldUntil(RightRequest request) {
        return store.heldUntil(request.person(), request.quality(), request.role(), clock.instant());
    }

    private static Instant soon(Instant now) {
        return Days.endOf(Days.of(now).plusDays(DAYS_BEFORE_THE_END));
    }

    /** What ties the person to the entity. */
    public Tied ties(PersonId person, OrganisationId entity) {
        return directory.ties(List.of(person), entity).getOrDefault(person, Tied.NOT_AT_ALL);
    }

    /** Whether the right can be granted without declaring a working relationship first. */
    public boolean isTied(PersonId person, OrganisationId entity) {
        return ties(person, entity).until(clock.instant()).isPresent();
    }

    /**
     * Grants what the manager fills in, by the operation and under the rules of managers.
     *
     * @throws RejectedException when a rule refuses
     */
    Change grant(StepTaken<RightRequest, RightGrant> step) {
        RightRequest request = step.content();
        RightGrant grant = step.answers();
        OrganisationId entity = step.dossier().organisation();
        if (!isTied(request.person(), entity)) {
            declare(step, grant);
        }
        Verdict verdict = grants.answer(
                step.dossier().id().value(),
                step.actor(),
                directory.organisation(entity).enterpriseNumber(),
                grant.right(request.role()),
                request.person());
        Rejection why = verdict.why();
        if (why != null) {
            throw new RejectedException(why);
        }
        return settled(step, RightRequestStatus.GRANTED, grant.reason());
    }

    private void declare(StepTaken<RightRequest, RightGrant> step, RightGrant grant) {
        RelationshipDeclaration declared = grant.relationship();
        if (declared == null) {
            throw new RejectedException(Rejection.ofField("management.no-working-relationship", "category"));
        }
        String why = grant.relationshipReason();
        if (why == null) {
            throw new RejectedException(
                    Rejection.ofField("requests.relationship-reason-missing", "relationshipReason"));
        }
        CaseFile dossier = step.dossier();
        ties.declare(
                step.content().person(),
                dossier.organisation(),
                ResponsibilityKind.USER,
                declared,
                step.at(),
                ties.decision(step.actor(), dossier.id().value(), why, step.at()));
    }

    Change refuse(StepTaken<RightRequest, RightRefusal> step) {
        return settled(step, RightRequestStatus.REFUSED, step.answers().reason());
    }

    Change close(StepTaken<RightRequest, RightRequestEnd> step) {
        return settled(step, RightRequestStatus.NEEDLESS, step.answers().remark());
    }

    Change withdraw(StepTaken<RightRequest, RightRequestEnd> step) {
        return settled(step, RightRequestStatus.WITHDRAWN, step.answers().remark())
                .signalling(RightRequestProcess.WITHDRAWN);
    }

    private Change settled(StepTaken<RightRequest, ?> step, RightRequestStatus how, @Nullable String words) {
        store.update(step.content().settle(how, step.by(), step.at(), words));
        return Change.to(how, how.code()).because(words);
    }

    /** Tells those who can answer. */
    public void tellManagers(DossierNumber number) {
        CaseFile dossier = cases.find(number).orElseThrow();
        mails.asked(dossier, store.find(dossier.id()).orElseThrow());
    }

    /** Tells whoever asked what became of it. */
    public void tellPerson(DossierNumber number) {
        CaseFile dossier = cases.find(number).orElseThrow();
        mails.settled(dossier, store.find(dossier.id()).orElseThrow());
    }
}
