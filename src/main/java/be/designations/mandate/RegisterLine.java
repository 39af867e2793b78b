package be.designations.mandate;

import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mandate in the register, or that somebody assists an officer or stands in for one.
 *
 * @param letterLanguage in which the CPAS is written to, and named to readers of English
 * @param officer        name of the person
 * @param decidedBy      name of who decided it, or null for a mandate older than the register
 * @param decidedAt      when
 */
public record RegisterLine(
        RegisterQuery.Role role,
        MandateState mandate,
        EnterpriseNumber cpas,
        Translated cpasName,
        Language letterLanguage,
        String officer,
        @Nullable String decidedBy,
        Instant decidedAt) {

    public String cpasName(Language reader) {
        return cpasName.in(reader == Language.EN ? letterLanguage : reader);
    }

    /** Where it is read whole: the page of a mandate, the dossier of who assists or stands in. */
    public String address() {
        return role == RegisterQuery.Role.OFFICER ? "/mandates/" + mandate.id() : "/cases/" + mandate.dossier();
    }
}
