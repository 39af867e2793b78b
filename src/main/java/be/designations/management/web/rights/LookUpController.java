package be.designations.management.web.rights;

import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Organisation;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.insight.GrantList;
import be.designations.management.Grants;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** “Toekenning opzoeken”: who has which right, for how long and where; those ticked are taken back. <i>Source: S003, B4.</i> */
@Controller
@RequestMapping("/entities/{number}/rights/look-up")
class LookUpController {

    private static final List<Integer> SIZES = List.of(10, 25, 50, 200);
    private static final int A_PAGE = 25;
    private static final int LONGEST_QUERY = 100;
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(\\D*\\d){11}.*");

    private final RightsPages pages;
    private final Grants grants;
    private final Directory directory;
    private final Clock clock;

    LookUpController(RightsPages pages, Grants grants, Directory directory, Clock clock) {
        this.pages = pages;
        this.grants = grants;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    String lookUp(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        GrantList.Filter filter = filter(page.posted());
        String path = RightsPages.path(number) + "/look-up";
        if (ELEVEN_DIGITS.matcher(filter.typed()).matches()) {
            page.passing("problem", page.sentence(Rejection.of("access.niss-in-filter")));
            return Page.redirect(path);
        }
        Organisation entity = pages.open(actor, number, page);
        GrantList.Page found = grants.granted(actor, number, filter);
        List<EstablishmentUnit> units = directory.establishmentUnits(entity.id(), clock.instant());
        Map<String, String> places = new HashMap<>();
        units.forEach(unit -> places.put(unit.number().value(), unit.name()));
        List<Role> roles = grants.grantableRoles(actor, number);
        Set<String> shown = new HashSet<>();
        found.lines().forEach(line -> shown.add(line.role()));
        page.with("found", found)
                .with("filter", filter)
                .with("states", GrantList.State.values())
                .with("sizes", SIZES)
                .with("units", units)
                .with("places", places)
                .with("roles", pages.names(roles, page.language()))
                .with("names", pages.namesOf(shown, page.language()))
                .with("previous", found.number() > 1 ? address(path, filter, found.number() - 1) : null)
                .with("next", found.number() < found.pages() ? address(path, filter, found.number() + 1) : null);
        return "rights/look-up";
    }

    private static GrantList.Filter filter(MultiValueMap<String, String> asked) {
        return new GrantList.Filter(
                Inputs.line(Optional.ofNullable(asked.getFirst("q")).orElse(""), LONGEST_QUERY),
                Optional.ofNullable(asked.getFirst("role"))
                        .filter(role -> role.matches("[A-Z][A-Z0-9_]{1,39}"))
                        .orElse(null),
                Stream.of(GrantList.State.values())
                        .filter(state -> lower(state).equals(asked.getFirst("state")))
                        .findFirst()
                        .orElse(GrantList.State.OPEN),
                Optional.ofNullable(asked.getFirst("unit"))
                        .filter(EstablishmentUnitNumber::isValid)
                        .map(EstablishmentUnitNumber::of)
                        .orElse(null),
                StaffList.number(asked.getFirst("page")),
                SIZES.stream()
                        .filter(size -> size.toString().equals(asked.getFirst("size")))
                        .findFirst()
                        .orElse(A_PAGE));
    }

    private static String address(String path, GrantList.Filter filter, int number) {
        return Address.of(path)
                .with("q", filter.typed())
                .with("role", filter.role())
                .with("state", filter.state() == GrantList.State.OPEN ? null : lower(filter.state()))
                .with("unit", filter.unit() == null ? null : filter.unit().value())
                .with("size", filter.size() == A_PAGE ? null : filter.size())
                .with("page", number)
                .toString();
    }

    private static String lower(GrantList.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
