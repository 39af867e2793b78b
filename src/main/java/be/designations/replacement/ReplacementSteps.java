package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.ResponsibilitiesEnded;
import be.designations.access.Responsibility;
import be.designations.audit.AuditEvent;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.WorkItems;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.replacement.ReplacementStore.LostTie;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a manager whose tie to the entity has ended: the entity is asked to replace them, nothing is switched off
 * by itself. Each step may be repeated and is taken once.
 */
@Service
@Transactional
public class ReplacementSteps {

    private final ReplacementStore replacements;
    private final ReplacementMails mails;
    private final AccessModel access;
    private final Cases cases;
    private final CaseTrail trail;
    private final WorkItems workItems;
    private final ProcessDriver process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReplacementSteps(
            ReplacementStore replacements,
            ReplacementMails mails,
            AccessModel access,
            Cases cases,
            CaseTrail trail,
            WorkItems workItems,
            ProcessDriver process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.replacements = replacements;
        this.mails = mails;
        this.access = access;
        this.cases = cases;
        this.trail = trail;
        this.workItems = workItems;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the dossiers for all that this person is in that entity and has no tie for any more. */
    public void openFor(PersonId person, OrganisationId organisation) {
        replacements.lostBy(person, organisation, clock.instant()).forEach(lost -> open(lost.responsibility()));
    }

    /** Opens the dossier for a responsibility that has lost its tie, unless that is done or being done. */
    void open(UUID responsibility) {
        Instant now = clock.instant();
        Optional<LostTie> lost = replacements.lockLost(responsibility, now);
        if (lost.isEmpty()) {
            return;
        }
        Responsibility held = held(responsibility, now);
        // A dossier has somebody who opened it; here that is whom it is about, and the timeline says that nobody asked.
        CaseFile dossier = cases.open(
                ReplacementCase.KIND, held.organisation(), held.person(), null, now, ReplacementStatus.ASKED);
        // Whoever is to be replaced does not keep themselves.
        cases.bar(
                dossier.id(),
                held.person(),
                ReplacementCase.REPLACE_PRINCIPAL_MANAGER,
                ReplacementCase.REPLACE_MANAGER);
        Replacement replacement =
                Replacement.asked(dossier.id(), responsibility, lost.get().endedAt(), now);
        replacements.add(replacement);
        trail.happened(
                dossier,
                new AskedReplacement(replacement, held),
                Change.to(ReplacementStatus.ASKED, ReplacementStatus.ASKED.code())
                        .audited(AuditEvent.of(ReplacementStatus.ASKED.code(), "responsibility", responsibility)
                                .changing(
                                        null,
                                        Map.of(
                                                "dossier",
                                                dossier.number().value(),
                                                "tieEndedAt",
                                                lost.get().endedAt().toString()))),
                now);
        process.start(
                ManagerReplacementProcess.KEY,
                dossier.number(),
                Map.of(ManagerReplacementProcess.BY_REPRESENTATIVE, AskedPeople.areRepresentatives(held, access, now)));
    }

    /** Writes to whoever is to replace the manager. */
    public void ask(DossierNumber number) {
        CaseFile dossier = dossier(number);
        Replacement replacement = replacements.find(dossier.id()).orElseThrow();
        mails.asked(dossier, replacement, held(replacement.responsibility(), clock.instant()));
    }

    /** Settles what time has settled: the responsibility has reached its end, or a tie runs again. */
    void settleByTime(CaseId caseId) {
        Instant now = clock.instant();
        Replacement replacement = replacements.lock(caseId).orElseThrow();
        if (!replacement.isOpen()) {
            return;
        }
        Responsibility held = held(replacement.responsibility(), now);
        if (!held.runs(now)) {
            settle(replacement, held, ReplacementStatus.REPLACED, null, now);
        } else if (replacements.isTied(held, now)) {
            settle(replacement, held, ReplacementStatus.TIED_AGAIN, null, now);
        }
    }

    /** Whoever ends a responsibility settles what was asked of it, in the same transaction. */
    @EventListener
    void settle(ResponsibilitiesEnded ended) {
        Instant now = clock.instant();
        for (Replacement replacement : replacements.lockOpen(ended.responsibilities())) {
            PersonId by = access.lastDecisionOn(replacement.responsibility())
                    .map(Basis::decidedBy)
                    .orElse(null);
            settle(replacement, held(replacement.responsibility(), now), ReplacementStatus.REPLACED, by, now);
        }
    }

    private void settle(
            Replacement replacement,
            Responsibility held,
            ReplacementStatus outcome,
            @Nullable PersonId by,
            Instant at) {
        CaseFile dossier = cases.find(replacement.caseId()).orElseThrow();
        if (by != null) {
            workItems.findOpen(dossier.id()).ifPresent(work -> workItems.done(work.id(), by, null, at));
        }
        Change settled = settle(replacement, outcome, by, at, null);
        workItems.closeOpen(dossier.id(), ReplacementCase.REPLACE_PRINCIPAL_MANAGER, at);
        workItems.closeOpen(dossier.id(), ReplacementCase.REPLACE_MANAGER, at);
        trail.happened(dossier, new AskedReplacement(replacement, held), settled, by, null, at);
    }

    /**
     * Settles a request. The process is told when this is done, see {@link SettledProcesses}: wherever it stands, nothing of
     * it may hold back the end of a responsibility.
     */
    Change settle(
            Replacement replacement,
            ReplacementStatus outcome,
            @Nullable PersonId by,
            Instant at,
            @Nullable String reason) {
        CaseFile dossier = cases.find(replacement.caseId()).orElseThrow();
        replacements.update(replacement.settle(outcome, by, at, reason));
        events.publishEvent(new SettledProcesses.Settled(dossier.number()));
        AuditEvent event = AuditEvent.of(outcome.code(), "responsibility", replacement.responsibility())
                .changing(null, Map.of("dossier", dossier.number().value(), "outcome", outcome.name()));
        return Change.to(outcome, outcome.code())
                .because(reason)
                .audited(
                        by == null
                                ? event
                                : event.by(by.value(), dossier.organisation().value()))
                .tellingLater();
    }

    /** Closes the dossier of what is settled. */
    public void close(DossierNumber number) {
        CaseFile dossier = dossier(number);
        ReplacementStatus outcome =
                replacements.find(dossier.id()).map(Replacement::outcome).orElseThrow();
        if (dossier.closedAt() == null) {
            cases.moveTo(dossier.id(), outcome, clock.instant());
        }
    }

    private Responsibility held(UUID responsibility, Instant at) {
        return access.findResponsibility(responsibility, at).orElseThrow().responsibility();
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow(() -> new NotFoundException("dossier"));
    }
}
