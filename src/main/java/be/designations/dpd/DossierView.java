package be.designations.dpd;

import be.designations.directory.Person;
import be.designations.forms.FormValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to the dossier of an application, as one of its readers sees it.
 *
 * @param versions       the answers as they were sent, the first first; none once they are removed; for the candidate
 *                       those about them
 * @param warnings       for the readers of the desks (D12); empty for others
 * @param mandate        what resulted, or null
 * @param previousNumber the dossier of the refused application that this one follows, or null
 * @param nissShown      whether the reader sees the candidate's NISS: filers, desks and the candidate do
 * @param mayStartAgain  whether the reader may start again, filled in, after a refusal (D7)
 */
public record DossierView(
        DpdApplication application,
        Person candidate,
        DpdApplications.@Nullable Opinion opinion,
        DpdApplications.@Nullable Decision decision,
        @Nullable Mandate mandate,
        @Nullable String previousNumber,
        List<SentAnswers> versions,
        List<Warning> warnings,
        boolean nissShown,
        boolean mayStartAgain) {

    private static final String NISS = "candidateNiss";

    /** What was filled in, as this reader may see it. */
    public FormValues answers() {
        return shown(application.answers());
    }

    /** A version of it, as this reader may see it. */
    public FormValues shown(FormValues answers) {
        return nissShown ? answers : answers.with(NISS, "");
    }
}
