package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Retired, nothing of an application is granted any more. */
final class ApplicationKind extends CatalogueKind<Application, ApplicationDetails> {

    ApplicationKind() {
        super(
                "application",
                "changed",
                ApplicationDetails::of,
                CatalogueStore::findApplication,
                CatalogueStore::saveApplication);
    }

    @Override
    List<Rejection> check(ApplicationDetails details, @Nullable Application before, CatalogueStore store) {
        List<Rejection> rejections =
                new ArrayList<>(CatalogueRulesPolicy.application(details, code -> domain(code, store)));
        DomainCode domain = details.domain();
        if (domain != null && (before == null || !before.domain().equals(domain)) && isRetired(domain, store)) {
            rejections.add(Rejection.ofField("catalogue.domain-retired", "domain"));
        }
        // What was granted in one quality must not come to count in another.
        if (before != null
                && details.quality() != null
                && details.quality() != before.quality()
                && store.isOpenedByRoles(before.code())) {
            rejections.add(Rejection.ofField("catalogue.quality-in-use", "quality"));
        }
        return rejections;
    }

    @Override
    Optional<Rejection> checkStanding(Application application, boolean retired, CatalogueStore store) {
        return !retired && isRetired(application.domain(), store)
                ? Optional.of(Rejection.of("catalogue.domain-retired"))
                : Optional.empty();
    }

    @Override
    Application item(
            String code,
            ApplicationDetails details,
            @Nullable Application before,
            boolean retired,
            CatalogueStore store) {
        return new Application(
                code,
                details.name(),
                details.description(),
                Objects.requireNonNull(details.quality()),
                Objects.requireNonNull(details.domain()),
                Objects.requireNonNull(details.neededLevel()),
                retired);
    }

    private static boolean isRetired(DomainCode code, CatalogueStore store) {
        return domain(code, store).filter(Domain::retired).isPresent();
    }

    private static Optional<Domain> domain(DomainCode code, CatalogueStore store) {
        return store.findDomain(code).map(CatalogueEntry::item);
    }
}
