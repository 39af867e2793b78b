package be.designations.forms;

import java.util.List;

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

    public boolean hasErrors() {
        return !errors.isEmpty();
    }
}
