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
 * @param contactPerson  the name of whoever is to be asked for, or null
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
        Instant createdAt,
        @Nullable String phone,
        @Nullable String contactPerson) {

    /** An organisation that has said no more of how it is reached than its address. */
    public Organisation(
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
        this(
                id,
                enterpriseNumber,
                nameFr,
                nameNl,
                nameDe,
                kind,
                nisCode,
                letterLanguage,
                languages,
                email,
                street,
                postalCode,
                locality,
                createdAt,
                null,
                null);
    }

    /**
     * How an organisation is reached, as it says itself: the register of enterprises does not know it (D113).
     *
     * @param phone  as typed, or null
     * @param person the name of whoever is to be asked for, or null
     */
    public record Contact(
            String email,
            Language letterLanguage,
            @Nullable String phone,
            @Nullable String person) {}

    public Contact contact() {
        return new Contact(email, letterLanguage, phone, contactPerson);
    }

    /** The name in that language; English readers get the name in the language of its letters. */
    public String name(Language language) {
        return new OrganisationName(nameFr, nameNl, nameDe, letterLanguage).in(language);
    }
}
