package be.designations.mandate;

import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.identifier.EnterpriseNumber;

/**
 * A mandate in the register.
 *
 * @param letterLanguage in which the CPAS is written to, and named to readers of English
 * @param officer        name of the person
 */
public record RegisterLine(
        MandateState mandate, EnterpriseNumber cpas, Translated cpasName, Language letterLanguage, String officer) {

    public String cpasName(Language reader) {
        return cpasName.in(reader == Language.EN ? letterLanguage : reader);
    }
}
