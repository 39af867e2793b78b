package be.designations.client;

import java.util.Map;

/**
 * Whether it is permitted, and why.
 *
 * @param code    such as {@code right} or {@code ended}; empty when the question could not be read
 * @param reason  the same in words
 * @param context all that the answer says besides the decision
 */
public record Answer(boolean permitted, String code, String reason, Map<String, Object> context) {

    public Answer {
        context = Map.copyOf(context);
    }
}
