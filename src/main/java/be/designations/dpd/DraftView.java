package be.designations.dpd;

import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.forms.FieldError;
import be.designations.rules.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as those see it who fill it in.
 *
 * @param previousNumber the dossier of the refused application that it follows, or null
 * @param errors         answers that are missing or wrong
 * @param refusals       rules that would refuse it if it were sent now; looked at only when no answer is wrong
 */
public record DraftView(
        DpdApplication application,
        Organisation cpas,
        Person draftedBy,
        Person lastChangedBy,
        @Nullable String previousNumber,
        List<FieldError> errors,
        List<Rejection> refusals) {

    public DraftView {
        errors = List.copyOf(errors);
        refusals = List.copyOf(refusals);
    }

    /** Whether it could be sent as it is. */
    public boolean isReady() {
        return errors.isEmpty() && refusals.isEmpty();
    }
}
