package be.designations.principalmanager;

import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.util.Optional;

/**
 * Whoever asks does not verify, nor does whoever would be designated, nor anybody who holds something in that entity.
 * <i>Source: the special procedure of CSAM; D13 for what makes partial.</i>
 */
final class FourEyesPolicy {

    private FourEyesPolicy() {}

    /**
     * @param tied    whether the official holds a responsibility or legal function in the entity, or works for it
     * @param asksToo whether a request of the official's own for that entity is under way
     */
    static Optional<Rejection> check(
            PrincipalManagerRequest request, PersonId official, boolean tied, boolean asksToo) {
        if (official.equals(request.requestedBy())) {
            return Optional.of(Rejection.of("principalmanager.verifier-is-requester"));
        }
        if (official.equals(request.manager())) {
            return Optional.of(Rejection.of("principalmanager.verifier-is-proposed"));
        }
        if (tied) {
            return Optional.of(Rejection.of("principalmanager.verifier-is-tied"));
        }
        return asksToo ? Optional.of(Rejection.of("principalmanager.verifier-asks-too")) : Optional.empty();
    }
}
