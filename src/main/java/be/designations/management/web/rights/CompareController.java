package be.designations.management.web.rights;

import be.designations.access.Right;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.Staff;
import be.designations.management.Grants;
import be.designations.management.Grants.Copied;
import be.designations.management.ManagedPeople;
import be.designations.management.Verdict.Outcome;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** “Vergelijk meerdere personen”: two to five side by side, and giving one what another has. <i>Source: S003.</i> */
@Controller
@RequestMapping("/entities/{number}/rights/compare")
class CompareController {

    private static final int FEWEST = 2;
    private static final int MOST = 5;
    private static final String FORM = "rights-reason";

    private final RightsPages pages;
    private final Grants grants;
    private final ManagedPeople people;
    private final Directory directory;
    private final Clock clock;

    CompareController(RightsPages pages, Grants grants, ManagedPeople people, Directory directory, Clock clock) {
        this.pages = pages;
        this.grants = grants;
        this.people = people;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * One line of the comparison.
     *
     * @param cells   what each of them has, in the order of the people; empty for nothing
     * @param differs whether they do not all have the same
     */
    public record Line(String name, List<String> cells, boolean differs) {

        static Line of(String name, List<String> cells) {
            return new Line(name, cells, cells.stream().distinct().count() > 1);
        }
    }

    /** A right of the one that the other can be given; {@code why} says why it cannot, or nothing. */
    public record Offered(String code, String name, String period, boolean possible, String why) {}

    @PostMapping("/chosen")
    String chosen(@PathVariable EnterpriseNumber number, Page page) {
        List<PersonId> chosen = RightsPages.people(page);
        if (chosen.size() < FEWEST || chosen.size() > MOST) {
            page.passing("problem", page.text("rights.compare.how-many"));
            return Page.redirect(RightsPages.path(number) + "/people?for=compare");
        }
        return Page.redirect(address(number, chosen));
    }

    @GetMapping({"/chosen", "/give", "/carry-out"})
    String steps(@PathVariable EnterpriseNumber number) {
        return Page.redirect(RightsPages.path(number) + "/people?for=compare");
    }

    @GetMapping
    String compare(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        List<PersonId> chosen = RightsPages.people(page);
        if (chosen.size() < FEWEST || chosen.size() > MOST) {
            page.passing("problem", page.text("rights.compare.how-many"));
            return Page.redirect(RightsPages.path(number) + "/people?for=compare");
        }
        Organisation entity = pages.open(actor, number, page);
        List<Staff.Line> compared = people.these(actor, number, chosen);
        page.with("people", compared).with("lines", lines(actor, number, entity, compared, page));
        return "rights/compare";
    }

    private List<Line> lines(
            Actor actor, EnterpriseNumber number, Organisation entity, List<Staff.Line> compared, Page page) {
        var dates = new BelgianDates();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(
                page.text("rights.people.category"),
                compared.stream()
                        .map(line -> page.text("staff.kind." + line.kind()))
                        .toList()));
        lines.add(Line.of(
                page.text("rights.compare.relationship"),
                compared.stream()
                        .map(line -> period(dates.day(line.from()), dates.lastDay(line.until()), page))
                        .toList()));
        List<Right> held =
                grants.held(actor, number, compared.stream().map(Staff.Line::id).toList());
        Map<String, String> places = new HashMap<>();
        directory
                .establishmentUnits(entity.id(), clock.instant())
                .forEach(unit -> places.put(unit.number().value(), unit.name()));
        Map<String, String> names =
                pages.namesOf(held.stream().map(Right::role).collect(Collectors.toSet()), page.language());
        names.forEach((code, name) -> lines.add(Line.of(
                name,
                compared.stream()
                        .map(line -> held.stream()
                                .filter(right -> right.person().equals(line.id())
                                        && right.role().equals(code))
                                .map(right -> told(right, places, dates, page))
                                .collect(Collectors.joining("; ")))
                        .toList())));
        return lines;
    }

    /** @param last the last day, or empty when no end is known */
    private static String period(String first, String last, Page page) {
        return last.isEmpty()
                ? page.text("rights.compare.since", first)
                : page.text("rights.compare.period", first, last);
    }

    private static String told(Right right, Map<String, String> places, BelgianDates dates, Page page) {
        String period = period(dates.day(right.from()), dates.lastDay(right.until()), page);
        return right.context().isEmpty()
                ? period
                : period + " – "
                        + right.context().stream()
                                .map(unit -> places.getOrDefault(unit.value(), unit.formatted()))
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    /** What giving one what another has would come to. */
    @PostMapping("/give")
    String give(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return preview(actor, number, page, FormValues.empty(), List.of());
    }

    private String preview(Actor actor, EnterpriseNumber number, Page page, FormValues reason, List<ShownError> wrong) {
        PersonId from = one("from", page);
        PersonId to = one("to", page);
        pages.open(actor, number, page);
        List<Staff.Line> both = people.these(actor, number, List.of(from, to));
        if (from.equals(to)) {
            page.passing("problem", page.text("rights.compare.two"));
            return Page.redirect(RightsPages.path(number) + "/people?for=compare");
        }
        show(grants.previewCopy(actor, number, from, to, Set.of(), null), both, from, to, page);
        var form = page.form(FORM, reason).withErrors(wrong);
        if (form.hasErrors()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.with("form", form).with("back", address(number, compared(page, from, to)));
        return "rights/give";
    }

    @PostMapping("/carry-out")
    String carryOut(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        FormSubmission reason = page.read(FORM, page.pageOf(FORM).key());
        if (reason.hasErrors()) {
            return preview(actor, number, page, reason.values(), page.errors(FORM, reason));
        }
        PersonId from = one("from", page);
        PersonId to = one("to", page);
        List<Staff.Line> both = people.these(actor, number, List.of(from, to));
        Set<String> roles = new LinkedHashSet<>(page.posted().getOrDefault("roles", List.of()));
        if (roles.isEmpty()) {
            return preview(
                    actor,
                    number,
                    page,
                    reason.values(),
                    page.errors(List.of(Rejection.ofField("management.no-application-ticked", "roles"))));
        }
        long given =
                grants
                        .copy(
                                actor,
                                number,
                                from,
                                to,
                                roles,
                                reason.values().optionalText("reason").orElse(null))
                        .stream()
                        .filter(copied -> copied.verdict().outcome() == Outcome.DONE)
                        .count();
        String name = name(both, to);
        String back = address(number, compared(page, from, to));
        return given == 0
                ? page.inform(back, "rights.give.nothing", name)
                : page.done(back, "rights.give.done", given, name);
    }

    private void show(List<Copied> copies, List<Staff.Line> both, PersonId from, PersonId to, Page page) {
        var dates = new BelgianDates();
        Map<String, String> names = pages.namesOf(
                copies.stream()
                        .flatMap(copied -> copied.grant().roles().stream())
                        .collect(Collectors.toSet()),
                page.language());
        page.with("from", from)
                .with("to", to)
                .with("fromName", name(both, from))
                .with("toName", name(both, to))
                .with(
                        "offered",
                        copies.stream()
                                .map(copied -> {
                                    String code =
                                            copied.grant().roles().iterator().next();
                                    return new Offered(
                                            code,
                                            names.getOrDefault(code, code),
                                            period(
                                                    dates.day(copied.grant().firstDay()),
                                                    dates.day(copied.grant().lastDay()),
                                                    page),
                                            copied.verdict().outcome() == Outcome.DONE,
                                            copied.verdict().why() == null
                                                    ? ""
                                                    : page.sentence(Objects.requireNonNull(
                                                            copied.verdict().why())));
                                })
                                .toList())
                .with("compared", compared(page, from, to));
    }

    /** Those who were compared, so that the way back leads there. */
    private static List<PersonId> compared(Page page, PersonId from, PersonId to) {
        List<PersonId> chosen = RightsPages.people(page);
        return chosen.size() < FEWEST || chosen.size() > MOST ? List.of(from, to) : chosen;
    }

    private static String name(List<Staff.Line> both, PersonId id) {
        return both.stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static PersonId one(String field, Page page) {
        return page.parameter(field)
                .flatMap(Inputs::id)
                .map(PersonId::new)
                .orElseThrow(() -> new NotFoundException("person"));
    }

    private static String address(EnterpriseNumber number, List<PersonId> chosen) {
        return RightsPages.path(number) + "/compare?"
                + chosen.stream().map(person -> "person=" + person.value()).collect(Collectors.joining("&"));
    }
}
