package be.designations.mandate;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
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
import be.designations.dpd.DpdLetters;
import be.designations.dpd.DpdLetters.Signature;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.Mandate;
import be.designations.dpd.Mandates;
import be.designations.mandate.MandateAnswers.ExtensionDecision;
import be.designations.mandate.MandateAnswers.ExtensionWithdrawal;
import be.designations.memory.TransactionMemory;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A CPAS asks that a mandate with an end go on; SPP IS allows it, or refuses with a reason. <i>Source: D95.</i> */
@Service
@Transactional
public class MandateExtensions {

    private static final String LAST_DAY = "lastDay";

    private final ExtensionStore extensions;
    private final MandateStore mandates;
    private final MandateAccess rules;
    private final Mandates held;
    private final DpdRegister register;
    private final AccessModel access;
    private final Directory directory;
    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final MandateMails mails;
    private final DpdLetters letters;
    private final Clock clock;

    MandateExtensions(
            ExtensionStore extensions,
            MandateStore mandates,
            MandateAccess rules,
            Mandates held,
            DpdRegister register,
            AccessModel access,
            Directory directory,
            Cases cases,
            CaseTrail trail,
            ProcessDriver process,
            MandateMails mails,
            DpdLetters letters,
            Clock clock) {
        this.extensions = extensions;
        this.mandates = mandates;
        this.rules = rules;
        this.held = held;
        this.register = register;
        this.access = access;
        this.directory = directory;
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.mails = mails;
        this.letters = letters;
        this.clock = clock;
    }

    /** Whether it can be asked now that this mandate go on. */
    @Transactional(readOnly = true)
    public boolean isPossible(MandateState mandate) {
        return hindrance(mandate, clock.instant()).isEmpty()
                && extensions.of(mandate.id()).stream().noneMatch(Extension::isOpen);
    }

    private static Optional<Rejection> hindrance(MandateState mandate, Instant now) {
        boolean extensible = mandate.state(now) == RegisterQuery.State.RUNNING && mandate.until() != null;
        return extensible ? Optional.empty() : Optional.of(Rejection.of("mandate.not-to-extend"));
    }

    /**
     * Asks that a mandate go on until that day.
     *
     * @return the number of the dossier
     * @throws NotFoundException       when there is no such mandate, or not for this actor
     * @throws NotAllowedException     when the actor does not file for the CPAS
     * @throws RejectedException       when the mandate cannot go on until then
     * @throws AlreadyHandledException when that was asked already, and waits
     */
    public DossierNumber ask(Actor actor, UUID id, LocalDate lastDay, @Nullable String reason) {
        rules.require(actor, id);
        held.lock(id);
        TransactionMemory.forgetAll();
        MandateState mandate = rules.require(actor, id);
        rules.notAskingExtension(actor, mandate).ifPresent(why -> {
            throw new NotAllowedException(why);
        });
        Instant now = clock.instant();
        for (Extension earlier : extensions.of(id)) {
            if (earlier.isOpen() && earlier.lastDay().equals(lastDay)) {
                throw new AlreadyHandledException(
                        directory.person(earlier.askedBy()).displayName(),
                        earlier.askedAt(),
                        actor.person().equals(earlier.askedBy()));
            }
            if (earlier.isOpen()) {
                throw new RejectedException(Rejection.of(
                        "mandate.extension-waits",
                        cases.find(earlier.caseId()).orElseThrow().number().value()));
            }
        }
        RejectedException.throwIfAny(hindrance(mandate, now).or(() -> tooSoonOrLate(mandate, lastDay, LAST_DAY)));
        String words = MandateEnds.words(reason);
        if (words == null) {
            throw new RejectedException(Rejection.ofField("mandate.extension-reason-missing", "reason"));
        }
        CaseFile dossier = cases.open(
                ExtensionCase.KIND,
                mandate.organisation(),
                actor.person(),
                mandate.person(),
                now,
                ExtensionStatus.ASKED);
        Extension extension = new Extension(
                dossier.id(),
                id,
                lastDay,
                words,
                actor.person(),
                now,
                Objects.requireNonNull(mandate.until()),
                null,
                null,
                null,
                null,
                null);
        extensions.add(extension);
        trail.opened(
                dossier,
                new AskedExtension(extension, mandate),
                Change.to(ExtensionStatus.ASKED, ExtensionStatus.ASKED.code()).because(words),
                actor,
                now);
        process.start(ExtensionProcess.KEY, dossier.number(), Map.of());
        return dossier.number();
    }

    private Optional<Rejection> tooSoonOrLate(MandateState mandate, LocalDate lastDay, String field) {
        BelgianDates dates = new BelgianDates();
        Instant until = Objects.requireNonNull(mandate.until());
        Instant end = Days.endOf(lastDay);
        if (!end.isAfter(until)) {
            return Optional.of(Rejection.ofField("mandate.not-later", field, dates.lastDay(until)));
        }
        return register.mandatesFrom(mandate.organisation(), until).stream()
                .filter(next ->
                        !next.id().equals(mandate.id()) && next.validFrom().isBefore(end))
                .findFirst()
                .map(next -> Rejection.ofField("mandate.next-begins", field, dates.day(next.validFrom())));
    }

    /** The decision of SPP IS. */
    Change decide(StepTaken<AskedExtension, ExtensionDecision> step) {
        Extension extension = step.content().extension();
        MandateState mandate = step.content().mandate();
        String words = MandateEnds.words(step.answers().reason());
        letters.requireWritten(words, "reason");
        Signature signature = new Signature(step.by(), step.inPlaceOf(), step.at());
        if (!step.answers().isAllowance()) {
            if (words == null) {
                throw new RejectedException(Rejection.ofField("mandate.extension-refusal-missing", "reason"));
            }
            letters.extensionRefused(step.dossier(), held(mandate), signature, words);
            extensions.update(extension.settle(ExtensionStatus.REFUSED, step.by(), step.at(), words, null));
            return Change.to(ExtensionStatus.REFUSED, ExtensionStatus.REFUSED.code())
                    .because(words);
        }
        RejectedException.throwIfAny(hindrance(mandate, step.at())
                .map(why -> why.at("decision"))
                .or(() -> tooSoonOrLate(mandate, extension.lastDay(), "decision")));
        Basis basis = Basis.of(extension.caseId().value(), "mandate-extension", step.by(), step.at(), null, words)
                .inPlaceOf(step.inPlaceOf());
        access.save(basis);
        Instant end = Days.endOf(extension.lastDay());
        register.changeEnd(mandate.id(), end, null, null);
        letters.extended(step.dossier(), held(mandate), signature, words);
        extensions.update(extension.settle(ExtensionStatus.ALLOWED, step.by(), step.at(), words, basis.id()));
        AuditEvent extended = AuditEvent.of("dpd.mandate-extended", "dpd-mandate", mandate.id())
                .changing(Map.of("until", String.valueOf(mandate.until())), Map.of("until", end.toString()))
                .justifiedBy(basis.id().value())
                .by(step.actor());
        return Change.to(ExtensionStatus.ALLOWED, ExtensionStatus.ALLOWED.code())
                .because(words)
                .audited(extended);
    }

    private Mandate held(MandateState mandate) {
        return register.find(mandate.id()).orElseThrow();
    }

    /** The CPAS takes its request back. */
    Change withdraw(StepTaken<AskedExtension, ExtensionWithdrawal> step) {
        String words = MandateEnds.words(step.answers().reason());
        extensions.update(
                step.content().extension().settle(ExtensionStatus.WITHDRAWN, step.by(), step.at(), words, null));
        return Change.to(ExtensionStatus.WITHDRAWN, ExtensionStatus.WITHDRAWN.code())
                .because(words)
                .signalling(ExtensionProcess.OVER);
    }

    /** The mandate has ended: what waits for a decision on its end lapses. */
    void lapse(UUID mandate, Instant now) {
        extensions.of(mandate).stream().filter(Extension::isOpen).forEach(open -> {
            CaseFile dossier = cases.find(open.caseId()).orElseThrow();
            Extension lapsed = open.settle(ExtensionStatus.LAPSED, null, now, null, null);
            extensions.update(lapsed);
            trail.happened(
                    dossier, asked(lapsed), Change.to(ExtensionStatus.LAPSED, ExtensionStatus.LAPSED.code()), now);
            if (process.awaits(dossier.number(), ExtensionProcess.OVER)) {
                process.signal(dossier.number(), ExtensionProcess.OVER);
            }
        });
    }

    AskedExtension asked(Extension extension) {
        return new AskedExtension(extension, mandates.find(extension.mandate()).orElseThrow());
    }

    /** Tells SPP IS that a decision is asked for. */
    public void tellAsked(DossierNumber number) {
        CaseFile dossier = cases.find(number).orElseThrow();
        mails.extensionAsked(dossier, asked(extensions.find(dossier.id()).orElseThrow()));
    }

    /** Tells the CPAS and the officer what was decided. */
    public void tellDecided(DossierNumber number) {
        CaseFile dossier = cases.find(number).orElseThrow();
        mails.extensionDecided(dossier, asked(extensions.find(dossier.id()).orElseThrow()));
    }
}
