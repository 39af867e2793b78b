package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.memory.TransactionMemory;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * @throws NotFoundException   when there is no such dossier, or not for this actor
     * @throws NotAllowedException the same for whoever worked at a desk that another organisation has taken over (D18): they may have it
     *     open, and whether there is such a dossier is not said
     */
    @Transactional(readOnly = true)
    public CaseFile require(Actor actor, DossierNumber number) {
        Optional<CaseFile> seen = cases.find(number).filter(dossier -> types.sees(actor, dossier));
        if (seen.isEmpty()) {
            desks.lost(actor).ifPresent(CaseDesk::refuse);
        }
        return seen.orElseThrow(() -> new NotFoundException("dossier"));
    }

    /** @throws NotFoundException when dossiers like that have no such step, or not yet */
    @Transactional(readOnly = true)
    public CaseStep<?, ?> find(CaseFile dossier, String step) {
        return types.in(dossier, progress.of(dossier.id()).keySet())
                .<CaseStep<?, ?>>flatMap(process -> process.steps().stream())
                .filter(it -> it.isCalled(step))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("step"));
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
        return perform(actor, number, step, seen, asked -> payload);
    }

    /**
     * The same, for who does not know the step before.
     *
     * @param payload gives the answers that the step asks for
     */
    public String perform(
            Actor actor,
            DossierNumber number,
            String step,
            @Nullable Integer seen,
            Function<CaseStep<?, ?>, Object> payload) {
        CaseFile dossier = require(actor, number);
        CaseStep<?, ?> asked = find(dossier, step);
        return perform(actor, dossier, asked, seen, payload.apply(asked));
    }

    private <C extends CaseContent, P> String perform(
            Actor asking, CaseFile found, CaseStep<C, P> step, @Nullable Integer seen, Object payload) {
        Actor actor = step.isPersonal() ? asking.itself() : asking;
        C content = step.process().lock(found);
        // Whoever held it before has changed it, and who may do what may have changed meanwhile: what is read now is
        // what is there.
        TransactionMemory.forgetAll();
        CaseFile dossier = cases.find(found.number()).orElseThrow();
        step.refusal(actor, dossier, content, desks).ifPresent(CaseDesk::refuse);
        boolean stale = !step.runsAlongside() && seen != null && seen != dossier.version();
        WorkItem work = !step.isWork()
                ? null
                : workItems
                        .findOpen(dossier.id())
                        .filter(open -> step.does(open.kind()))
                        .flatMap(open -> workItems.lockOpen(dossier.id(), open.kind()))
                        .orElse(null);
        if (!step.isOpen(content)) {
            throw alreadyHandled(actor, dossier, step.process(), content);
        }
        if (step.isWork() && work == null) {
            // What a called process waited for has been ended by the dossier, which knows by whom.
            throw endedWith(actor, dossier, types.of(dossier.kind()));
        }
        if (stale) {
            throw alreadyHandled(actor, dossier, step.process(), content).whileOpen();
        }
        if (seen == null && step.needsVersion()) {
            throw new RejectedException(Rejection.ofField("casework.version-needed", "version"));
        }
        taken(actor, work).ifPresent(CaseDesk::refuse);
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
            workItems.done(work.id(), actor.person(), actor.inPlaceOf(), now);
        }
        trail.happened(dossier, content, change, actor, now);
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

    private static void refuse(Rejection refusal) {
        throw new NotAllowedException(refusal);
    }

    /** Who else has the work, if anybody. */
    private Optional<Rejection> taken(Actor actor, @Nullable WorkItem work) {
        return Optional.ofNullable(work)
                .filter(it -> !it.isWith(actor))
                .map(WorkItem::assignee)
                .map(holder -> Rejection.of(
                        "casework.taken-by-other", directory.person(holder).displayName()));
    }

    /**
     * Takes the open work of a dossier, so that the others see who has it.
     *
     * @param fromOther whether to take it over when a colleague has it
     */
    public void take(Actor actor, DossierNumber number, boolean fromOther) {
        CaseFile dossier = require(actor, number);
        WorkItem work = workOf(actor, dossier).item();
        if (work.isWith(actor)) {
            return;
        }
        if (!fromOther) {
            taken(actor, work).ifPresent(CaseDesk::refuse);
        }
        workItems.assign(work.id(), actor, clock.instant());
        handled(actor, dossier, work, "case.taken");
    }

    /**
     * Gives the work back, so that a colleague can take it.
     *
     * @return false when it was not theirs, so that nothing was to be done
     */
    public boolean release(Actor actor, DossierNumber number) {
        CaseFile dossier = require(actor, number);
        WorkItem work = workOf(actor, dossier).item();
        if (!work.isWith(actor)) {
            return false;
        }
        workItems.release(work.id());
        handled(actor, dossier, work, "case.released");
        return true;
    }

    /**
     * Hands the work to a colleague, whoever has it: whoever may take it over may (D74).
     *
     * @param note what the giver says to them and to the desk, or null
     * @return the work; empty when they have it already
     * @throws RejectedException at the field {@code colleague}, when that is nobody who may do it
     */
    public Optional<WorkKind> handOver(Actor actor, DossierNumber number, PersonId colleague, @Nullable String note) {
        CaseFile dossier = require(actor, number);
        Work<?> open = workOf(actor, dossier);
        WorkItem work = open.item();
        if (colleague.equals(actor.person())) {
            throw new RejectedException(Rejection.ofField("casework.hand-over-to-oneself", "colleague"));
        }
        // Whatever they sign in with when they come: what they are is what counts.
        if (open.refusal(new Actor(colleague, null, SignInLevel.EID), dossier, desks)
                .isPresent()) {
            throw new RejectedException(Rejection.ofField("casework.not-a-colleague", "colleague"));
        }
        if (colleague.equals(work.assignee())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        workItems.handOver(work.id(), colleague, actor.person(), note, now);
        trail.handedOver(dossier, open.content(), actor, officeOr(actor, work), colleague, now);
        return Optional.of(work.kind());
    }

    private void handled(Actor actor, CaseFile dossier, WorkItem work, String event) {
        trail.handled(dossier, event, actor, officeOr(actor, work), clock.instant());
    }

    private @Nullable OrganisationId officeOr(Actor actor, WorkItem work) {
        return desks.officeOf(work.kind().desk()).orElse(actor.actingFor());
    }

    /** Work that waits, and what the module keeps of its dossier. */
    private record Work<C extends CaseContent>(CaseProcess<C> owner, C content, WorkItem item) {

        /** Why somebody may do nothing of it: whoever may do one thing with the work may take it. */
        Optional<Rejection> refusal(Actor actor, CaseFile dossier, Desks desks) {
            List<Optional<Rejection>> refusals = owner.steps().stream()
                    .filter(step -> step.does(item.kind()))
                    .map(step -> step.refusal(actor, dossier, content, desks))
                    .toList();
            return refusals.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : Optional.of(refusals.stream()
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElseGet(() -> Rejection.of("casework.not-theirs")));
        }
    }

    /** The work at which the dossier waits, which the actor may do; held back from others. */
    private Work<?> workOf(Actor actor, CaseFile dossier) {
        WorkItem open = workItems.findOpen(dossier.id()).orElse(null);
        CaseProcess<?> owner = open == null
                ? types.of(dossier.kind())
                : types.process(open.kind().process());
        return workOf(actor, dossier, owner, open);
    }

    private <C extends CaseContent> Work<C> workOf(
            Actor actor, CaseFile dossier, CaseProcess<C> owner, @Nullable WorkItem open) {
        C content = owner.lock(dossier);
        TransactionMemory.forgetAll();
        WorkItem item = open == null
                ? null
                : workItems.lockOpen(dossier.id(), open.kind()).orElse(null);
        if (item == null) {
            throw alreadyHandled(actor, dossier, owner, content);
        }
        Work<C> work = new Work<>(owner, content, item);
        work.refusal(actor, dossier, desks).ifPresent(CaseDesk::refuse);
        return work;
    }

    /** Everything that can be done with a dossier, and whether that reader may do it now. */
    <C extends CaseContent> List<Offer> offers(
            Actor reader, CaseFile dossier, CaseProcess<C> owner, C content, @Nullable WorkItem open) {
        return owner.steps().stream()
                .map(step -> offer(reader, dossier, step, content, open))
                .toList();
    }

    private <C extends CaseContent> Offer offer(
            Actor reader, CaseFile dossier, CaseStep<C, ?> step, C content, @Nullable WorkItem open) {
        Optional<Rejection> notTheirs = step.notTheirs(reader, dossier, content, desks);
        if (notTheirs.isPresent()) {
            return Offer.of(step, Offer.State.NOT_THEIRS, notTheirs.get());
        }
        boolean waits = !step.isWork() || (open != null && step.does(open.kind()));
        if (!waits || !step.isOpen(content)) {
            return Offer.of(step, Offer.State.NOT_NOW, null);
        }
        Optional<Rejection> hindrance = step.hindrance(reader, content);
        if (hindrance.isPresent()) {
            return Offer.of(step, Offer.State.HINDERED, hindrance.get());
        }
        Optional<Rejection> taken = taken(reader, step.isWork() ? open : null);
        return Offer.of(step, taken.isPresent() ? Offer.State.TAKEN : Offer.State.POSSIBLE, taken.orElse(null));
    }

    private <C extends CaseContent> AlreadyHandledException endedWith(
            Actor actor, CaseFile dossier, CaseProcess<C> process) {
        return alreadyHandled(
                actor, dossier, process, process.find(dossier.id()).orElseThrow());
    }

    private <C extends CaseContent> AlreadyHandledException alreadyHandled(
            Actor actor, CaseFile dossier, CaseProcess<C> process, C content) {
        Handled last = process.lastHandled(content);
        if (last.by() == null && types.status(dossier.status()).orElseThrow().isLast()) {
            return AlreadyHandledException.ended(dossier.status(), last.at());
        }
        String by = Optional.ofNullable(last.by())
                .map(person ->
                        directory.findPerson(person).map(Person::displayName).orElse(""))
                .orElse(null);
        return new AlreadyHandledException(by, last.at(), actor.person().equals(last.by()));
    }
}
