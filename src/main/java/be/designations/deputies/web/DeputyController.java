package be.designations.deputies.web;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.calendar.Days;
import be.designations.casework.CaseTypes;
import be.designations.casework.WorkAsked;
import be.designations.deputies.Deputation;
import be.designations.deputies.Deputies;
import be.designations.deputies.Deputies.Colleague;
import be.designations.deputies.DoneInPlace;
import be.designations.deputies.NewDeputation;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Mes suppléants”: naming one, ending it, and what was done in one’s place; for support, those of everybody. */
@Controller
class DeputyController {

    private static final String PAGE = "/deputies";
    private static final String SUPPORT = "/operations/deputies";
    private static final String ID = "{id:[0-9a-f-]{36}}";
    private static final String FORM = "deputy";
    private static final String CAPACITIES = "capacities";
    private static final int LONGEST_NAME = 100;
    private static final int A_PAGE = 50;

    private final Deputies deputies;
    private final Capacities capacities;
    private final CaseTypes types;
    private final Directory directory;
    private final Clock clock;

    DeputyController(Deputies deputies, Capacities capacities, CaseTypes types, Directory directory, Clock clock) {
        this.deputies = deputies;
        this.capacities = capacities;
        this.types = types;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A deputation in words.
     *
     * @param open    whether it can still be ended
     * @param endedBy the name, or empty
     */
    public record Row(
            Deputation deputation, String principal, String deputy, String office, boolean open, String endedBy) {}

    /** A post for which there are co-managers. */
    public record Managed(CapacityKind kind, String entity, String number) {}

    public record Done(DoneInPlace done, String what) {}

    @GetMapping(PAGE)
    String overview(Actor actor, @RequestParam(required = false) @Nullable Long after, Page page) {
        Deputies.Overview overview = deputies.overview(actor);
        List<DoneInPlace> done = deputies.done(actor, after, A_PAGE + 1);
        boolean more = done.size() > A_PAGE;
        page.inSection("deputies")
                .with("mayName", !overview.capacities().isEmpty() && actor.inPlaceOf() == null)
                .with("named", rows(overview.named(), page))
                .with("standsIn", rows(overview.standsIn(), page))
                .with("managed", managed(actor, page))
                .with(
                        "done",
                        done.stream()
                                .limit(A_PAGE)
                                .map(one -> new Done(one, words(one, page)))
                                .toList())
                .with(
                        "next",
                        more
                                ? Address.of(PAGE)
                                        .with("after", done.get(A_PAGE - 1).id())
                                        .toString()
                                : null);
        return "deputies/list";
    }

    private String words(DoneInPlace done, Page page) {
        return page.textIfAny("timeline." + types.of(done.kind()).key() + "." + done.event())
                .or(() -> page.textIfAny("timeline." + done.event()))
                .orElse(done.event());
    }

    private List<Managed> managed(Actor actor, Page page) {
        List<Capacity> held = capacities.of(actor.person()).stream()
                .filter(capacity -> CapacityKind.QUALITY_MANAGERS.contains(capacity.kind())
                        || CapacityKind.DOMAIN_MANAGERS.contains(capacity.kind())
                        || CapacityKind.SUBDIVISION_MANAGERS.contains(capacity.kind()))
                .limit(A_PAGE)
                .toList();
        Map<OrganisationId, Organisation> entities = organisations(held.stream().map(Capacity::organisation));
        return held.stream()
                .map(capacity -> {
                    Organisation entity = Objects.requireNonNull(entities.get(capacity.organisation()));
                    return new Managed(
                            capacity.kind(),
                            entity.name(page.language()),
                            entity.enterpriseNumber().value());
                })
                .distinct()
                .toList();
    }

    private Map<OrganisationId, Organisation> organisations(Stream<OrganisationId> ids) {
        return directory.organisations(ids.distinct().toList()).stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private List<Row> rows(Collection<Deputation> found, Page page) {
        if (found.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<PersonId, String> names = directory
                .people(found.stream()
                        .flatMap(one -> Stream.of(
                                one.principal(), one.deputy(), one.endedBy() == null ? one.deputy() : one.endedBy()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::displayName));
        Map<OrganisationId, Organisation> offices = organisations(found.stream().map(Deputation::organisation));
        return found.stream()
                .map(one -> new Row(
                        one,
                        names.getOrDefault(one.principal(), ""),
                        names.getOrDefault(one.deputy(), ""),
                        Objects.requireNonNull(offices.get(one.organisation())).name(page.language()),
                        one.isOpen(now),
                        one.endedBy() == null ? "" : names.getOrDefault(one.endedBy(), "")))
                .toList();
    }

    /** @param q what is typed of a name */
    @GetMapping(PAGE + "/new")
    String find(Actor actor, @RequestParam(defaultValue = "") String q, Page page) {
        String typed = Inputs.line(q, LONGEST_NAME);
        return found(actor, WorkAsked.holdsNiss(typed) ? "" : typed, "", page);
    }

    /** So that what is typed by mistake stands in no address. */
    @PostMapping(PAGE + "/new")
    String look(Actor actor, @RequestParam(defaultValue = "") String q, Page page) {
        String typed = Inputs.line(q, LONGEST_NAME);
        return WorkAsked.holdsNiss(typed)
                ? found(actor, "", typed, page.refused(HttpStatus.UNPROCESSABLE_ENTITY))
                : Page.redirect(Address.of(PAGE + "/new").with("q", typed).toString());
    }

    /** @param wrong what was typed and is not looked for, or empty */
    private String found(Actor actor, String typed, String wrong, Page page) {
        page.inSection("deputies")
                .with("query", typed)
                .with("typed", wrong.isEmpty() ? typed : wrong)
                .with("nissTyped", !wrong.isEmpty())
                .with("colleagues", deputies.colleagues(actor, typed));
        return "deputies/find";
    }

    @GetMapping(PAGE + "/new/" + ID)
    String form(Actor actor, @PathVariable UUID id, Page page) {
        FormValues proposed =
                FormValues.empty().with("firstDay", Days.of(clock.instant()).toString());
        List<Capacity> own = deputies.overview(actor).capacities();
        return form(
                actor,
                id,
                page.form(
                        FORM,
                        own.size() == 1
                                ? proposed.with(
                                        CAPACITIES, List.of(own.get(0).kind().name()))
                                : proposed),
                page);
    }

    private String form(Actor actor, UUID id, FormView form, Page page) {
        Colleague colleague = deputies.colleague(actor, new PersonId(id));
        Map<String, String> offered = new LinkedHashMap<>();
        deputies.overview(actor)
                .capacities()
                .forEach(own -> offered.put(own.kind().name(), page.text("capacity." + own.kind())));
        page.inSection("deputies").with("colleague", colleague).with("form", form.giving(CAPACITIES, offered));
        return "deputies/new";
    }

    @PostMapping(PAGE + "/new/" + ID)
    String name(Actor actor, @PathVariable UUID id, Page page) {
        Colleague colleague = deputies.colleague(actor, new PersonId(id));
        return page.submit(
                FORM,
                values -> {
                    deputies.name(
                            actor,
                            new NewDeputation(
                                    colleague.id(),
                                    kinds(values.list(CAPACITIES)),
                                    values.date("firstDay").orElseThrow(),
                                    values.date("lastDay").orElseThrow(),
                                    values.optionalText("reason").orElse(null)));
                    return page.done(PAGE, "deputies.named", colleague.name());
                },
                form -> form(actor, id, form, page));
    }

    /** What is no capacity is none that can be ticked. */
    private static Set<CapacityKind> kinds(List<String> ticked) {
        return Stream.of(CapacityKind.values())
                .filter(kind -> ticked.contains(kind.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @GetMapping(PAGE + "/" + ID + "/end")
    String ending(Actor actor, @PathVariable UUID id, Page page) {
        return ending(actor, id, page.form("deputy-end", FormValues.empty()), page);
    }

    private String ending(Actor actor, UUID id, FormView form, Page page) {
        Deputation deputation = deputies.require(actor, id);
        page.inSection("deputies")
                .with("row", rows(List.of(deputation), page).get(0))
                .with("back", back(actor, deputation))
                .with("form", form);
        return "deputies/end";
    }

    private static String back(Actor actor, Deputation deputation) {
        return Set.of(deputation.principal(), deputation.deputy()).contains(actor.person()) ? PAGE : SUPPORT;
    }

    @PostMapping(PAGE + "/" + ID + "/end")
    String end(Actor actor, @PathVariable UUID id, Page page) {
        return page.submit(
                "deputy-end",
                values -> {
                    Deputation ended = deputies.end(
                            actor, id, values.optionalText("reason").orElse(null));
                    Row row = rows(List.of(ended), page).get(0);
                    return page.done(back(actor, ended), "deputies.ended", row.deputy(), row.principal());
                },
                form -> ending(actor, id, form, page));
    }

    @GetMapping(SUPPORT)
    String all(Actor actor, @RequestParam(required = false) @Nullable UUID after, Page page) {
        List<Deputation> found = deputies.open(actor, after, A_PAGE + 1);
        List<Deputation> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        page.inSection("operations")
                .with("rows", rows(shown, page))
                .with(
                        "next",
                        found.size() > A_PAGE
                                ? Address.of(SUPPORT)
                                        .with("after", shown.get(A_PAGE - 1).id())
                                        .toString()
                                : null);
        return "deputies/all";
    }
}
