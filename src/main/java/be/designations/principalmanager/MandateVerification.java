package be.designations.principalmanager;

import org.jspecify.annotations.Nullable;

/**
 * The verdict of support on a mandate; the answers to {@code forms/mandate-verification.form}.
 *
 * @param reason required for a refusal
 */
public record MandateVerification(
        Decision decision, @Nullable String reason) {

    /** Whether the documents show the mandate. */
    public enum Decision {
        ACCEPT,
        REFUSE
    }
}
