package be.designations.dpd;

import be.designations.directory.Language;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import be.designations.forms.InvalidAnswersException;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the rules need out of the answers of {@code forms/dpd-application.form}. */
@Component
public class DpdApplicationForm {

    public static final String ID = "dpd-application";

    private final FormDefinition form;

    DpdApplicationForm(Forms forms) {
        this.form = forms.get(ID);
    }

    public FormDefinition definition() {
        return form;
    }

    /**
     * The candidacy that the answers describe.
     *
     * @throws InvalidAnswersException with every answer that is missing or wrong
     */
    Candidacy read(FormValues answers) {
        FormSubmission checked = form.check(answers);
        if (checked.hasErrors()) {
            throw new InvalidAnswersException(form, checked);
        }
        return candidacy(checked.values());
    }

    private static Candidacy candidacy(FormValues values) {
        return new Candidacy(
                Niss.of(values.text("candidateNiss")),
                values.text("candidateLastName"),
                values.text("candidateFirstName"),
                Language.of(values.text("candidateLanguage")),
                values.optionalText("candidateEmail").orElse(null),
                values.optionalText("candidatePhone").orElse(null),
                Employment.valueOf(values.text("employment")),
                values.optionalText("supplierNumber").map(EnterpriseNumber::of).orElse(null),
                values.number("hoursPerWeek").orElseThrow(),
                values.date("startDate").orElse(null),
                values.date("endDate").orElse(null),
                incompatibleFunctions(values));
    }

    private static Set<IncompatibleFunction> incompatibleFunctions(FormValues values) {
        return values.list("incompatibleFunctions").stream()
                .map(IncompatibleFunction::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
