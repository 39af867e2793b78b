package be.designations.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether it is permitted, and why.
 *
 * @param code    such as {@code right} or {@code ended}; empty when the question could not be read
 * @param reason  the same in words
 * @param context all that the answer says besides the decision, as JSON has it, null included; nobody can change it
 */
public record Answer(boolean permitted, String code, String reason, Map<String, Object> context) {

    public Answer {
        Map<String, Object> copy = new LinkedHashMap<>(context);
        copy.replaceAll((name, value) -> unmodifiable(value));
        context = Collections.unmodifiableMap(copy);
    }

    /** By hand, for {@code Map.copyOf} and {@code List.copyOf} take no null. */
    private static Object unmodifiable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.replaceAll((name, one) -> unmodifiable(one));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            copy.replaceAll(Answer::unmodifiable);
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
