package be.designations.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a pass over the whole chain found, compared with the anchors that are kept outside the database.
 *
 * @param events      how many rows there are
 * @param firstBroken id of the first row that was changed, or that follows a changed or removed one; null if none
 * @param head        hash of the last row in hexadecimal; null in an empty log
 * @param anchors     with how many anchors it was compared
 * @param unmet       the first anchor whose row is gone or another one, so that the end was cut off or the chain computed anew; null
 *                    if none
 * @param forged      how many lines of the file of anchors this application has not signed
 */
public record AuditVerification(
        long events,
        @Nullable Long firstBroken,
        @Nullable String head,
        int anchors,
        @Nullable AuditAnchor unmet,
        int forged) {

    public boolean isSound() {
        return firstBroken == null && unmet == null && forged == 0;
    }

    /** Whether rows at the end are gone. */
    public boolean isCut() {
        return unmet != null && events < unmet.events();
    }
}
