package be.designations.management.web.rights;

import be.designations.access.Qualities;
import be.designations.access.Subdivision;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Organisation;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.Staff;
import be.designations.management.Grant;
import be.designations.management.Grants;
import be.designations.management.ManagedPeople;
import be.designations.management.UserTask;
import be.designations.management.Verdict;
import be.designations.management.Verdict.Outcome;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Granting a right, to one person or to many: which right, then for how long and where, then “Bent u zeker …”. Each step sends on
 * what was chosen and typed before; nothing is kept on the server until it is confirmed. <i>Source: S003, D21, D22.</i>
 */
@Controller
@RequestMapping("/entities/{number}/rights/grant")
class GrantController {

    /** Proposed for a right without a longest period (D22). */
    private static final int MONTHS_OF_A_RIGHT = 48;

    private final RightsPages pages;
    private final Grants grants;
    private final ManagedPeople people;
    private final Directory directory;
    private final Qualities qualities;
    private final Clock clock;

    GrantController(
            RightsPages pages,
            Grants grants,
            ManagedPeople people,
            Directory directory,
            Qualities qualities,
            Clock clock) {
        this.pages = pages;
        this.grants = grants;
        this.people = people;
        this.directory = directory;
        this.qualities = qualities;
        this.clock = clock;
    }

    /** One request on its way: in which entity something is granted to whom. */
    private record Step(
            Actor actor, EnterpriseNumber number, Organisation entity, List<Staff.Line> people, Page page) {}

    @GetMapping({"/details", "/confirm", "/carry-out"})
    String steps(@PathVariable EnterpriseNumber number) {
        return Page.redirect(RightsPages.path(number) + "/grant");
    }

    /** The second of the two steps: which right. A link opens it for one person. */
    @GetMapping("/right")
    String rightOfOne(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return right(actor, number, page);
    }

    @PostMapping("/right")
    String right(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        List<ShownError> nobody = nobody(page);
        if (!nobody.isEmpty()) {
            return backToList(number, nobody, page);
        }
        return rights(step(actor, number, page), List.of());
    }

    @PostMapping("/details")
    String details(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Step step = step(actor, number, page);
        return withRole(step, role -> {
            boolean again = page.posted().keySet().stream().anyMatch(name -> name.startsWith("firstDay"));
            GrantTyped typed =
                    again ? GrantTyped.posted(page) : GrantTyped.chosen(page).proposing(proposed(step, role));
            return details(step, role, typed, again ? typed.unreadable() : List.of());
        });
    }

    @PostMapping("/confirm")
    String confirm(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Step step = step(actor, number, page);
        return withRole(step, role -> {
            GrantTyped typed = GrantTyped.posted(page);
            if (!typed.isReadable()) {
                return details(step, role, typed, typed.unreadable());
            }
            try {
                Grant grant = typed.grant();
                List<Verdict> verdicts = grants.preview(actor, number, grant, typed.people());
                Optional<List<ShownError>> refused = refusedToOne(verdicts, page);
                return refused.isPresent()
                        ? details(step, role, typed, refused.get())
                        : confirm(step, role, grant, verdicts);
            } catch (RejectedException rejected) {
                return details(step, role, typed, page.errors(rejected.rejections()));
            }
        });
    }

    @PostMapping("/carry-out")
    String carryOut(Actor actor, @PathVariable EnterpriseNumber number, Page page, HttpSession session) {
        UUID key = page.parameter("key").flatMap(Inputs::id).orElseGet(UUID::randomUUID);
        Optional<RightsResult> before = RightsResult.in(session, actor.person(), number)
                .filter(last -> last.key().equals(key));
        if (before.isPresent()) {
            return done(number, before.get(), page);
        }
        Step step = step(actor, number, page);
        return withRole(step, role -> {
            GrantTyped typed = GrantTyped.posted(page);
            if (!typed.isReadable()) {
                return details(step, role, typed, typed.unreadable());
            }
            try {
                List<Verdict> verdicts = grants.carryOut(actor, number, typed.grant(), typed.people());
                Optional<List<ShownError>> refused = refusedToOne(verdicts, page);
                if (refused.isPresent()) {
                    return details(step, role, typed, refused.get());
                }
                var result = new RightsResult(
                        key, actor.person().value(), number.value(), UserTask.ADD_APPLICATIONS.code(), verdicts);
                result.keepIn(session);
                return done(number, result, page);
            } catch (RejectedException rejected) {
                return details(step, role, typed, page.errors(rejected.rejections()));
            }
        });
    }

    /** Of one person the home page tells, of many a page of its own. */
    private static String done(EnterpriseNumber number, RightsResult result, Page page) {
        String home = RightsPages.path(number);
        if (result.verdicts().size() > 1) {
            return Page.redirect(home + "/result");
        }
        Verdict only = result.verdicts().get(0);
        page.passing("granted", only.outcome() == Outcome.DONE)
                .passing("grantedTo", only.person().value().toString())
                .passing("grantedName", Objects.requireNonNullElse(only.name(), ""));
        return Page.redirect(home);
    }

    private Step step(Actor actor, EnterpriseNumber number, Page page) {
        Organisation entity = pages.open(actor, number, page);
        List<Staff.Line> chosen = people.tied(actor, number, RightsPages.people(page));
        page.with("people", chosen);
        return new Step(actor, number, entity, chosen, page);
    }

    private static List<ShownError> nobody(Page page) {
        return RightsPages.people(page).isEmpty()
                ? page.errors(List.of(Rejection.ofField("management.nobody-ticked", "people")))
                : List.of();
    }

    private static String backToList(EnterpriseNumber number, List<ShownError> wrong, Page page) {
        page.passing("problem", wrong.get(0).message());
        return Page.redirect(RightsPages.path(number) + "/people?for=grant");
    }

    private String withRole(Step step, Function<Role, String> next) {
        if (step.people().isEmpty()) {
            return backToList(step.number(), nobody(step.page()), step.page());
        }
        String code = step.page().parameter("role").orElse("");
        return grants.grantableRoles(step.actor(), step.number()).stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .map(next)
                .orElseGet(() -> rights(
                        step,
                        List.of(step.page()
                                .error(
                                        "role",
                                        code.isEmpty()
                                                ? "rights.error.no-right"
                                                : "rejection.management.role-not-yours"))));
    }

    private String rights(Step step, List<ShownError> wrong) {
        Page page = step.page();
        if (!wrong.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        List<Role> roles = grants.grantableRoles(step.actor(), step.number());
        Map<String, String> explained = new HashMap<>();
        roles.forEach(role -> explained.put(role.code(), explanation(role, page)));
        page.with("names", pages.names(roles, page.language()))
                .with("explained", explained)
                .with("chosen", page.parameter("role").orElse(""))
                .with("wrong", wrong);
        return "rights/right";
    }

    private static String explanation(Role role, Page page) {
        return Stream.of(
                        role.description().in(page.language()),
                        role.longestMonths() == null
                                ? page.text("users.roles.any-period")
                                : page.text("users.roles.longest", role.longestMonths()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String details(Step step, Role role, GrantTyped typed, List<ShownError> wrong) {
        Page page = step.page();
        List<Field> fields = new ArrayList<>();
        FormView form = page.form(GrantTyped.FORM, page.pageOf(GrantTyped.FORM).key(), typed.values());
        form.fields().stream().filter(field -> field.type().equals("datetime")).forEach(fields::add);
        if (role.takesContext()) {
            fields.add(typed.places()
                    .asked(step.entity(), directory, clock.instant(), page.text("rights.context.hint"), page));
        }
        Map<String, String> subdivisions = subdivisions(step, role);
        if (!subdivisions.isEmpty()) {
            fields.add(Field.choosing(
                    "subdivision",
                    "select",
                    page.text("users.subdivision"),
                    page.text("rights.subdivision.hint"),
                    false,
                    Choice.of("subdivision", subdivisions, Set.of(typed.subdivision()))));
        }
        form.fields().stream().filter(field -> !field.type().equals("datetime")).forEach(fields::add);
        FormView shown = FormView.of(fields, page.locale()).withErrors(wrong);
        if (shown.hasErrors()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.with("form", shown)
                .with("role", role)
                .with("roleName", pages.names(List.of(role), page.language()).get(role.code()))
                .with("explained", explanation(role, page));
        return "rights/details";
    }

    private List<EstablishmentUnit> units(Step step) {
        return directory.establishmentUnits(step.entity().id(), clock.instant());
    }

    /** Asked of who manages several subdivisions and nothing else there: into which of them somebody new comes. */
    private Map<String, String> subdivisions(Step step, Role role) {
        Map<String, String> offered = new LinkedHashMap<>();
        grants.subdivisions(step.actor(), step.number(), role).stream()
                .flatMap(id -> qualities.findSubdivision(id).stream())
                .sorted(Comparator.comparing(Subdivision::name))
                .forEach(found -> offered.put(found.id().value().toString(), found.name()));
        return offered;
    }

    /** From today, or when the first of them is tied later from then; as long as the right may last and all of them are tied. */
    private FormValues proposed(Step step, Role role) {
        Instant now = clock.instant();
        LocalDate first = step.people().stream()
                .map(Staff.Line::from)
                .filter(now::isBefore)
                .map(Days::of)
                .max(Comparator.naturalOrder())
                .orElse(Days.of(now));
        LocalDate last = first.plusMonths(Objects.requireNonNullElse(role.longestMonths(), MONTHS_OF_A_RIGHT));
        LocalDate tied = step.people().stream()
                .map(Staff.Line::until)
                .filter(Objects::nonNull)
                .map(Days::lastBefore)
                .min(Comparator.naturalOrder())
                .orElse(last);
        return FormValues.empty()
                .with("firstDay", first.toString())
                .with("lastDay", (tied.isBefore(last) ? tied : last).toString());
    }

    private String confirm(Step step, Role role, Grant grant, List<Verdict> verdicts) {
        Page page = step.page();
        pages.show(verdicts, page);
        var dates = new BelgianDates();
        page.with("task", UserTask.ADD_APPLICATIONS)
                .with("roleName", pages.names(List.of(role), page.language()).get(role.code()))
                .with("firstDay", dates.day(grant.firstDay()))
                .with("lastDay", dates.day(grant.lastDay()))
                .with("takesContext", role.takesContext())
                .with("whole", grant.wholeEntity())
                .with(
                        "places",
                        units(step).stream()
                                .filter(unit -> grant.context().contains(unit.number()))
                                .toList())
                .with("reason", grant.reason())
                .with("hidden", GrantTyped.hidden(page))
                .with("key", UUID.randomUUID());
        return "rights/confirm";
    }

    /** What keeps the only person from the right is told where it can be mended. */
    private static Optional<List<ShownError>> refusedToOne(List<Verdict> verdicts, Page page) {
        return verdicts.size() == 1 && verdicts.get(0).outcome() == Outcome.REFUSED
                ? Optional.of(page.errors(
                        List.of(Objects.requireNonNull(verdicts.get(0).why()))))
                : Optional.empty();
    }
}
