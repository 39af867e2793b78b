package be.designations.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a pass over the whole chain found.
 *
 * <p>Rows cut off the end leave a chain that holds: whoever fears that compares {@code events} and {@code head} with
 * those of an earlier verification or export.
 *
 * @param events how many rows there are
 * @param firstBroken id of the first row that was changed, or that follows a changed or removed one; null if none
 * @param head hash of the last row in hexadecimal; null in an empty log
 */
public record AuditVerification(
        long events, @Nullable Long firstBroken, @Nullable String head) {
    public boolean isSound() {
        return firstBroken == null;
    }
}
