package be.designations.catalogue;

import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Retired, a role is granted no more. */
final class RoleKind extends CatalogueKind<Role, RoleDetails> {

    RoleKind() {
        super("role", "changed", RoleDetails::of, CatalogueStore::findRole, CatalogueStore::saveRole);
    }

    @Override
    List<Rejection> check(RoleDetails details, @Nullable Role before, CatalogueStore store) {
        List<Rejection> rejections =
                new ArrayList<>(CatalogueRulesPolicy.role(details, code -> application(code, store)));
        if (before != null && details.excludes().contains(before.code())) {
            rejections.add(Rejection.ofField("catalogue.excludes-itself", "excludes"));
        }
        if (!details.excludes().stream().allMatch(code -> store.findRole(code).isPresent())) {
            rejections.add(Rejection.ofField("catalogue.unknown-role", "excludes"));
        }
        if (before != null
                && application(details.application(), store)
                        .filter(home -> home.quality() != before.quality())
                        .isPresent()) {
            rejections.add(Rejection.ofField("catalogue.leaves-its-quality", "application"));
        }
        return rejections;
    }

    @Override
    Optional<Rejection> checkStanding(Role role, boolean retired, CatalogueStore store) {
        return Optional.empty();
    }

    @Override
    Role item(String code, RoleDetails details, @Nullable Role before, boolean retired, CatalogueStore store) {
        Application home = application(details.application(), store).orElseThrow();
        return new Role(
                code,
                home.code(),
                details.alsoOpens(),
                details.name(),
                details.description(),
                home.quality(),
                Stream.concat(Stream.of(home.code()), details.alsoOpens().stream())
                        .flatMap(opened -> application(opened, store).stream())
                        .map(Application::domain)
                        .collect(Collectors.toUnmodifiableSet()),
                home.neededLevel(),
                details.longestMonths(),
                details.takesContext(),
                details.excludes(),
                details.onlyFor(),
                details.targetGroups(),
                retired);
    }

    /** What a role excludes excludes the role. */
    @Override
    List<Role> alongWith(Role role, @Nullable Role before, CatalogueStore store) {
        Set<String> earlier = before == null ? Set.of() : before.excludes();
        return Stream.concat(role.excludes().stream(), earlier.stream())
                .filter(code -> role.excludes().contains(code) != earlier.contains(code))
                .sorted()
                .map(code -> store.findRole(code).orElseThrow().item())
                .map(other -> other.excluding(Stream.concat(other.excludes().stream(), Stream.of(role.code()))
                        .filter(code ->
                                !code.equals(role.code()) || role.excludes().contains(other.code()))
                        .collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    private static Optional<Application> application(String code, CatalogueStore store) {
        return store.findApplication(code).map(CatalogueEntry::item);
    }
}
