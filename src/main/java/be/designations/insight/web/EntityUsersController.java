package be.designations.insight.web;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessPages;
import be.designations.insight.AccessPages.People;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** “Rechercher utilisateur(s)”: the people of an entity over all its qualities. <i>Source: A2, A6.</i> */
@Controller
class EntityUsersController {

    private static final String PATH = "/entities/{number}/users";
    private static final int LONGEST_QUERY = 100;
    private static final int LONGEST_NISS = 20;

    private final AccessPages pages;

    EntityUsersController(AccessPages pages) {
        this.pages = pages;
    }

    @ModelAttribute("section")
    String section() {
        return "entities";
    }

    /**
     * @param typed  beginning of a first or last name
     * @param after  id of the last person of the page before
     * @param before id of the first person of the page after
     */
    @GetMapping(PATH)
    String users(
            Actor actor,
            @PathVariable String number,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Page page) {
        EnterpriseNumber entity = entity(number);
        String query =
                typed.strip().substring(0, Math.min(LONGEST_QUERY, typed.strip().length()));
        try {
            return show(pages.users(actor, entity, query, cursor(after, before)), query, page);
        } catch (RejectedException nissTyped) {
            // The page is opened again at an address without the number, which history and links would else keep.
            page.passing("nissInSearch", true).passing("hasErrors", true);
            return Page.redirect(path(entity));
        }
    }

    /** By number: sent in the body, so that no address holds it. */
    @PostMapping(PATH)
    String user(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String niss, Page page) {
        EnterpriseNumber entity = entity(number);
        String typed =
                niss.strip().substring(0, Math.min(LONGEST_NISS, niss.strip().length()));
        Optional<Niss> wanted = Niss.parse(typed);
        page.again().with("niss", typed);
        if (wanted.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("nissUnreadable", true);
            return show(pages.users(actor, entity, "", null), "", page);
        }
        page.with("byNiss", true);
        return show(pages.user(actor, entity, wanted.get()), "", page);
    }

    private static String show(People found, String query, Page page) {
        String path = path(found.organisation().enterpriseNumber());
        page.with("found", found)
                .with("organisation", found.organisation())
                .with("query", query)
                .with("path", path)
                .with("previous", address(path, query, found.previous()))
                .with("next", address(path, query, found.next()));
        return "access/entity-users";
    }

    private static EnterpriseNumber entity(String number) {
        return EnterpriseNumber.parse(number).orElseThrow(() -> new NotFoundException("entity"));
    }

    private static String path(EnterpriseNumber entity) {
        return "/entities/" + entity.value() + "/users";
    }

    private static @Nullable UserCursor cursor(@Nullable UUID after, @Nullable UUID before) {
        UUID person = after == null ? before : after;
        return person == null ? null : new UserCursor(new PersonId(person), after == null);
    }

    private static @Nullable String address(String path, String query, @Nullable UserCursor cursor) {
        if (cursor == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath(path);
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        return address.queryParam(
                        cursor.backward() ? "before" : "after",
                        cursor.person().value().toString())
                .encode()
                .buildAndExpand(query)
                .toUriString();
    }
}
