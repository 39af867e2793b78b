package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.calendar.Days;
import be.designations.casework.Change;
import be.designations.casework.Handled;
import be.designations.casework.StepTaken;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people do with a request once it is sent: support verifies the mandate, whoever asked takes it back. */
@Component
class MandateVerdicts {

    private final PrincipalManagerRequests requests;
    private final Nominees nominees;
    private final Incumbents incumbents;
    private final AccessModel access;
    private final Directory directory;

    MandateVerdicts(
            PrincipalManagerRequests requests,
            Nominees nominees,
            Incumbents incumbents,
            AccessModel access,
            Directory directory) {
        this.requests = requests;
        this.nominees = nominees;
        this.incumbents = incumbents;
        this.access = access;
        this.directory = directory;
    }

    /**
     * Gives the verdict of support on a mandate that the register does not show; accepted, the process designates the
     * manager at once.
     *
     * @throws RejectedException when a refusal has no reason, or a rule refuses the designation
     */
    Change verify(StepTaken<PrincipalManagerRequest, MandateVerification> step) {
        PrincipalManagerRequest request = step.content();
        boolean accepted = step.answers().decision() == MandateVerification.Decision.ACCEPT;
        String reason = step.answers().reason();
        String words = reason == null || reason.isBlank() ? null : reason.strip();
        if (!accepted && words == null) {
            throw new RejectedException(Rejection.ofField("principalmanager.refusal-without-reason", "reason"));
        }
        if (accepted) {
            RejectedException.throwIfAny(refusalsNow(request, step.at()));
        }
        UUID present = incumbents
                .principalManager(request.organisation())
                .map(Incumbent::responsibility)
                .orElse(null);
        PrincipalManagerRequest decided = request.decided(
                new PrincipalManagerRequest.Verdict(step.by(), step.inPlaceOf(), step.at(), accepted, words), present);
        if (!accepted) {
            decided = decided.settled(RequestStatus.REFUSED, null, step.at());
        }
        requests.update(decided);
        return Change.of(accepted ? "principal-manager.mandate-verified" : "principal-manager.mandate-refused")
                .movingTo(decided.status())
                .because(words)
                .routing(PrincipalManagerProcess.MANDATE_ACCEPTED, accepted);
    }

    /** What has come in the way of a request since it was made; it is about no field of the form. */
    private List<Rejection> refusalsNow(PrincipalManagerRequest request, Instant now) {
        Person manager = directory.person(request.manager());
        List<Rejection> refusals = new ArrayList<>(PrincipalManagerPolicy.check(
                manager.disabled(), incumbents.isPrincipalManager(manager.id(), request.organisation())));
        nominees.mismatch(request).ifPresent(refusals::add);
        Tie tie = request.tie();
        if (tie != null) {
            refusals.addAll(PrincipalManagerPolicy.check(tie, Days.of(now)));
        }
        return refusals.stream()
                .map(refusal -> Rejection.of(refusal.code(), refusal.arguments().toArray()))
                .toList();
    }

    /** Takes the request back while it waits. */
    Change withdraw(StepTaken<PrincipalManagerRequest, PrincipalManagerWithdrawal> step) {
        requests.update(step.content().settled(RequestStatus.WITHDRAWN, null, step.at()));
        return Change.to(RequestStatus.WITHDRAWN, "principal-manager.withdrawn")
                .because(step.answers().reason())
                .signalling(PrincipalManagerProcess.WITHDRAWN);
    }

    /** Who designated the principal access manager whom the entity has now. */
    Handled lastDesignation(PrincipalManagerRequest request) {
        Optional<Basis> last = incumbents
                .principalManager(request.organisation())
                .flatMap(incumbent -> access.lastDecisionOn(incumbent.responsibility()));
        return last.map(basis -> new Handled(basis.decidedBy(), basis.decidedAt()))
                .orElseGet(() -> Handled.of(request));
    }
}
