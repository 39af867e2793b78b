package be.designations.management.web;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.EstablishmentUnit;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.management.UserAction;
import be.designations.management.UserState;
import be.designations.management.UserTask;
import be.designations.management.UserTask.Asked;
import be.designations.management.Users;
import be.designations.management.Verdict;
import be.designations.management.Verdict.Outcome;
import be.designations.management.web.UserPages.Here;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * “Exécuter”: from the people ticked in a list, over what the action needs to know and what it would change, to what it came
 * to. Each step sends on what was ticked and typed before; nothing is kept on the server until it is confirmed.
 */
@Controller
class UserActionController {

    private static final String STEPS = "/qualities/{id}/users/actions";

    private final Users users;
    private final UserPages pages;
    private final UserActionFields fields;
    private final RoleNames roleNames;

    UserActionController(Users users, UserPages pages, UserActionFields fields, RoleNames roleNames) {
        this.users = users;
        this.pages = pages;
        this.fields = fields;
        this.roleNames = roleNames;
    }

    /** One request on its way: what is to be done with whom. */
    private record Step(Actor actor, QualityId quality, UserTask task, UserChoice choice, Page page) {

        UserActionDetails typed() {
            return UserActionDetails.posted(task, page);
        }

        void refuse() {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @GetMapping({STEPS, STEPS + "/details", STEPS + "/preview", STEPS + "/confirm"})
    String steps(@PathVariable UUID id) {
        return Page.redirect("/qualities/" + id);
    }

    @PostMapping(STEPS)
    String start(Actor actor, @PathVariable UUID id, Page page) {
        return chosen(
                actor,
                id,
                page,
                step -> step.task().asksDetails() ? details(step, null, List.of()) : preview(step, step.typed()));
    }

    /** Back to the details from the preview, with everything that was typed. */
    @PostMapping(STEPS + "/details")
    String correct(Actor actor, @PathVariable UUID id, Page page) {
        return chosen(actor, id, page, step -> {
            UserActionDetails typed = step.typed();
            return details(step, typed, typed.unreadable());
        });
    }

    @PostMapping(STEPS + "/preview")
    String preview(Actor actor, @PathVariable UUID id, Page page) {
        return chosen(actor, id, page, step -> preview(step, step.typed()));
    }

    @PostMapping(STEPS + "/confirm")
    String confirm(Actor actor, @PathVariable UUID id, Page page, HttpSession session) {
        UUID key = page.parameter("key").flatMap(Inputs::id).orElseGet(UUID::randomUUID);
        String result = Page.redirect("/qualities/" + id + "/users/result");
        if (UserResult.in(session, actor.person(), new QualityId(id))
                .filter(last -> last.key().equals(key))
                .isPresent()) {
            return result;
        }
        return chosen(actor, id, page, step -> {
            UserActionDetails details = step.typed();
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
            new UserResult(
                            key,
                            actor.person().value(),
                            id,
                            step.task(),
                            subdivision(details, open(step)),
                            step.choice().list(),
                            verdicts)
                    .keepIn(session);
            return result;
        });
    }

    /** What the last action came to; opened later or by somebody else, the list. */
    @GetMapping("/qualities/{id}/users/result")
    String result(Actor actor, @PathVariable UUID id, Page page, HttpSession session) {
        QualityId quality = new QualityId(id);
        Optional<UserResult> last = UserResult.in(session, actor.person(), quality);
        if (last.isEmpty()) {
            return Page.redirect("/qualities/" + id);
        }
        UserResult result = last.get();
        pages.open(actor, quality, result.task().authority(), result.list(), page);
        show(result.verdicts(), result.task(), result.subdivision(), page);
        return "management/user-result";
    }

    /** Goes on when somebody was ticked and something chosen; else the list comes once more. */
    private String chosen(Actor actor, UUID id, Page page, Function<Step, String> next) {
        UserChoice choice = UserChoice.of(page.posted());
        List<ShownError> wrong = new ArrayList<>();
        if (choice.people().isEmpty()) {
            wrong.addAll(page.errors(List.of(Rejection.ofField("management.nobody-ticked", "people"))));
        } else if (choice.people().size() > Users.MOST_AT_ONCE) {
            wrong.addAll(page.errors(
                    List.of(Rejection.ofField("management.too-many-ticked", "people", Users.MOST_AT_ONCE))));
        }
        if (choice.task().isEmpty()) {
            wrong.add(page.error("action", "users.error.no-action"));
        }
        if (wrong.isEmpty()) {
            return next.apply(new Step(actor, new QualityId(id), choice.task().orElseThrow(), choice, page));
        }
        page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("problems", wrong);
        return "forward:/qualities/" + id + "/users";
    }

    /** @param typed null when the page is opened for the first time */
    private String details(Step step, @Nullable UserActionDetails typed, List<ShownError> wrong) {
        Page page = step.page();
        Here here = open(step);
        List<UserState> states =
                users.standings(step.actor(), step.quality(), step.choice().people());
        Optional<Integer> longest = fields.longest(step.actor(), here, step.task());
        UserActionDetails details =
                typed == null ? UserActionDetails.empty(step.task(), states, longest.orElse(null), here.now()) : typed;
        List<Field> chosen = fields.of(step.actor(), here, details, states, page);
        FormView form =
                FormView.of(chosen, page.locale()).and(details.form(page)).withErrors(wrong);
        if (longest.isPresent()) {
            // D21: what some of them need is not called optional.
            form = form.needing("lastDay");
        }
        page.with("form", form)
                .with("hasErrors", form.hasErrors())
                .with("task", step.task())
                .with("people", step.choice().people())
                .with(
                        "names",
                        states.stream()
                                .map(UserState::name)
                                .filter(Objects::nonNull)
                                .toList())
                .with(
                        "nothingToChoose",
                        step.task().asks(Asked.ROLES_HELD)
                                && chosen.stream()
                                        .allMatch(field -> field.choices().isEmpty()));
        return "management/user-details";
    }

    private String preview(Step step, UserActionDetails details) {
        if (!details.isReadable() && step.task().asksDetails()) {
            step.refuse();
            return details(step, details, details.problems(step.page()));
        }
        UserAction action = details.action();
        List<Verdict> verdicts;
        try {
            verdicts = users.preview(
                    step.actor(), step.quality(), action, step.choice().people());
        } catch (RejectedException rejected) {
            return refused(step, details, rejected);
        }
        Page page = step.page();
        Here here = open(step);
        show(verdicts, step.task(), subdivision(details, here), page);
        page.with("people", step.choice().people())
                .with("hidden", details.hidden(page))
                .with("key", UUID.randomUUID());
        if (step.task().asks(Asked.PERIOD)) {
            page.with("period", details);
        }
        if (step.task().asks(Asked.ROLES_TO_GRANT)) {
            page.with(
                            "places",
                            pages.units(here).stream()
                                    .filter(unit -> details.context().contains(unit.number()))
                                    .map(EstablishmentUnit::name)
                                    .toList())
                    .with("whole", details.wholeEntity());
        }
        if (step.task().asksDetails()) {
            page.with("reason", action.reason());
        } else {
            FormView reason = details.form(page).withErrors(details.unreadable());
            if (reason.hasErrors()) {
                step.refuse();
            }
            page.with("form", reason);
        }
        return "management/user-preview";
    }

    /** The page before, with what is wrong. */
    private String refused(Step step, UserActionDetails details, RejectedException rejected) {
        if (step.task().asksDetails()) {
            step.refuse();
            return details(step, details, step.page().errors(rejected.rejections()));
        }
        // Without details only the choice of people can be wrong, and that was looked at.
        throw rejected;
    }

    private Here open(Step step) {
        return pages.open(
                step.actor(),
                step.quality(),
                step.task().authority(),
                step.choice().list(),
                step.page());
    }

    private void show(List<Verdict> verdicts, UserTask task, @Nullable String subdivision, Page page) {
        Map<Outcome, Long> counts =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::outcome, TreeMap::new, Collectors.counting()));
        Map<Verdict, String> reasons = new HashMap<>();
        verdicts.forEach(verdict -> {
            Rejection why = verdict.why();
            if (why != null) {
                reasons.put(verdict, page.sentence(why));
            }
        });
        page.with("task", task)
                .with("subdivision", subdivision)
                .with("verdicts", verdicts)
                .with("counts", counts)
                .with("anyDone", counts.containsKey(Outcome.DONE))
                .with(
                        "roleNames",
                        roleNames.of(
                                verdicts.stream()
                                        .flatMap(verdict -> verdict.roles().stream())
                                        .collect(Collectors.toSet()),
                                page.language()))
                .with("reasons", reasons);
    }

    /** The name of the subdivision into which people come; null when they come into none. */
    private static @Nullable String subdivision(UserActionDetails details, Here here) {
        return details.action().destination().map(here.subdivisions()::get).orElse(null);
    }
}
