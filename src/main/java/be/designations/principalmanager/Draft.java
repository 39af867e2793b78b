package be.designations.principalmanager;

import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;

/**
 * What somebody has typed so far for an enterprise.
 *
 * @param answers of the forms {@code principal-manager}, {@code principal-manager-relationship} and
 *                {@code principal-manager-mandate}
 */
public record Draft(RequestId id, PersonId person, EnterpriseNumber enterprise, FormValues answers, Instant changedAt) {

    Draft with(FormValues changed, Instant at) {
        return new Draft(id, person, enterprise, changed, at);
    }
}
