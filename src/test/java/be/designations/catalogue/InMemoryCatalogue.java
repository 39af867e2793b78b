package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue without a database, for tests of rules; it finds everything whatever is typed. */
final class InMemoryCatalogue implements CatalogueStore {

    private final Map<String, CatalogueEntry<Application>> applications = new HashMap<>();
    private final Map<String, CatalogueEntry<Role>> roles = new HashMap<>();
    private final Map<DomainCode, CatalogueEntry<Domain>> domains = new LinkedHashMap<>();

    @Override
    public void lock() {
        // Tests of rules have one thread.
    }

    @Override
    public List<CatalogueEntry<Application>> applications(String typed, @Nullable QualityKind quality) {
        return List.copyOf(applications.values());
    }

    @Override
    public List<CatalogueEntry<Role>> roles(String typed, @Nullable QualityKind quality) {
        return List.copyOf(roles.values());
    }

    @Override
    public Optional<CatalogueEntry<Application>> findApplication(String code) {
        return Optional.ofNullable(applications.get(code));
    }

    @Override
    public Optional<CatalogueEntry<Role>> findRole(String code) {
        return Optional.ofNullable(roles.get(code));
    }

    @Override
    public void saveApplication(CatalogueEntry<Application> entry) {
        applications.put(entry.item().code(), entry);
    }

    @Override
    public void saveRole(CatalogueEntry<Role> entry) {
        roles.put(entry.item().code(), entry);
    }

    @Override
    public List<CatalogueEntry<Domain>> allDomains() {
        return List.copyOf(domains.values());
    }

    @Override
    public Optional<CatalogueEntry<Domain>> findDomain(DomainCode code) {
        return Optional.ofNullable(domains.get(code));
    }

    @Override
    public void saveDomain(CatalogueEntry<Domain> entry) {
        domains.put(entry.item().code(), entry);
    }

    @Override
    public boolean hasApplications(DomainCode domain) {
        return applications.values().stream()
                .map(CatalogueEntry::item)
                .anyMatch(application ->
                        !application.retired() && application.domain().equals(domain));
    }

    @Override
    public boolean isOpenedByRoles(String application) {
        return roles.values().stream()
                .map(CatalogueEntry::item)
                .anyMatch(role -> role.application().equals(application)
                        || role.alsoOpens().contains(application));
    }
}
