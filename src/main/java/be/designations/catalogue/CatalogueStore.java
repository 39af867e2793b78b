package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue for those who edit it; only {@link CatalogueEditing} writes to it. */
public interface CatalogueStore {

    /** Holds other changes of the catalogue back until this transaction ends. */
    void lock();

    /**
     * @param typed   words that all occur in the code or in a name, whatever the case and the accents; blank for any
     * @param quality null for any
     */
    List<CatalogueEntry<Application>> applications(String typed, @Nullable QualityKind quality);

    /** Found by the words of their applications too. @see #applications */
    List<CatalogueEntry<Role>> roles(String typed, @Nullable QualityKind quality);

    Optional<CatalogueEntry<Application>> findApplication(String code);

    Optional<CatalogueEntry<Role>> findRole(String code);

    /** Adds the entry, or overwrites the one of its code. */
    void saveApplication(CatalogueEntry<Application> entry);

    /** As {@link #saveApplication}. */
    void saveRole(CatalogueEntry<Role> entry);

    /** All domains by position, the retired ones too. */
    List<CatalogueEntry<Domain>> allDomains();

    Optional<CatalogueEntry<Domain>> findDomain(DomainCode code);

    /** As {@link #saveApplication}. */
    void saveDomain(CatalogueEntry<Domain> entry);

    /** Whether the domain holds an application that is not retired. */
    boolean hasApplications(DomainCode domain);

    /** Whether a role, retired or not, opens that application. */
    boolean isOpenedByRoles(String application);
}
