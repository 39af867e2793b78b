package be.designations.dpd.api;

import be.designations.directory.Actor;
import be.designations.dpd.DpdAccess;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import be.designations.forms.FormField;
import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows answers in the form in which they can be sent back. */
@Component
class ApplicationAnswers {

    private static final String NISS = "candidateNiss";

    private final DpdApplicationForm form;
    private final DpdAccess access;

    ApplicationAnswers(DpdApplicationForm form, DpdAccess access) {
        this.form = form;
        this.access = access;
    }

    /** By field, in the order of the form; questions that were not answered are left out. */
    Map<String, Object> of(Actor actor, DpdApplication application) {
        Map<String, Object> shown = new LinkedHashMap<>();
        form.definition().fields().forEach(field -> value(field, application.answers())
                .ifPresent(value -> shown.put(field.key(), value)));
        if (!access.maySeeNiss(actor, application)) {
            shown.computeIfPresent(NISS, (key, typed) -> Niss.parse(typed.toString())
                    .map(Niss::masked)
                    .orElse(""));
        }
        return shown;
    }

    private static Optional<Object> value(FormField field, FormValues answers) {
        if (!answers.has(field.key())) {
            return Optional.empty();
        }
        String text = answers.text(field.key());
        return Optional.of(
                switch (field.type()) {
                    case CHECKLIST -> answers.list(field.key());
                    case CHECKBOX -> answers.isChecked(field.key());
                    case NUMBER ->
                        answers.number(field.key()).map(Object.class::cast).orElse(text);
                    default -> text;
                });
    }
}
