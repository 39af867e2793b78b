package be.designations.dpd.api;

import be.designations.api.Body;
import be.designations.dpd.DpdApplicationForm;
import be.designations.forms.FieldError;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.InvalidAnswersException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers to the application form as callers send them. */
@Component
class TypedAnswers {

    /** Answers that cannot be kept as they are; the others wait for the application to be sent. */
    private static final Set<String> NOT_KEPT = Set.of("unknown-field", "malformed", "option");

    private final DpdApplicationForm form;

    TypedAnswers(DpdApplicationForm form) {
        this.form = form;
    }

    /**
     * The {@code answers} of a body that has nothing else any more.
     *
     * @throws InvalidAnswersException when some cannot be kept
     */
    FormValues read(Body body) {
        FormSubmission sent = form.definition().readJson(body.object("answers"));
        body.end();
        List<FieldError> refused = sent.errors().stream()
                .filter(error -> NOT_KEPT.contains(error.code()))
                .toList();
        if (!refused.isEmpty()) {
            throw new InvalidAnswersException(form.definition(), new FormSubmission(sent.values(), refused));
        }
        return sent.values();
    }
}
