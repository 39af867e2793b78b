package be.designations.figures;

import be.designations.directory.Language;
import be.designations.directory.OrganisationName;
import be.designations.identifier.EnterpriseNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the data protection officer of a CPAS is reached, as everybody may know it: nothing of it is about a person.
 *
 * @param mailbox null while no mandate runs, or when no mailbox is known that is surely nobody’s own (D72)
 */
public record PublicContact(
        EnterpriseNumber number,
        String nisCode,
        OrganisationName name,
        List<Language> languages,
        String postalCode,
        Region region,
        String province,
        @Nullable String mailbox) {

    public PublicContact {
        languages = List.copyOf(languages);
    }
}
