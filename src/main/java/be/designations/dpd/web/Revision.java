package be.designations.dpd.web;

import be.designations.forms.FormView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers as they were sent once, and what differs from the version before (D19).
 *
 * @param changes   in the order of the form; none of the first
 * @param documents names of those added since the version before
 */
public record Revision(int number, Instant sentAt, String sentBy, List<Change> changes, List<String> documents) {

    public boolean isFirst() {
        return number == 1;
    }

    /**
     * A question that is answered otherwise.
     *
     * @param before what stood there, in lines; empty when it was not asked
     * @param after  the same now
     */
    public record Change(String question, List<String> before, List<String> after) {

        /** What differs between two sets of answers. */
        static List<Change> between(List<FormView> before, List<FormView> after) {
            Map<String, FormView.Answer> was = byKey(before);
            Map<String, FormView.Answer> is = byKey(after);
            Map<String, FormView.Answer> asked = new LinkedHashMap<>(is);
            was.forEach(asked::putIfAbsent);
            List<Change> changes = new ArrayList<>();
            asked.forEach((key, answer) -> {
                Change change = new Change(answer.label(), lines(was.get(key)), lines(is.get(key)));
                if (!change.before.equals(change.after)) {
                    changes.add(change);
                }
            });
            return changes;
        }

        private static List<String> lines(FormView.@Nullable Answer answer) {
            return answer == null ? List.of() : answer.lines();
        }

        private static Map<String, FormView.Answer> byKey(List<FormView> views) {
            Map<String, FormView.Answer> byKey = new LinkedHashMap<>();
            views.forEach(view -> view.answers().forEach(answer -> byKey.put(answer.key(), answer)));
            return byKey;
        }
    }
}
