package be.designations.management.web.rights;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.ManagementTask;
import be.designations.casework.Desks;
import be.designations.casework.WorkList;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.TargetGroup;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Grants;
import be.designations.management.News;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The home page of who manages rights, the entities where they do, and the rights of each target group. <i>Source: S003.</i> */
@Controller
class RightsHomeController {

    /**
     * A page to which the home page leads besides its own.
     *
     * @param label   the key of what it is called
     * @param address with the place of the entity’s number
     * @param by      for whom it is; the page itself decides
     */
    public record More(String label, String address, Set<CapacityKind> by) {

        public String path(EnterpriseNumber entity) {
            return address.formatted(entity.value());
        }
    }

    /** What else is done from there: whoever builds such a page adds a line. */
    static final List<More> MORE = List.of(
            new More("expiry.title", "/entities/%s/ending", CapacityKind.QUALITY_MANAGERS),
            new More("reviews.new.rights", "/reviews/new/%s", CapacityKind.QUALITY_MANAGERS),
            new More("reports.title", "/entities/%s/reports", CapacityKind.QUALITY_MANAGERS),
            new More("imports.title", "/entities/%s/import", CapacityKind.ENTITY_MANAGERS));

    private final RightsPages pages;
    private final Grants grants;
    private final News news;
    private final Capacities capacities;
    private final Directory directory;
    private final Desks desks;
    private final WorkList workList;

    RightsHomeController(
            RightsPages pages,
            Grants grants,
            News news,
            Capacities capacities,
            Directory directory,
            Desks desks,
            WorkList workList) {
        this.pages = pages;
        this.grants = grants;
        this.news = news;
        this.capacities = capacities;
        this.directory = directory;
        this.desks = desks;
        this.workList = workList;
    }

    /** “Toon organisaties”: the home page itself, for who manages rights in one only. */
    @GetMapping("/rights")
    String organisations(Actor actor, Page page) {
        Map<Organisation, Set<CapacityKind>> managed = managed(actor);
        if (managed.size() == 1 && page.parameter("all").isEmpty()) {
            return Page.redirect(
                    RightsPages.path(managed.keySet().iterator().next().enterpriseNumber()));
        }
        page.inSection("entities").with("managed", managed).with("language", page.language());
        return "rights/organisations";
    }

    private Map<Organisation, Set<CapacityKind>> managed(Actor actor) {
        Map<OrganisationId, Set<CapacityKind>> kinds = capacities.openingTo(actor).stream()
                .filter(held -> ManagementTask.RIGHTS.by().contains(held.kind()))
                .collect(Collectors.groupingBy(
                        Capacity::organisation, Collectors.mapping(Capacity::kind, Collectors.toSet())));
        return directory.organisations(kinds.keySet()).stream()
                .sorted(Comparator.comparing(Organisation::nameFr))
                .collect(Collectors.toMap(
                        Function.identity(),
                        entity -> kinds.getOrDefault(entity.id(), Set.of()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    @GetMapping("/entities/{number}/rights")
    String home(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = pages.open(actor, number, page);
        Set<CapacityKind> held = capacities.openingTo(actor).stream()
                .filter(capacity -> capacity.organisation().equals(entity.id()))
                .map(Capacity::kind)
                .collect(Collectors.toSet());
        page.with("tasks", workList.count(desks.workFor(actor)).number())
                .with("groups", TargetGroup.values())
                .with("news", news.published())
                .with(
                        "more",
                        MORE.stream()
                                .filter(link -> link.by().stream().anyMatch(held::contains))
                                .toList());
        return "rights/home";
    }

    /** “Gebruikersrechten per doelgroep”. */
    @GetMapping("/entities/{number}/rights/groups/{code}")
    String group(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable String code, Page page) {
        TargetGroup wanted = Stream.of(TargetGroup.values())
                .filter(one -> code(one).equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("target group"));
        pages.open(actor, number, page);
        List<Role> roles = grants.rolesOf(wanted);
        Set<String> grantable =
                grants.grantableRoles(actor, number).stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
        Map<String, Role> byCode = roles.stream().collect(Collectors.toMap(Role::code, Function.identity()));
        page.with("wanted", wanted)
                .with("groups", TargetGroup.values())
                .with("names", pages.names(roles, page.language()))
                .with("roles", byCode)
                .with("grantable", grantable);
        return "rights/group";
    }

    /** As it stands in an address. */
    static String code(TargetGroup group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
