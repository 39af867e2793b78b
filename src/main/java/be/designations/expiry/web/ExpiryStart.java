package be.designations.expiry.web;

import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.expiry.Expiry;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What ends within thirty days: the reader’s own rights, with what to do; and how many rights and relationships, for who manages
 * them.
 */
@Component
@Order(25)
class ExpiryStart implements StartPart {

    private static final int MOST_OWN = 6;

    private final Expiry expiry;
    private final Catalogue catalogue;
    private final Directory directory;

    ExpiryStart(Expiry expiry, Catalogue catalogue, Directory directory) {
        this.expiry = expiry;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        Optional<Integer> soon = expiry.soon(actor, organisation);
        soon.ifPresent(count -> page.with("ending", count)
                .with(
                        "endingPath",
                        path(directory
                                .organisation(organisation)
                                .enterpriseNumber()
                                .value())));
        return showsOwn(actor, organisation, page) || soon.isPresent() ? Optional.of("expiry/start") : Optional.empty();
    }

    /** How much ends in an entity, and where that is shown. */
    public record EntityLine(String name, int count, String path) {}

    /** Entity by entity. */
    @Override
    public Optional<String> showAll(Actor actor, Page page) {
        List<EntityLine> entities = expiry.soon(actor).stream()
                .map(soon -> new EntityLine(
                        soon.entity().name(page.language()),
                        soon.count(),
                        path(soon.entity().enterpriseNumber().value())))
                .toList();
        page.with("endingIn", entities);
        return showsOwn(actor, null, page) || !entities.isEmpty() ? Optional.of("expiry/start") : Optional.empty();
    }

    private boolean showsOwn(Actor actor, @Nullable OrganisationId entity, Page page) {
        List<Expiry.OwnRight> own = expiry.ownRights(actor, entity, MOST_OWN);
        Map<String, String> roles = (own.isEmpty()
                        ? List.<Role>of()
                        : catalogue.roles(
                                own.stream().map(right -> right.ending().code()).collect(Collectors.toSet())))
                .stream().collect(Collectors.toMap(Role::code, role -> role.name()
                        .in(page.language())));
        page.with("ownEnding", own).with("ownRoles", roles).with("ownAnywhere", entity == null);
        return !own.isEmpty();
    }

    private static String path(String number) {
        return "/entities/" + number + "/ending";
    }
}
