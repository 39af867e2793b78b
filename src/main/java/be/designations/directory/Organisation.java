package be.designations.directory;

import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise, institution or other organisation.
 *
 * @param letterLanguage the language of what is written to it (D15)
 * @param languages      the languages of its region, the first one first; empty when it has no municipality
 */
public record Organisation(
        OrganisationId id,
        EnterpriseNumber enterpriseNumber,
        String nameFr,
        String nameNl,
        String nameDe,
        OrganisationKind kind,
        @Nullable String nisCode,
        Language letterLanguage,
        List<Language> languages,
        String email,
        String street,
        String postalCode,
        String locality,
        Instant createdAt) {

    /** The name in that language; English readers get the name in the language of its letters. */
    public String name(Language language) {
        return new OrganisationName(nameFr, nameNl, nameDe, letterLanguage).in(language);
    }
}
