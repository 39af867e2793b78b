package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.ResponsibilitiesEnded;
import be.designations.access.Responsibility;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItemKind;
import be.designations.casework.WorkItems;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.replacement.ReplacementStore.LostTie;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final WorkItems workItems;
    private final ProcessDriver process;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    ReplacementSteps(
            ReplacementStore replacements,
            ReplacementMails mails,
            AccessModel access,
            Cases cases,
            WorkItems workItems,
            ProcessDriver process,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.replacements = replacements;
        this.mails = mails;
        this.access = access;
        this.cases = cases;
        this.workItems = workItems;
        this.process = process;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
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
                CaseKind.MANAGER_REPLACEMENT, held.organisation(), held.person(), now, ReplacementStatuses.ASKED);
        replacements.add(
                Replacement.asked(dossier.id(), responsibility, lost.get().endedAt(), now));
        cases.record(dossier.id(), new TimelineEntry(now, ReplacementStatuses.ASKED, null, null, null));
        audit.record(AuditEvent.of(ReplacementStatuses.ASKED, "responsibility", responsibility)
                .changing(
                        null,
                        Map.of(
                                "dossier",
                                dossier.number().value(),
                                "tieEndedAt",
                                lost.get().endedAt().toString())));
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
            settle(replacement, ReplacementOutcome.REPLACED, null, null, now, null);
        } else if (replacements.isTied(held, now)) {
            settle(replacement, ReplacementOutcome.TIED_AGAIN, null, null, now, null);
        }
    }

    /** Whoever ends a responsibility settles what was asked of it, in the same transaction. */
    @EventListener
    void settle(ResponsibilitiesEnded ended) {
        for (Replacement replacement : replacements.lockOpen(ended.responsibilities())) {
            PersonId by = access.lastDecisionOn(replacement.responsibility())
                    .map(Basis::decidedBy)
                    .orElse(null);
            settle(replacement, ReplacementOutcome.REPLACED, by, null, clock.instant(), null);
        }
    }

    /**
     * The process is told when this is done, see {@link SettledProcesses}: wherever it stands, nothing of it may hold back
     * the end of a responsibility.
     *
     * @param actingFor for whom the person acted, or null
     */
    void settle(
            Replacement replacement,
            ReplacementOutcome outcome,
            @Nullable PersonId by,
            @Nullable OrganisationId actingFor,
            Instant at,
            @Nullable String reason) {
        CaseFile dossier = cases.find(replacement.caseId()).orElseThrow();
        replacements.update(replacement.settle(outcome, by, at, reason));
        if (by != null) {
            workItems.findOpen(dossier.id()).ifPresent(work -> workItems.done(work.id(), by, at));
        }
        workItems.closeOpen(dossier.id(), WorkItemKind.REPLACE_PRINCIPAL_MANAGER, at);
        workItems.closeOpen(dossier.id(), WorkItemKind.REPLACE_MANAGER, at);
        cases.record(dossier.id(), new TimelineEntry(at, outcome.status(), by, actingFor, reason));
        Map<String, Object> after = new TreeMap<>();
        after.put("dossier", dossier.number().value());
        after.put("outcome", outcome.name());
        AuditEvent event = AuditEvent.of(outcome.status(), "responsibility", replacement.responsibility())
                .changing(null, after);
        audit.record(
                by == null ? event : event.by(by.value(), dossier.organisation().value()));
        cases.close(dossier.id(), outcome.status(), at);
        events.publishEvent(new SettledProcesses.Settled(dossier.number()));
    }

    /** Closes the dossier of what is settled. */
    public void close(DossierNumber number) {
        CaseFile dossier = dossier(number);
        ReplacementOutcome outcome =
                replacements.find(dossier.id()).map(Replacement::outcome).orElseThrow();
        if (dossier.closedAt() == null) {
            cases.close(dossier.id(), outcome.status(), clock.instant());
        }
    }

    private Responsibility held(UUID responsibility, Instant at) {
        return access.findResponsibility(responsibility, at).orElseThrow().responsibility();
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow(() -> new NotFoundException("dossier"));
    }
}
