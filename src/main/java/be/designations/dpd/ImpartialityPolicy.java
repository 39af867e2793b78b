package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * The candidate, the person who submitted, and whoever holds a responsibility in that CPAS neither give the opinion nor
 * take the decision on it (D13). A legal function counts as a responsibility.
 */
final class ImpartialityPolicy {

    private final Directory directory;
    private final AccessModel access;

    ImpartialityPolicy(Directory directory, AccessModel access) {
        this.directory = directory;
        this.access = access;
    }

    Optional<Rejection> check(DpdApplication application, PersonId official, Instant at) {
        var sent = application.sent();
        if (official.equals(sent.candidate())) {
            return Optional.of(Rejection.of("dpd.official-is-candidate"));
        }
        if (official.equals(sent.submittedBy())) {
            return Optional.of(Rejection.of("dpd.official-is-submitter"));
        }
        boolean tied = access.holdsAny(official, application.organisation(), at)
                || directory.holdsLegalFunction(official, application.organisation(), at);
        return tied ? Optional.of(Rejection.of("dpd.official-is-tied-to-cpas")) : Optional.empty();
    }
}
