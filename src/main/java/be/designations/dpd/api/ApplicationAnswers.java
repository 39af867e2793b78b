package be.designations.dpd.api;

import be.designations.directory.Actor;
import be.designations.dpd.DpdAccess;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import be.designations.identifier.Niss;
import java.util.Map;
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
        Map<String, Object> shown = application.answers().typed(form.definition());
        if (!access.maySeeNiss(actor, application)) {
            shown.computeIfPresent(NISS, (key, typed) -> Niss.parse(typed.toString())
                    .map(Niss::masked)
                    .orElse(""));
        }
        return shown;
    }
}
