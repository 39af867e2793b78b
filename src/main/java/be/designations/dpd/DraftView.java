package be.designations.dpd;

import be.designations.casework.DossierNumber;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.forms.FieldError;
import be.designations.forms.FormValues;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft, or the correction of what was sent, as those see it who fill it in.
 *
 * @param answers        what was typed so far
 * @param version        what {@code answers} count as: of a correction that nobody has begun 0
 * @param lastChangedAt  when they were typed
 * @param asked          what a correction answers; null for a draft
 * @param previousNumber the dossier of the refused application that it follows, or null
 * @param errors         answers that are missing or wrong
 * @param refusals       rules that would refuse what is answered, if it were sent now
 */
public record DraftView(
        DpdApplication application,
        FormValues answers,
        int version,
        Organisation cpas,
        Person draftedBy,
        Person lastChangedBy,
        Instant lastChangedAt,
        @Nullable Asked asked,
        @Nullable String previousNumber,
        List<FieldError> errors,
        List<Rejection> refusals) {

    public DraftView {
        errors = List.copyOf(errors);
        refusals = List.copyOf(refusals);
    }

    /**
     * What BCSS asks to complete.
     *
     * @param number of the dossier
     */
    public record Asked(DossierNumber number, String questions) {}

    /** Whether anything differs from what was sent before. */
    public boolean isCorrected() {
        return asked != null && !answers.equals(application.answers());
    }

    /** What no answer mends. */
    public List<Rejection> refusalsOfNoField() {
        return refusals.stream().filter(refusal -> refusal.field() == null).toList();
    }

    /** Whether it could be sent as it is. */
    public boolean isReady() {
        return errors.isEmpty() && refusals.isEmpty();
    }
}
