package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people lay hands on dossiers: taking steps, taking work and giving it back. The one order in which a step is taken
 * stands here, for every kind: it is seen, locked, theirs, still what they saw, possible now, in nobody else's hands; then
 * it is done, written down, and the process goes on; all in one transaction.
 *
 * <p>Every operation throws {@link NotFoundException} when the actor may not see the dossier, {@link NotAllowedException}
 * when they see it but may not do this, and {@link AlreadyHandledException} when somebody was faster.
 */
@Service
@Transactional
public class CaseDesk {

    private final CaseTypes types;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessDriver process;
    private final ProcessProgress progress;
    private final CaseTrail trail;
    private final Desks desks;
    private final Answers answers;
    private final Directory directory;
    private final Clock clock;

    CaseDesk(
            CaseTypes types,
            Cases cases,
            WorkItems workItems,
            ProcessDriver process,
            ProcessProgress progress,
            CaseTrail trail,
            Desks desks,
            Answers answers,
            Directory directory,
            Clock clock) {
        this.types = types;
        this.cases = cases;
        this.workItems = workItems;
        this.process = process;
        this.progress = progress;
        this.trail = trail;
        this.desks = desks;
        this.answers = answers;
        this.directory = directory;
        this.clock = clock;
    }

    /** A step with the process that has it. */
    public record Found<C extends CaseContent>(CaseProcess<C> process, CaseStep<C, ?> step) {}

    /** @throws NotFoundException when there is no such dossier, or not for this actor */
    @Transactional(readOnly = true)
    public CaseFile require(Actor actor, DossierNumber number) {
        return cases.find(number)
                .filter(dossier -> types.sees(actor, dossier))
                .orElseThrow(() -> new NotFoundException("dossier"));
    }

    /** @throws NotFoundException when dossiers like that have no such step, or not yet */
    @Transactional(readOnly = true)
    public Found<?> find(CaseFile dossier, String step) {
        return types.in(dossier, progress.of(dossier.id()).keySet())
                .flatMap(owner -> called(owner, step))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("step"));
    }

    private static <C extends CaseContent> Stream<Found<C>> called(CaseProcess<C> owner, String step) {
        return owner.steps().stream().filter(it -> it.isCalled(step)).map(it -> new Found<>(owner, it));
    }

    /**
     * Takes a step.
     *
     * @param seen    the version of the dossier on which the actor decided, or null when they take it as it is now, where the
     *                step allows that
     * @param payload the answers, of the type that the step declares
     * @return what became of it: the event
     * @throws be.designations.rules.RejectedException when a rule refuses
     */
    public String perform(Actor actor, DossierNumber number, String step, @Nullable Integer seen, Object payload) {
        CaseFile dossier = require(actor, number);
        return perform(actor, dossier, find(dossier, step), seen, payload);
    }

    private <C extends CaseContent> String perform(
            Actor actor, CaseFile dossier, Found<C> found, @Nullable Integer seen, Object payload) {
        return perform(actor, dossier, found.process(), found.step(), seen, payload);
    }

    private <C extends CaseContent, P> String perform(
            Actor actor,
            CaseFile found,
            CaseProcess<C> owner,
            CaseStep<C, P> step,
            @Nullable Integer seen,
            Object payload) {
        C content = owner.lock(found);
        // Whoever held it before has changed it: what is read now is what is there.
        CaseFile dossier = cases.find(found.id()).orElseThrow();
        step.notTheirs(actor, dossier, content, desks)
                .or(() -> step.hindrance(actor, content))
                .ifPresent(refusal -> {
                    throw new NotAllowedException(refusal);
                });
        boolean stale = !step.runsAlongside() && seen != null && seen != dossier.version();
        WorkItem work = !step.isWork()
                ? null
                : workItems
                        .findOpen(dossier.id())
                        .filter(open -> step.does(open.kind()))
                        .flatMap(open -> workItems.lockOpen(dossier.id(), open.kind()))
                        .orElse(null);
        if (stale || !step.isOpen(content) || (step.isWork() && work == null)) {
            throw alreadyHandled(actor, owner.lastHandled(content));
        }
        if (seen == null && step.needsVersion()) {
            throw new RejectedException(Rejection.ofField("casework.version-needed", "version"));
        }
        refuseTaken(actor, work);
        P given = step.answers().cast(payload);
        if (step.runsAlongside()) {
            // Nothing else tells a second click of what never comes too late.
            Optional<String> before = before(actor, dossier, step.key(), given);
            if (before.isPresent()) {
                return before.get();
            }
        }
        Instant now = clock.instant();
        Change change = step.perform(new StepTaken<>(actor, dossier, content, given, now));
        if (work != null) {
            workItems.done(work.id(), actor.person(), now);
        }
        trail.happened(dossier, content, change, actor.person(), actor.actingFor(), now);
        if (!step.runsAlongside() && !change.moves(dossier)) {
            // A new status tells by itself that it comes too late for what was read before.
            cases.outdate(dossier.id());
        }
        cases.remember(
                dossier.id(),
                new TakenStep(
                        actor.person(),
                        step.key(),
                        change.event(),
                        TakenStep.digest(dossier.id(), answers.written(given))),
                now);
        goOn(dossier, work, change);
        return change.event();
    }

    private void goOn(CaseFile dossier, @Nullable WorkItem work, Change change) {
        if (change.message() != null) {
            process.signal(dossier.number(), change.message());
        } else if (work != null && !change.toldLater()) {
            process.complete(dossier.number(), work.kind(), change.outcome());
        }
    }

    /** What became of the step when the actor has taken it with the same answers before: a second click. */
    @Transactional(readOnly = true)
    public Optional<String> before(Actor actor, CaseFile dossier, String step, Object payload) {
        String digest = TakenStep.digest(dossier.id(), answers.written(payload));
        return cases.lastStep(dossier.id(), actor.person())
                .filter(taken -> taken.is(actor.person(), step, digest))
                .map(TakenStep::event);
    }

    private void refuseTaken(Actor actor, @Nullable WorkItem work) {
        PersonId holder = work == null ? null : work.assignee();
        if (holder != null && !holder.equals(actor.person())) {
            throw new NotAllowedException(takenBy(holder));
        }
    }

    private Rejection takenBy(PersonId holder) {
        return Rejection.of("casework.taken-by-other", directory.person(holder).displayName());
    }

    /**
     * Takes the open work of a dossier, so that the others see who has it.
     *
     * @param fromOther whether to take it over when a colleague has it
     */
    public void take(Actor actor, DossierNumber number, boolean fromOther) {
        CaseFile dossier = require(actor, number);
        WorkItem work = workOf(actor, dossier);
        if (actor.person().equals(work.assignee())) {
            return;
        }
        if (!fromOther) {
            refuseTaken(actor, work);
        }
        workItems.assign(work.id(), actor.person(), clock.instant());
        handled(actor, dossier, work, "case.taken");
    }

    /** Gives the work back, so that a colleague can take it. */
    public void release(Actor actor, DossierNumber number) {
        CaseFile dossier = require(actor, number);
        WorkItem work = workOf(actor, dossier);
        if (actor.person().equals(work.assignee())) {
            workItems.release(work.id());
            handled(actor, dossier, work, "case.released");
        }
    }

    private void handled(Actor actor, CaseFile dossier, WorkItem work, String event) {
        trail.handled(
                dossier, event, actor, desks.officeOf(work.kind().desk()).orElse(actor.actingFor()), clock.instant());
    }

    /** The work at which the dossier waits, which the actor may do; held back from others. */
    private WorkItem workOf(Actor actor, CaseFile dossier) {
        WorkItem open = workItems.findOpen(dossier.id()).orElse(null);
        CaseProcess<?> owner = open == null
                ? types.of(dossier.kind())
                : types.process(open.kind().process());
        return workOf(actor, dossier, owner, open);
    }

    private <C extends CaseContent> WorkItem workOf(
            Actor actor, CaseFile dossier, CaseProcess<C> owner, @Nullable WorkItem open) {
        C content = owner.lock(dossier);
        WorkItem work = open == null
                ? null
                : workItems.lockOpen(dossier.id(), open.kind()).orElse(null);
        if (work == null) {
            throw alreadyHandled(actor, owner.lastHandled(content));
        }
        // Whoever may do one thing with the work may take it.
        Set<Optional<Rejection>> refusals = owner.steps().stream()
                .filter(step -> step.does(work.kind()))
                .map(step -> step.notTheirs(actor, dossier, content, desks).or(() -> step.hindrance(actor, content)))
                .collect(Collectors.toSet());
        if (!refusals.contains(Optional.<Rejection>empty())) {
            throw new NotAllowedException(refusals.stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> Rejection.of("casework.not-theirs")));
        }
        return work;
    }

    /** Everything that can be done with a dossier, and whether that reader may do it now. */
    <C extends CaseContent> List<Offer> offers(
            Actor reader, CaseFile dossier, CaseProcess<C> owner, C content, @Nullable WorkItem open) {
        return owner.steps().stream()
                .map(step -> offer(reader, dossier, owner, step, content, open))
                .toList();
    }

    private <C extends CaseContent> Offer offer(
            Actor reader,
            CaseFile dossier,
            CaseProcess<C> owner,
            CaseStep<C, ?> step,
            C content,
            @Nullable WorkItem open) {
        Optional<Rejection> notTheirs = step.notTheirs(reader, dossier, content, desks);
        boolean waits = !step.isWork() || (open != null && step.does(open.kind()));
        PersonId holder = !step.isWork() || open == null ? null : open.assignee();
        Offer.State state;
        Rejection refusal = notTheirs.orElse(null);
        if (refusal != null) {
            state = Offer.State.NOT_THEIRS;
        } else if (!waits || !step.isOpen(content)) {
            state = Offer.State.NOT_NOW;
        } else {
            refusal = step.hindrance(reader, content).orElse(null);
            if (refusal != null) {
                state = Offer.State.HINDERED;
            } else if (holder != null && !holder.equals(reader.person())) {
                state = Offer.State.TAKEN;
                refusal = takenBy(holder);
            } else {
                state = Offer.State.POSSIBLE;
            }
        }
        return new Offer(
                owner.key(),
                step.key(),
                state,
                refusal,
                step.isSecondary() ? Offer.Look.SECONDARY : Offer.Look.PRIMARY,
                step.isWork());
    }

    private AlreadyHandledException alreadyHandled(Actor actor, Handled last) {
        PersonId by = last.by();
        return new AlreadyHandledException(
                by == null
                        ? null
                        : directory.findPerson(by).map(Person::displayName).orElse(""),
                last.at(),
                actor.person().equals(by));
    }
}
