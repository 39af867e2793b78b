package be.designations.insight.web;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessPages;
import be.designations.insight.AccessPages.People;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The entities that a reader may see, and each with its qualities, managers and people. <i>Source: A2, A6.</i> */
@Controller
class EntityController {

    private static final String USERS = "/entities/{number}/users";
    private static final int LONGEST_QUERY = 100;
    private static final int LONGEST_NISS = 20;

    private final AccessPages pages;

    EntityController(AccessPages pages) {
        this.pages = pages;
    }

    @GetMapping("/entities")
    String entities(Actor actor, EntityPages asked, Page page) {
        var found = pages.entities(actor, asked.typed(), page.language(), asked.cursor());
        asked.addTo(page, "/entities", found.page());
        page.inSection("entities")
                .with("sight", found.sight())
                .with("entities", found.page().lines());
        return "access/entities";
    }

    @GetMapping("/entities/{number}")
    String entity(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        var entity = pages.entity(actor, number);
        OrganisationId id = entity.organisation().id();
        page.inSection("entities")
                .with("entity", entity)
                .with("organisation", entity.organisation())
                .with("sight", entity.sight())
                .with("represents", entity.sight().represents(id))
                .with("officer", entity.runningMandate().orElse(null))
                .with("openDossier", entity.openDossier().orElse(null))
                .with("dossiers", entity.sight().seesDossiers(id))
                .with("niss", entity.sight().seesNiss(id))
                .with("tasks", entity.tasks().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
        return "access/entity";
    }

    /**
     * “Rechercher utilisateur(s)”: the people of an entity over all its qualities.
     *
     * @param typed  beginning of a first or last name
     * @param after  id of the last person of the page before
     * @param before id of the first person of the page after
     */
    @GetMapping(USERS)
    String users(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Page page) {
        String query = Inputs.line(typed, LONGEST_QUERY);
        try {
            return show(pages.users(actor, number, query, cursor(after, before)), query, page);
        } catch (RejectedException nissTyped) {
            // The page is opened again at an address without the number, which history and links would else keep.
            page.passing("nissInSearch", true).passing("hasErrors", true);
            return Page.redirect(path(number));
        }
    }

    /** By number: sent in the body, so that no address holds it. */
    @PostMapping(USERS)
    String user(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(defaultValue = "") String niss,
            Page page) {
        String typed = Inputs.line(niss, LONGEST_NISS);
        Optional<Niss> wanted = Niss.parse(typed);
        page.with("niss", typed);
        if (wanted.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("nissUnreadable", true);
            return show(pages.users(actor, number, "", null), "", page);
        }
        page.with("byNiss", true);
        return show(pages.user(actor, number, wanted.get()), "", page);
    }

    private static String show(People found, String query, Page page) {
        String path = path(found.organisation().enterpriseNumber());
        page.inSection("entities")
                .with("found", found)
                .with("organisation", found.organisation())
                .with("query", query)
                .with("path", path)
                .with("previous", address(path, query, found.previous()))
                .with("next", address(path, query, found.next()));
        return "access/entity-users";
    }

    private static String path(EnterpriseNumber entity) {
        return "/entities/" + entity.value() + "/users";
    }

    private static @Nullable UserCursor cursor(@Nullable UUID after, @Nullable UUID before) {
        UUID person = after == null ? before : after;
        return person == null ? null : new UserCursor(new PersonId(person), after == null);
    }

    private static @Nullable String address(String path, String query, @Nullable UserCursor cursor) {
        return cursor == null
                ? null
                : Address.of(path)
                        .with("q", query)
                        .from(cursor.person(), cursor.backward())
                        .toString();
    }
}
