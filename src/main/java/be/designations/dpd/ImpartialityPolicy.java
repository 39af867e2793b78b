package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.casework.Cases;
import be.designations.casework.Waits;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * The candidate, the person who submitted, and whoever holds a responsibility in that CPAS neither give the opinion nor
 * take the decision on it (D13). A legal function, the mandate that runs and a working relationship (D20) count as responsibilities; whoever began the
 * draft, corrected its answers or completed the file counts as one who submitted.
 */
final class ImpartialityPolicy {

    private final Directory directory;
    private final AccessModel access;
    private final Waits waits;
    private final Cases cases;
    private final DpdRegister register;

    ImpartialityPolicy(Directory directory, AccessModel access, Waits waits, Cases cases, DpdRegister register) {
        this.directory = directory;
        this.access = access;
        this.waits = waits;
        this.cases = cases;
        this.register = register;
    }

    Optional<Rejection> check(DpdApplication application, PersonId official, Instant at) {
        var sent = application.sent();
        if (official.equals(sent.candidate())) {
            return Optional.of(Rejection.of("dpd.official-is-candidate"));
        }
        if (official.equals(sent.submittedBy())) {
            return Optional.of(Rejection.of("dpd.official-is-submitter"));
        }
        if (official.equals(application.draftedBy())
                || waits.of(sent.caseId()).stream().anyMatch(wait -> official.equals(wait.resolvedBy()))
                || cases.isBarred(sent.caseId(), official, DpdCase.GIVE_OPINION)) {
            return Optional.of(Rejection.of("dpd.official-worked-for-cpas"));
        }
        boolean tied = access.holdsAny(official, application.organisation(), at)
                || directory.holdsLegalFunction(official, application.organisation(), at)
                || directory.hasWorkingRelationship(official, application.organisation(), at)
                || register.officerOf(official, at).contains(application.organisation());
        return tied ? Optional.of(Rejection.of("dpd.official-is-tied-to-cpas")) : Optional.empty();
    }
}
