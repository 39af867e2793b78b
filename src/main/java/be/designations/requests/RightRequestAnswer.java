package be.designations.requests;

import org.jspecify.annotations.Nullable;

/** Words with which a request is settled otherwise than by granting. */
final class RightRequestAnswer {

    private RightRequestAnswer() {}

    /** The answers to {@code forms/right-refusal.form}. */
    record Refusal(String reason) {}

    /** The answers to {@code forms/right-request-end.form}. */
    record End(@Nullable String remark) {}
}
