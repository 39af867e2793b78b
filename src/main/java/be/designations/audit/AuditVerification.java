package be.designations.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a pass over the whole log found, compared with the anchors that are kept outside the database.
 *
 * @param events      how many rows there are
 * @param firstBroken id of the first row that was changed, or that follows a changed or removed one; null if none
 * @param head        what the log ends with in hexadecimal, as an anchor says it; null while the pass goes on and in an empty log
 * @param anchors     with how many anchors it was compared
 * @param unmet       the first anchor whose rows are gone or other ones, so that an end was cut off or the chain computed anew; null
 *                    if none
 * @param forged      how many lines of the file of anchors this application has not signed
 * @param unread      whether the anchors that are kept could not be read, so that it was not compared with them
 */
public record AuditVerification(
        long events,
        @Nullable Long firstBroken,
        @Nullable String head,
        int anchors,
        @Nullable UnmetAnchor unmet,
        int forged,
        boolean unread) {

    /** Whether it is whole, and was compared with everything that is kept. */
    public boolean isSound() {
        return !isUnsound() && !unread;
    }

    /** Whether something is wrong. */
    public boolean isUnsound() {
        return firstBroken != null || unmet != null || forged > 0;
    }

    /** Whether nothing wrong was found, but not everything could be compared. */
    public boolean isIncomplete() {
        return !isUnsound() && unread;
    }

    /** Whether rows at an end are gone. */
    public boolean isCut() {
        return unmet != null && unmet.missing() > 0;
    }
}
