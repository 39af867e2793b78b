package be.designations.mandate;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.audit.AuditEvent;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.StepTaken;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdLetters;
import be.designations.dpd.DpdLetters.Signature;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.Mandate;
import be.designations.dpd.MandateEndReason;
import be.designations.dpd.Mandates;
import be.designations.mandate.MandateAnswers.TakingBack;
import be.designations.memory.TransactionMemory;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide on the end of a mandate: the officer resigns, or the CPAS says so for them; SPP IS withdraws its approval. Each opens a
 * dossier that tells and follows it. Nothing is switched off by it (D8).
 *
 * <p>Every operation throws {@link NotFoundException} for a mandate that the actor does not see and {@link NotAllowedException} for one
 * that they see and may not end.
 */
@Service
@Transactional
public class MandateEnds {

    /** As the forms say. */
    private static final int LONGEST = 2_000;

    private final MandateStore mandates;
    private final MandateAccess rules;
    private final Mandates held;
    private final DpdRegister register;
    private final AccessModel access;
    private final Directory directory;
    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final DpdLetters letters;
    private final Clock clock;

    MandateEnds(
            MandateStore mandates,
            MandateAccess rules,
            Mandates held,
            DpdRegister register,
            AccessModel access,
            Directory directory,
            Cases cases,
            CaseTrail trail,
            ProcessDriver process,
            DpdLetters letters,
            Clock clock) {
        this.mandates = mandates;
        this.rules = rules;
        this.held = held;
        this.register = register;
        this.access = access;
        this.directory = directory;
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * The officer resigns, or the CPAS tells that they have.
     *
     * @param lastDay the last day of the mandate; today, later, or past
     * @param reason  the words of who says so, or null
     * @return the number of the dossier
     * @throws RejectedException       when the mandate cannot end then
     * @throws AlreadyHandledException when it was said already that it ends then
     */
    public DossierNumber resign(Actor actor, UUID id, LocalDate lastDay, @Nullable String reason) {
        Mandate locked = lock(actor, id);
        MandateState mandate = rules.require(actor, id);
        rules.notResigning(actor, mandate).ifPresent(MandateEnds::refuse);
        Instant now = clock.instant();
        Instant end = Days.endOf(lastDay);
        mandates.endsOf(id).stream()
                .filter(told -> told.cause() == MandateEndReason.RESIGNATION
                        && told.endsAt().equals(end)
                        && told.outcome() != MandateEndStatus.TAKEN_BACK
                        && told.outcome() != MandateEndStatus.CHANGED)
                .findFirst()
                .ifPresent(told -> repeated(actor, told));
        // Before what is wrong with the day: no other day is right until that one is taken back.
        mandates.findOpenEnd(id)
                .filter(open -> !mandate.isOver(now))
                .ifPresent(open -> reject(Rejection.of(
                        "mandate.end-announced",
                        new BelgianDates().lastDay(open.endsAt()),
                        cases.find(open.caseId()).orElseThrow().number().value())));
        EndPolicy.check(mandate, lastDay, mandates.localManagerSince(mandate).orElse(null), now)
                .ifPresent(MandateEnds::reject);
        CaseFile dossier = open(actor.person(), mandate, now);
        Basis basis = Basis.of(dossier.id().value(), "mandate-resignation", actor.person(), now, null, words(reason));
        access.save(basis);
        register.changeEnd(id, end, MandateEndReason.RESIGNATION, basis.id());
        return announce(actor, locked, mandate, MandateEndReason.RESIGNATION, end, dossier, basis, now);
    }

    /**
     * SPP IS withdraws its approval: the mandate ends now; one that has not begun is struck out.
     *
     * @param reason why; it must be given
     * @return the number of the dossier
     * @throws AlreadyHandledException when the approval was withdrawn already
     */
    public DossierNumber withdraw(Actor actor, UUID id, @Nullable String reason) {
        Mandate locked = lock(actor, id);
        MandateState mandate = rules.require(actor, id);
        rules.notWithdrawing(actor, mandate).ifPresent(MandateEnds::refuse);
        Instant now = clock.instant();
        mandates.endsOf(id).stream()
                .filter(told -> told.cause() == MandateEndReason.WITHDRAWAL)
                .findFirst()
                .ifPresent(told -> repeated(actor, told));
        if (mandate.isOver(now)) {
            Instant until = mandate.struckOutAt() == null ? mandate.until() : mandate.struckOutAt();
            reject(Rejection.of("mandate.over", until == null ? "" : new BelgianDates().lastDay(until)));
        }
        String words = words(reason);
        if (words == null) {
            throw new RejectedException(Rejection.ofField("mandate.reason-missing", "reason"));
        }
        letters.requireWritten(words, "reason");
        mandates.findOpenEnd(id).ifPresent(open -> supersede(open, actor, now));
        CaseFile dossier = open(actor.person(), mandate, now);
        Basis basis = Basis.of(
                dossier.id().value(), "mandate-withdrawal", actor.person(), now, "dpd-is-local-manager", words);
        access.save(basis);
        if (mandate.hasBegun(now)) {
            register.changeEnd(id, now, MandateEndReason.WITHDRAWAL, basis.id());
        } else {
            register.strikeOut(locked, now, basis.id());
        }
        letters.withdrawn(dossier, register.find(id).orElseThrow(), new Signature(actor.person(), null, now), words);
        return announce(actor, locked, mandate, MandateEndReason.WITHDRAWAL, now, dossier, basis, now);
    }

    /** Why a resignation is not taken back: meanwhile it was decided that another mandate begins before this one would have ended. */
    Optional<Rejection> notTakingBack(EndingMandate ending) {
        Instant formerEnd = isReplacedNoMore(ending)
                ? register.endUnreplaced(ending.end().mandate()).orElse(null)
                : ending.end().formerEnd();
        return register
                .mandatesFrom(ending.mandate().organisation(), ending.end().endsAt())
                .stream()
                .filter(next -> !next.id().equals(ending.mandate().id()))
                .filter(next -> formerEnd == null || next.validFrom().isBefore(formerEnd))
                .findFirst()
                .map(next -> Rejection.of("mandate.next-begins", new BelgianDates().day(next.validFrom())));
    }

    /** Takes a resignation back before its day: the mandate ends as it would have without it. */
    Change takeBack(StepTaken<EndingMandate, TakingBack> step) {
        EndingMandate ending = step.content();
        MandateEnd end = ending.end();
        if (isReplacedNoMore(ending)) {
            register.undoReplacement(end.mandate());
        } else {
            register.changeEnd(end.mandate(), end.formerEnd(), end.formerEndReason(), end.formerBasis());
        }
        mandates.update(end.settle(MandateEndStatus.TAKEN_BACK, step.by(), step.at()));
        Change change = Change.to(MandateEndStatus.TAKEN_BACK, MandateEndStatus.TAKEN_BACK.code())
                .because(words(step.answers().reason()));
        // One that is suspended or about to go on by itself finds the end settled.
        return process.awaits(step.dossier().number(), MandateEndProcess.CHANGED)
                ? change.signalling(MandateEndProcess.CHANGED)
                : change;
    }

    /** Whether another mandate was to take its place, and is to begin no more: its approval was withdrawn meanwhile. */
    private boolean isReplacedNoMore(EndingMandate ending) {
        if (ending.end().formerEndReason() != MandateEndReason.REPLACEMENT) {
            return false;
        }
        Instant formerEnd = Objects.requireNonNull(ending.end().formerEnd());
        return register.mandatesFrom(ending.mandate().organisation(), formerEnd).stream()
                .noneMatch(next -> next.validFrom().equals(formerEnd));
    }

    /** Follows a mandate that has ended by its date, once. */
    void expire(Mandate expired, Instant now) {
        MandateState mandate = mandates.find(expired.id()).orElseThrow();
        // A dossier has somebody who opened it; here that is whom it is about, and the timeline says that nobody
        // decided it.
        CaseFile dossier = open(expired.person(), mandate, now);
        announce(
                null,
                expired,
                mandate,
                MandateEndReason.EXPIRY,
                Objects.requireNonNull(mandate.until()),
                dossier,
                null,
                now);
    }

    private DossierNumber announce(
            @Nullable Actor actor,
            Mandate locked,
            MandateState before,
            MandateEndReason cause,
            Instant endsAt,
            CaseFile dossier,
            @Nullable Basis basis,
            Instant now) {
        BasisId decision = basis == null ? null : basis.id();
        MandateEnd end = MandateEnd.announced(dossier.id(), before, cause, endsAt, decision);
        mandates.add(end);
        EndingMandate ending = new EndingMandate(end, mandates.find(locked.id()).orElseThrow(), basis);
        Change change = Change.to(MandateEndStatus.ANNOUNCED, "mandate." + ending.cause())
                .audited(audited(before, end));
        if (actor == null || basis == null) {
            trail.happened(dossier, ending, change, now);
        } else {
            trail.opened(dossier, ending, change.because(basis.reason()), actor, now);
        }
        process.start(
                MandateEndProcess.KEY,
                dossier.number(),
                Map.of(MandateEndProcess.OVER, !endsAt.isAfter(now), MandateEndProcess.ENDS_AT, Date.from(endsAt)));
        return dossier.number();
    }

    private static AuditEvent audited(MandateState mandate, MandateEnd end) {
        Map<String, Object> before = new TreeMap<>();
        before.put("person", mandate.person().value());
        before.put("organisation", mandate.organisation().value());
        if (mandate.until() != null) {
            before.put("until", mandate.until().toString());
        }
        Map<String, Object> after = new TreeMap<>(before);
        after.put("until", end.endsAt().toString());
        after.put("cause", end.cause().name());
        AuditEvent event =
                AuditEvent.of("dpd.mandate-end", "dpd-mandate", mandate.id()).changing(before, after);
        BasisId basis = end.basis();
        return basis == null ? event : event.justifiedBy(basis.value());
    }

    private void supersede(MandateEnd open, Actor actor, Instant now) {
        CaseFile dossier = cases.find(open.caseId()).orElseThrow();
        EndingMandate ending = ending(open);
        mandates.update(open.settle(MandateEndStatus.CHANGED, actor.person(), now));
        trail.happened(
                dossier,
                ending,
                Change.to(MandateEndStatus.CHANGED, MandateEndStatus.CHANGED.code()),
                actor.person(),
                actor.actingFor(),
                now);
        if (process.awaits(dossier.number(), MandateEndProcess.CHANGED)) {
            process.signal(dossier.number(), MandateEndProcess.CHANGED);
        }
    }

    EndingMandate ending(MandateEnd end) {
        BasisId basis = end.basis();
        @Nullable
        Basis decision = basis == null ? null : access.findDecision(basis).orElseThrow();
        return new EndingMandate(end, mandates.find(end.mandate()).orElseThrow(), decision);
    }

    private CaseFile open(PersonId by, MandateState mandate, Instant now) {
        return cases.open(
                MandateEndCase.KIND, mandate.organisation(), by, mandate.person(), now, MandateEndStatus.ANNOUNCED);
    }

    private Mandate lock(Actor actor, UUID id) {
        rules.require(actor, id);
        Mandate locked = held.lock(id).orElseThrow(() -> new NotFoundException("mandate"));
        // Whoever held it before may have changed what the actor is.
        TransactionMemory.forgetAll();
        return locked;
    }

    /** A second click, or a colleague who was faster. */
    private void repeated(Actor actor, MandateEnd told) {
        EndingMandate ending = ending(told);
        PersonId by =
                Optional.ofNullable(ending.decision()).map(Basis::decidedBy).orElse(null);
        throw new AlreadyHandledException(
                by == null ? null : directory.person(by).displayName(),
                ending.decision() == null ? told.endsAt() : ending.decision().decidedAt(),
                actor.person().equals(by));
    }

    private static void refuse(Rejection refusal) {
        throw new NotAllowedException(refusal);
    }

    private static void reject(Rejection refusal) {
        throw new RejectedException(refusal);
    }

    static @Nullable String words(@Nullable String reason) {
        String words = reason == null ? "" : Typed.lines(reason);
        if (words.length() > LONGEST) {
            reject(Rejection.ofField("mandate.reason-too-long", "reason", LONGEST));
        }
        return words.isEmpty() ? null : words;
    }
}
