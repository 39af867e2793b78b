package be.designations.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent in, checked against the form.
 *
 * @param values everything typed in fields that were asked, wrong answers included so that they can be shown again; use
 *     them as answers only if there are no errors
 * @param errors at most one a field; those of unknown fields first, then in the order of the form
 */
public record FormSubmission(FormValues values, List<FieldError> errors) {

    public FormSubmission {
        errors = List.copyOf(errors);
    }

    /** The answers with which nothing is wrong. */
    public FormValues right() {
        Map<String, List<String>> right = new LinkedHashMap<>(values.byName());
        errors.forEach(error -> right.remove(error.key()));
        return new FormValues(right);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }
}
