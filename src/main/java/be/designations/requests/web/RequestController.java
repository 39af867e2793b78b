package be.designations.requests.web;

import be.designations.calendar.Days;
import be.designations.casework.CaseTypes;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.insight.EntityList;
import be.designations.pages.Page;
import be.designations.requests.RightRequestPlaces;
import be.designations.requests.RightRequestPlaces.Place;
import be.designations.requests.RightRequests;
import be.designations.requests.RightRequests.Asked;
import be.designations.requests.WantedRight;
import be.designations.rules.RejectedException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asking for a right: where, what, then why. Each answer stands in the address, so that a link with entity and role filled in can
 * be shared: {@code /requests/new?entity=0xxx.xxx.xxx&role=…}. <i>Source: B4 (self-registration).</i>
 */
@Controller
@RequestMapping("/requests")
class RequestController {

    private static final String FORM = "right-request";
    private static final String NEW = "/requests/new";
    private static final int MOST_OWN = 50;
    private static final int MOST_ENTITIES = 25;

    private final RightRequests requests;
    private final RightRequestPlaces places;
    private final RequestFields fields;
    private final EntityList entities;
    private final Catalogue catalogue;
    private final CaseTypes types;
    private final Clock clock;

    RequestController(
            RightRequests requests,
            RightRequestPlaces places,
            RequestFields fields,
            EntityList entities,
            Catalogue catalogue,
            CaseTypes types,
            Clock clock) {
        this.requests = requests;
        this.places = places;
        this.fields = fields;
        this.entities = entities;
        this.catalogue = catalogue;
        this.types = types;
        this.clock = clock;
    }

    /** What the reader has asked for. */
    @GetMapping
    String own(Actor actor, Page page) {
        var own = requests.of(actor.person(), MOST_OWN);
        Map<String, String> names =
                catalogue.roles(own.stream().map(request -> request.role()).collect(Collectors.toSet())).stream()
                        .collect(
                                Collectors.toMap(Role::code, role -> role.name().in(page.language())));
        page.inSection("me").with("own", own).with("roleNames", names).with("statuses", types);
        return "requests/list";
    }

    /**
     * @param entity its number, or null while none is chosen
     * @param role   its code, or null while none is chosen
     * @param q      what is looked for among entities or roles
     */
    @GetMapping("/new")
    String ask(
            Actor actor,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(defaultValue = "") String q,
            Page page) {
        if (entity == null || entity.isBlank()) {
            return chooseEntity(actor, "", role, q, List.of(), page);
        }
        Organisation chosen;
        try {
            chosen = places.entity(actor, entity);
        } catch (RejectedException refused) {
            return chooseEntity(actor, entity, role, q, page.errors(refused.rejections()), page);
        }
        if (role == null || role.isBlank()) {
            return chooseRole(actor, chosen, q, List.of(), page);
        }
        try {
            Place place = places.place(actor.person(), chosen, role);
            return show(actor, place, page.form(FORM, proposed(place.role())), page);
        } catch (RejectedException refused) {
            return chooseRole(actor, chosen, q, page.errors(refused.rejections()), page);
        }
    }

    @PostMapping("/new/{entity}/{role}")
    String send(Actor actor, @PathVariable String entity, @PathVariable String role, Page page) {
        Organisation chosen = places.entity(actor, entity);
        Place place = places.place(actor.person(), chosen, role);
        return page.submit(
                FORM,
                values -> {
                    Asked asked = requests.ask(
                            actor,
                            chosen,
                            role,
                            new WantedRight(
                                    RightRequestPlaces.units(values.list("context")),
                                    values.date("lastDay").orElse(null),
                                    values.text("reason")));
                    String dossier = "/cases/" + asked.number();
                    return asked.isNew()
                            ? page.done(
                                    dossier,
                                    "notice.right-request.asked",
                                    asked.number().value())
                            : page.inform(
                                    dossier,
                                    "requests.page.asked-already",
                                    asked.number().value());
                },
                form -> show(actor, place, form, page));
    }

    /** The latest end that the role allows, where it has a longest period (D21). */
    private FormValues proposed(Role role) {
        return role.longestMonths() == null
                ? FormValues.empty()
                : FormValues.empty()
                        .with(
                                "lastDay",
                                Days.of(clock.instant())
                                        .plusMonths(role.longestMonths())
                                        .toString());
    }

    private String chooseEntity(
            Actor actor, String typed, @Nullable String role, String q, List<ShownError> wrong, Page page) {
        Set<OrganisationId> own = places.own(actor.person());
        EntityList.Page found =
                entities.page(new EntityList.Query(own, q, page.language()), null, MOST_ENTITIES, clock.instant());
        if (!wrong.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.inSection("me")
                .with("own", found.lines())
                .with("total", own.size())
                .with("searchable", own.size() > MOST_ENTITIES)
                .with("query", q)
                .with("path", NEW)
                .with("role", role)
                .with("typed", typed)
                .with("wrong", wrong);
        return "requests/entity";
    }

    private String chooseRole(Actor actor, Organisation entity, String q, List<ShownError> wrong, Page page) {
        List<Role> offered = places.roles(actor.person(), entity);
        Map<String, Role> byCode = offered.stream().collect(Collectors.toMap(Role::code, role -> role));
        List<RoleLine> all = catalogue.named(offered, page.language()).entrySet().stream()
                .map(named -> new RoleLine(
                        named.getKey(),
                        named.getValue(),
                        Objects.requireNonNull(byCode.get(named.getKey()))
                                .description()
                                .in(page.language())))
                .toList();
        String sought = q.strip().toLowerCase(Locale.ROOT);
        if (!wrong.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.inSection("me")
                .with("entity", entity)
                .with("entityName", entity.name(page.language()))
                .with("own", places.own(actor.person()).contains(entity.id()))
                .with("none", all.isEmpty())
                .with("roles", all.stream().filter(role -> role.matches(sought)).toList())
                .with("query", q)
                .with("path", NEW)
                .with("wrong", wrong);
        return "requests/role";
    }

    /** A role as it is offered. */
    public record RoleLine(String code, String name, String description) {

        boolean matches(String sought) {
            return (name + " " + description).toLowerCase(Locale.ROOT).contains(sought);
        }
    }

    private String show(Actor actor, Place place, FormView form, Page page) {
        page.inSection("me")
                .with("entity", place.entity())
                .with("entityName", place.entity().name(page.language()))
                .with("quality", place.quality().kind())
                .with("role", place.role())
                .with("roleName", place.role().name().in(page.language()))
                .with("roleDescription", place.role().description().in(page.language()))
                .with("tied", requests.isTied(actor.person(), place.entity().id()))
                .with(
                        "form",
                        fields.withUnits(form, place.role(), place.entity().id()));
        return "requests/new";
    }
}
