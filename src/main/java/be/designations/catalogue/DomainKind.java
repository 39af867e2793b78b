package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Retired, nobody is named for a domain any more; whoever was, stays. A new one comes behind the others. */
final class DomainKind extends CatalogueKind<Domain, DomainDetails> {

    /** So that a migration can put one in between. */
    private static final int POSITIONS_BETWEEN = 10;

    DomainKind() {
        super(
                "domain",
                "renamed",
                domain -> new DomainDetails(domain.name()),
                (store, code) -> DomainCode.parse(code).flatMap(store::findDomain),
                CatalogueStore::saveDomain);
    }

    @Override
    List<Rejection> check(DomainDetails details, @Nullable Domain before, CatalogueStore store) {
        return CatalogueRulesPolicy.names(details.name());
    }

    @Override
    Optional<Rejection> checkStanding(Domain domain, boolean retired, CatalogueStore store) {
        return retired && store.hasApplications(domain.code())
                ? Optional.of(Rejection.of("catalogue.domain-has-applications"))
                : Optional.empty();
    }

    @Override
    Domain item(String code, DomainDetails details, @Nullable Domain before, boolean retired, CatalogueStore store) {
        int position = before == null ? last(store) + POSITIONS_BETWEEN : before.position();
        return new Domain(new DomainCode(code), position, details.name(), retired);
    }

    private static int last(CatalogueStore store) {
        return store.allDomains().stream()
                .mapToInt(entry -> entry.item().position())
                .max()
                .orElse(0);
    }
}
