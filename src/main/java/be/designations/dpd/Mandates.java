package be.designations.dpd;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.WorkItems;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A mandate and the dossier that it came from, for whoever changes how it ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Mandates {

    private final DpdRegister register;
    private final DpdApplications applications;
    private final Cases cases;
    private final WorkItems workItems;
    private final CaseTrail trail;
    private final ProcessDriver process;

    Mandates(
            DpdRegister register,
            DpdApplications applications,
            Cases cases,
            WorkItems workItems,
            CaseTrail trail,
            ProcessDriver process) {
        this.register = register;
        this.applications = applications;
        this.cases = cases;
        this.workItems = workItems;
        this.trail = trail;
        this.process = process;
    }

    /**
     * Holds a mandate back from others until this transaction ends, with the work that waits in its dossier: whoever changes the local
     * manager at that moment does it before, or too late.
     */
    public Optional<Mandate> lock(UUID id) {
        register.find(id).flatMap(this::dossierOf).ifPresent(dossier -> workItems
                .findOpen(dossier.id())
                .ifPresent(open -> workItems.lockOpen(dossier.id(), open.kind())));
        return register.lock(id);
    }

    /** The dossier in which it was given; none for a mandate older than this register. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> dossierOf(Mandate mandate) {
        return Optional.ofNullable(mandate.application())
                .flatMap(applications::find)
                .flatMap(application -> cases.find(application.sent().caseId()));
    }

    /** Who sent the application that it came from; nobody for a mandate older than this register. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<PersonId> submitterOf(Mandate mandate) {
        return Optional.ofNullable(mandate.application())
                .flatMap(applications::find)
                .map(application -> application.sent().submittedBy());
    }

    /**
     * Says in its dossier that the mandate has ended; where the local manager was still to be changed, that change is stopped.
     *
     * @param by     who decided the end, or null
     * @param reason their words, or null
     * @return the dossier whose change was stopped
     */
    public Optional<DossierNumber> ended(Mandate mandate, @Nullable PersonId by, @Nullable String reason, Instant at) {
        CaseFile dossier = dossierOf(mandate).orElse(null);
        if (dossier == null) {
            return Optional.empty();
        }
        DpdApplication application = applications.lock(dossier.id()).orElseThrow();
        if (application.status() != ApplicationStatus.APPROVED) {
            trail.note(dossier, "dpd.mandate-ended", at);
            return Optional.empty();
        }
        DpdApplication stopped = application.endMandate(by, at);
        applications.update(stopped);
        trail.happened(
                dossier,
                stopped,
                Change.to(stopped.status(), "dpd.change-stopped").because(reason),
                by,
                null,
                at);
        process.signal(dossier.number(), DpdDesignationProcess.MANDATE_ENDED);
        return Optional.of(dossier.number());
    }
}
