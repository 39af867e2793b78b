package be.designations.management.web.rights;

import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.Staff;
import be.designations.management.ManagedPeople;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** “Toon alle personen”, and the same list to choose people from. <i>Source: S003.</i> */
@Controller
@RequestMapping("/entities/{number}/rights")
class RightsPeopleController {

    /** A national number, however it is written: addresses are kept by browsers and proxies. */
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(\\D*\\d){11}.*");

    private final RightsPages pages;
    private final ManagedPeople people;

    RightsPeopleController(RightsPages pages, ManagedPeople people) {
        this.pages = pages;
        this.people = people;
    }

    @GetMapping("/people")
    String list(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return show(actor, number, "/people", "rights/people", page);
    }

    /** The first of the two steps of granting a right: to whom. */
    @GetMapping("/grant")
    String grant(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return show(actor, number, "/grant", "rights/person", page);
    }

    private String show(Actor actor, EnterpriseNumber number, String list, String template, Page page) {
        String path = RightsPages.path(number) + list;
        StaffList address = StaffList.read(path, page.posted());
        if (ELEVEN_DIGITS.matcher(address.filter().typed()).matches()) {
            // Opened again at an address without the number, which history and links would else keep.
            page.passing("problem", page.sentence(Rejection.of("access.niss-in-filter")));
            return Page.redirect(path);
        }
        pages.open(actor, number, page);
        Staff.Page found = people.page(actor, number, address.filter());
        page.with("found", found)
                .with("address", address)
                .with("filter", address.filter())
                .with("purpose", address.purpose())
                .with("previous", found.number() > 1 ? address.page(found.number() - 1) : null)
                .with("next", found.number() < found.pages() ? address.page(found.number() + 1) : null);
        return template;
    }
}
