package be.designations.takeover;

import be.designations.casework.Desk;
import be.designations.directory.InEachLanguage;
import be.designations.forms.FormValues;
import be.designations.identifier.EnterpriseNumber;
import java.time.LocalDate;

/**
 * A takeover that support staff announce.
 *
 * @param firstDay today is from now on
 * @param names    what people call the organisation, with its article: “l’Agence”, “the Agency”
 * @param reason   where it is decided: a law, a royal decree
 */
public record NewTakeover(Desk desk, EnterpriseNumber number, LocalDate firstDay, InEachLanguage names, String reason) {

    /** @param values answers that the form accepts */
    public static NewTakeover of(FormValues values) {
        return new NewTakeover(
                Desk.valueOf(values.text("desk")),
                EnterpriseNumber.of(values.text("enterpriseNumber")),
                values.date("firstDay").orElseThrow(),
                new InEachLanguage(
                        values.text("nameFr").strip(),
                        values.text("nameNl").strip(),
                        values.text("nameDe").strip(),
                        values.text("nameEn").strip()),
                values.text("reason").strip());
    }
}
