package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.SignInLevel;

/**
 * What a right opens. The local manager of a quality has every application of it without any right (A2).
 *
 * @param description empty in all languages when there is none
 * @param quality     the kind of quality to which it belongs
 * @param domain      the domain to which it belongs
 * @param neededLevel how surely a user must be recognised
 * @param retired     whether nothing of it is granted any more; what was granted stays
 */
public record Application(
        String code,
        Translated name,
        Translated description,
        QualityKind quality,
        DomainCode domain,
        SignInLevel neededLevel,
        boolean retired)
        implements CatalogueItem {

    @Override
    public String key() {
        return code;
    }
}
