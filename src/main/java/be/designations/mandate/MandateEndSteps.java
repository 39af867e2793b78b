package be.designations.mandate;

import be.designations.access.Basis;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.Mandate;
import be.designations.dpd.Mandates;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens in the dossier of the end of a mandate between people. Each step may be repeated and is taken once. */
@Service
@Transactional
public class MandateEndSteps {

    private final MandateStore mandates;
    private final MandateEnds ends;
    private final Mandates held;
    private final DpdRegister register;
    private final MandateExtensions extensions;
    private final MandateMails mails;
    private final Cases cases;
    private final CaseTrail trail;
    private final Clock clock;

    MandateEndSteps(
            MandateStore mandates,
            MandateEnds ends,
            Mandates held,
            DpdRegister register,
            MandateExtensions extensions,
            MandateMails mails,
            Cases cases,
            CaseTrail trail,
            Clock clock) {
        this.mandates = mandates;
        this.ends = ends;
        this.held = held;
        this.register = register;
        this.extensions = extensions;
        this.mails = mails;
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    /** Tells the CPAS, the officer and the desks when and why the mandate ends. */
    public void tell(DossierNumber number) {
        CaseFile dossier = dossier(number);
        mails.announced(dossier, ends.ending(mandates.findEnd(dossier.id()).orElseThrow()));
    }

    /**
     * The mandate has ended. A change of the local manager that rested on it is stopped, and the principal access manager told; where nobody
     * follows, a new application is asked for (D8).
     */
    public void over(DossierNumber number) {
        CaseFile dossier = dossier(number);
        MandateEnd found = mandates.findEnd(dossier.id()).orElseThrow();
        Mandate mandate = held.lock(found.mandate()).orElseThrow();
        MandateEnd end = mandates.lockEnd(dossier.id()).orElseThrow();
        if (!end.isOpen()) {
            return;
        }
        Instant now = clock.instant();
        EndingMandate ending = ends.ending(end);
        @Nullable Basis decision = ending.decision();
        PersonId by = decision == null ? null : decision.decidedBy();
        Optional<DossierNumber> stopped = held.ended(mandate, by, decision == null ? null : decision.reason(), now);
        extensions.lapse(mandate.id(), now);
        if (stopped.isPresent()) {
            mails.changeStopped(cases.find(stopped.get()).orElseThrow(), ending);
        }
        boolean succeeded = register.runningMandate(mandate.organisation(), now).isPresent();
        MandateEndStatus outcome = succeeded ? MandateEndStatus.SUCCEEDED : MandateEndStatus.WITHOUT_SUCCESSOR;
        MandateEnd settled = end.settle(outcome, null, now);
        mandates.update(settled);
        trail.happened(dossier, ends.ending(settled), Change.to(outcome, outcome.code()), now);
        // Between the two a CPAS may have no officer, and is not asked for another one.
        if (register.mandatesFrom(mandate.organisation(), now).isEmpty()) {
            mails.withoutSuccessor(dossier, ending);
        }
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow(() -> new IllegalStateException("no dossier " + number));
    }
}
