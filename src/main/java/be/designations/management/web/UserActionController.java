package be.designations.management.web;

import be.designations.access.QualityId;
import be.designations.access.Right;
import be.designations.access.SubdivisionId;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.EstablishmentUnit;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Field;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.management.Days;
import be.designations.management.UserAction;
import be.designations.management.UserState;
import be.designations.management.Users;
import be.designations.management.Verdict;
import be.designations.management.Verdict.Outcome;
import be.designations.management.web.UserPages.Here;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * “Exécuter”: from the people ticked in a list, over what the action needs to know and what it would change, to what it came
 * to. Each step sends on what was ticked and typed before; nothing is kept on the server until it is confirmed.
 */
@Controller
class UserActionController {

    private static final String STEPS = "/qualities/{id}/users/actions";

    private final Users users;
    private final UserPages pages;
    private final RoleNames roleNames;
    private final FormDefinition form;
    private final FormViews formViews;

    UserActionController(Users users, UserPages pages, RoleNames roleNames, Forms forms, FormViews formViews) {
        this.users = users;
        this.pages = pages;
        this.roleNames = roleNames;
        this.form = forms.get(UserActionDetails.FORM);
        this.formViews = formViews;
    }

    /** One request on its way. */
    private record Step(
            Actor actor,
            QualityId quality,
            UserChoice choice,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {

        void refuse() {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
    }

    @ModelAttribute
    void where(@PathVariable UUID id, Model model) {
        // None of the steps can be opened by a link.
        model.addAttribute("languageSwitchPath", "/qualities/" + id);
        model.addAttribute("path", "/qualities/" + id);
    }

    @GetMapping({STEPS, STEPS + "/details", STEPS + "/preview", STEPS + "/confirm"})
    String steps(@PathVariable UUID id) {
        return "redirect:/qualities/" + id;
    }

    @PostMapping(STEPS)
    String start(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = step(actor, id, posted, locale, model, request, response);
        Optional<String> wrong = listAgain(step);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        UserTask task = step.choice().task().orElseThrow();
        if (!task.asksDetails()) {
            return preview(step, UserActionDetails.of(task, form, posted));
        }
        return details(step, null, List.of());
    }

    /** Back to the details from the preview, with everything that was typed. */
    @PostMapping(STEPS + "/details")
    String correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = step(actor, id, posted, locale, model, request, response);
        return listAgain(step)
                .orElseGet(() -> details(
                        step, UserActionDetails.of(step.choice().task().orElseThrow(), form, posted), List.of()));
    }

    @PostMapping(STEPS + "/preview")
    String preview(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = step(actor, id, posted, locale, model, request, response);
        return listAgain(step)
                .orElseGet(() ->
                        preview(step, UserActionDetails.of(step.choice().task().orElseThrow(), form, posted)));
    }

    @PostMapping(STEPS + "/confirm")
    String confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = step(actor, id, posted, locale, model, request, response);
        UUID key = key(posted);
        HttpSession session = request.getSession();
        if (UserResult.in(session, actor.person(), step.quality())
                .filter(last -> last.key().equals(key))
                .isPresent()) {
            return "redirect:/qualities/" + id + "/users/result";
        }
        Optional<String> wrong = listAgain(step);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        UserActionDetails details = UserActionDetails.of(step.choice().task().orElseThrow(), form, posted);
        if (!details.isReadable()) {
            return preview(step, details);
        }
        List<Verdict> verdicts;
        try {
            verdicts = users.carryOut(
                    actor, step.quality(), details.action(), step.choice().people());
        } catch (RejectedException rejected) {
            return refused(step, details, rejected);
        }
        Here here = pages.open(
                actor, step.quality(), details.task().task(), step.choice().list(), model);
        new UserResult(
                        key,
                        actor.person().value(),
                        id,
                        details.task(),
                        subdivision(details, here),
                        step.choice().list(),
                        verdicts.stream().map(UserResult.Line::of).toList())
                .keepIn(session);
        return "redirect:/qualities/" + id + "/users/result";
    }

    /** What the last action came to; opened later or by somebody else, the list. */
    @GetMapping("/qualities/{id}/users/result")
    String result(Actor actor, @PathVariable UUID id, Locale locale, Model model, HttpSession session) {
        QualityId quality = new QualityId(id);
        Optional<UserResult> last = UserResult.in(session, actor.person(), quality);
        if (last.isEmpty()) {
            return "redirect:/qualities/" + id;
        }
        UserResult result = last.get();
        pages.open(actor, quality, result.task().task(), result.list(), model);
        addVerdicts(result.verdicts(), result.task(), result.subdivision(), locale, model);
        model.addAttribute("languageSwitchPath", null);
        return "management/user-result";
    }

    private Step step(
            Actor actor,
            UUID id,
            MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new Step(actor, new QualityId(id), UserChoice.of(posted), locale, model, request, response);
    }

    /** The list once more when nobody was ticked or nothing chosen; empty when one can go on. */
    private Optional<String> listAgain(Step step) {
        List<ShownError> wrong = new ArrayList<>();
        if (step.choice().people().isEmpty()) {
            wrong.add(shown(Rejection.ofField("management.nobody-ticked", "people"), step));
        } else if (step.choice().people().size() > Users.MOST_AT_ONCE) {
            wrong.add(shown(Rejection.ofField("management.too-many-ticked", "people", Users.MOST_AT_ONCE), step));
        }
        if (step.choice().task().isEmpty()) {
            wrong.add(new ShownError("action", pages.text("users.error.no-action", step.locale())));
        }
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        step.refuse();
        step.request().setAttribute("problems", wrong);
        return Optional.of("forward:/qualities/" + step.quality().value() + "/users");
    }

    private ShownError shown(Rejection rejection, Step step) {
        return new ShownError(rejection.field(), pages.text(rejection, step.locale()));
    }

    /** @param typed null when the page is opened for the first time */
    private String details(Step step, @Nullable UserActionDetails typed, List<ShownError> refusals) {
        UserTask task = step.choice().task().orElseThrow();
        Here here = open(step);
        List<UserState> states = ticked(step);
        UserActionDetails details = typed == null ? UserActionDetails.empty(task, Days.of(here.now())) : typed;
        List<Field> fields = fields(here, details, states, step);
        List<FormView> views = UserActionDetails.pages(task, form).stream()
                .map(page -> formViews.of(
                        form,
                        page,
                        details.values(),
                        details.errors().stream()
                                .filter(error -> page.fields().stream()
                                        .anyMatch(field -> field.key().equals(error.key())))
                                .toList(),
                        step.locale()))
                .toList();
        FormView view = UserPages.together(fields, views, step.locale()).withErrors(refusals);
        step.model().addAttribute("form", view);
        step.model().addAttribute("hasErrors", view.hasErrors());
        step.model().addAttribute("task", task);
        step.model().addAttribute("people", step.choice().people());
        step.model()
                .addAttribute(
                        "names",
                        states.stream()
                                .map(UserState::name)
                                .filter(Objects::nonNull)
                                .toList());
        step.model()
                .addAttribute(
                        "nothingToChoose",
                        task == UserTask.REMOVE_APPLICATIONS
                                && fields.stream()
                                        .allMatch(field -> field.choices().isEmpty()));
        return "management/user-details";
    }

    private List<Field> fields(Here here, UserActionDetails details, List<UserState> states, Step step) {
        return switch (details.task()) {
            case ADD_APPLICATIONS -> toAdd(here, details, step);
            case REMOVE_APPLICATIONS -> List.of(toRemove(details, states, step));
            case MOVE -> List.of(whereTo(here, details, step));
            default -> List.of();
        };
    }

    private List<Field> toAdd(Here here, UserActionDetails details, Step step) {
        List<Role> roles = users.grantableRoles(step.actor(), step.quality());
        var language = UserPages.language(step.locale());
        Map<String, String> named = roleNames.named(roles, language);
        Map<String, String> offered = new LinkedHashMap<>();
        roles.stream()
                // What is ticked comes first, where it is seen when the page comes back.
                .sorted(Comparator.comparing((Role role) -> !details.roles().contains(role.code()))
                        .thenComparing(
                                role -> Objects.requireNonNull(named.get(role.code())), String.CASE_INSENSITIVE_ORDER))
                .forEach(role -> offered.put(role.code(), Objects.requireNonNull(named.get(role.code()))));
        Map<String, String> hints = new HashMap<>();
        roles.forEach(role -> hints.put(role.code(), hint(role, step.locale())));
        List<String> withContext =
                roles.stream().filter(Role::takesContext).map(Role::code).toList();
        step.model().addAttribute("roleHints", hints);
        step.model().addAttribute("rolesWithContext", withContext);
        List<Field> fields = new ArrayList<>();
        fields.add(UserPages.choosing(
                "roles", "checklist", text("users.roles", step), null, false, offered, details.roles()));
        List<EstablishmentUnit> units = withContext.isEmpty() ? List.of() : pages.units(here);
        if (!units.isEmpty()) {
            Map<String, String> places = new LinkedHashMap<>();
            units.forEach(unit -> places.put(
                    unit.number().value(),
                    unit.name() + ", " + unit.postalCode() + " " + unit.locality() + " ("
                            + unit.number().formatted() + ")"));
            fields.add(UserPages.choosing(
                    "context",
                    "checklist",
                    text("users.context", step),
                    pages.text(
                            "users.context.hint",
                            step.locale(),
                            withContext.stream().map(named::get).collect(Collectors.joining(", "))),
                    true,
                    places,
                    details.context()));
        }
        return fields;
    }

    private String hint(Role role, Locale locale) {
        String longest = role.longestMonths() == null
                ? pages.text("users.roles.any-period", locale)
                : pages.text("users.roles.longest", locale, role.longestMonths());
        String description = role.description().in(UserPages.language(locale));
        return description.isEmpty() ? longest : description + " " + longest;
    }

    private Field toRemove(UserActionDetails details, List<UserState> states, Step step) {
        Map<String, Long> held = states.stream()
                .flatMap(state -> state.rights().stream().map(Right::role).distinct())
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        held.keySet()
                .retainAll(users.withinReach(step.actor(), step.quality(), held.keySet()).stream()
                        .map(Role::code)
                        .toList());
        Map<String, String> named = roleNames.of(held.keySet(), UserPages.language(step.locale()));
        Map<String, String> offered = new LinkedHashMap<>();
        held.keySet().stream()
                .sorted((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(
                        Objects.requireNonNull(named.get(one)), Objects.requireNonNull(named.get(other))))
                .forEach(code -> offered.put(code, Objects.requireNonNull(named.get(code))));
        Map<String, String> hints = new HashMap<>();
        held.forEach(
                (code, count) -> hints.put(code, pages.text("users.roles.held", step.locale(), count, states.size())));
        step.model().addAttribute("roleHints", hints);
        step.model().addAttribute("rolesWithContext", List.of());
        return UserPages.choosing(
                "roles", "checklist", text("users.roles.to-remove", step), null, false, offered, details.roles());
    }

    private Field whereTo(Here here, UserActionDetails details, Step step) {
        Map<String, String> offered = new LinkedHashMap<>();
        here.subdivisions().forEach((id, name) -> offered.put(id.value().toString(), name));
        offered.put(UserActionDetails.NONE, text("users.subdivision.none", step));
        return UserPages.choosing(
                "subdivision",
                "select",
                text("users.subdivision.to", step),
                null,
                false,
                offered,
                Set.of(details.subdivision()));
    }

    private String preview(Step step, UserActionDetails details) {
        UserTask task = details.task();
        if (!details.isReadable() && task.asksDetails()) {
            return detailsAgain(step, details, List.of());
        }
        UserAction action = details.action();
        List<Verdict> verdicts;
        try {
            verdicts = users.preview(
                    step.actor(), step.quality(), action, step.choice().people());
        } catch (RejectedException rejected) {
            return refused(step, details, rejected);
        }
        Here here = open(step);
        Model model = step.model();
        addVerdicts(verdicts, task, subdivision(details, here), step.locale(), model);
        model.addAttribute("people", step.choice().people());
        model.addAttribute("hidden", details.hidden(form));
        model.addAttribute("key", UUID.randomUUID());
        if (action instanceof UserAction.AddApplications add) {
            model.addAttribute("add", add);
            model.addAttribute(
                    "places",
                    pages.units(here).stream()
                            .filter(unit -> add.context().contains(unit.number()))
                            .map(EstablishmentUnit::name)
                            .toList());
        }
        if (task.asksDetails()) {
            model.addAttribute("reason", action.reason());
        } else {
            FormView reason = formViews.of(
                    form,
                    UserActionDetails.pages(task, form).get(0),
                    details.values(),
                    details.errors(),
                    step.locale());
            model.addAttribute("form", reason);
            model.addAttribute("hasErrors", reason.hasErrors());
            if (reason.hasErrors()) {
                step.refuse();
            }
        }
        return "management/user-preview";
    }

    /** The page before, with what is wrong. */
    private String detailsAgain(Step step, UserActionDetails details, List<Rejection> rejections) {
        List<ShownError> refusals = new ArrayList<>(pages.shown(rejections, step.locale()));
        if (rejections.isEmpty()) {
            // What can be told before the dates are readable.
            if (details.roles().isEmpty() && details.task() != UserTask.MOVE) {
                refusals.add(shown(Rejection.ofField("management.no-application-ticked", "roles"), step));
            }
            if (details.lacksSubdivision()) {
                refusals.add(new ShownError("subdivision", text("users.error.no-subdivision", step)));
            }
            if (details.hasUnreadableContext()) {
                refusals.add(shown(Rejection.ofField("management.unit-of-another-entity", "context"), step));
            }
        }
        step.refuse();
        return details(step, details, refusals);
    }

    private String refused(Step step, UserActionDetails details, RejectedException rejected) {
        if (details.task().asksDetails()) {
            return detailsAgain(step, details, rejected.rejections());
        }
        // Without details only the choice of people can be wrong, and that was looked at.
        throw rejected;
    }

    private Here open(Step step) {
        return pages.open(
                step.actor(),
                step.quality(),
                step.choice().task().orElseThrow().task(),
                step.choice().list(),
                step.model());
    }

    private List<UserState> ticked(Step step) {
        return users.standings(step.actor(), step.quality(), step.choice().people());
    }

    private void addVerdicts(
            List<Verdict> verdicts, UserTask task, @Nullable String subdivision, Locale locale, Model model) {
        Map<Outcome, Long> counts =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::outcome, TreeMap::new, Collectors.counting()));
        model.addAttribute("task", task);
        model.addAttribute("subdivision", subdivision);
        model.addAttribute("verdicts", verdicts);
        model.addAttribute("counts", counts);
        model.addAttribute("anyDone", counts.containsKey(Outcome.DONE));
        model.addAttribute(
                "roleNames",
                roleNames.of(
                        verdicts.stream()
                                .flatMap(verdict -> verdict.roles().stream())
                                .collect(Collectors.toSet()),
                        UserPages.language(locale)));
        Map<Verdict, String> reasons = new HashMap<>();
        verdicts.forEach(verdict -> {
            Rejection why = verdict.why();
            if (why != null) {
                reasons.put(verdict, pages.text(why, locale));
            }
        });
        model.addAttribute("reasons", reasons);
    }

    private static @Nullable String subdivision(UserActionDetails details, Here here) {
        return here.subdivisions().entrySet().stream()
                .filter(entry -> entry.getKey().equals(chosen(details)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SubdivisionId chosen(UserActionDetails details) {
        return details.action() instanceof UserAction.Move move ? move.to() : null;
    }

    private String text(String key, Step step) {
        return pages.text(key, step.locale());
    }

    private static UUID key(MultiValueMap<String, String> posted) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(posted.getFirst("key"), ""));
        } catch (IllegalArgumentException madeUp) {
            return UUID.randomUUID();
        }
    }
}
