package be.designations.management.web.rights;

import be.designations.access.Right;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.GrantList;
import be.designations.insight.Staff;
import be.designations.management.Grants;
import be.designations.management.ManagedPeople;
import be.designations.management.RemoveApplications;
import be.designations.management.UserTask;
import be.designations.management.Verdict;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** “Herroepen meerdere personen”: which of the rights that they have, why, then what it comes to. <i>Source: S003.</i> */
@Controller
@RequestMapping("/entities/{number}/rights")
class RevokeController {

    private static final String FORM = "rights-reason";

    private final RightsPages pages;
    private final Grants grants;
    private final ManagedPeople people;

    RevokeController(RightsPages pages, Grants grants, ManagedPeople people) {
        this.pages = pages;
        this.grants = grants;
        this.people = people;
    }

    @GetMapping({"/revoke", "/revoke/rights", "/revoke/confirm", "/revoke/carry-out"})
    String steps(@PathVariable EnterpriseNumber number) {
        return Page.redirect(RightsPages.path(number) + "/people?for=revoke");
    }

    @PostMapping("/revoke")
    String which(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        if (RightsPages.people(page).isEmpty()) {
            page.passing("problem", page.sentence(Rejection.of("management.nobody-ticked")));
            return steps(number);
        }
        boolean again = page.parameter("again").isPresent();
        return which(
                actor,
                number,
                page,
                again ? page.read(FORM, page.pageOf(FORM).key()).values() : FormValues.empty(),
                List.of());
    }

    private String which(Actor actor, EnterpriseNumber number, Page page, FormValues values, List<ShownError> wrong) {
        pages.open(actor, number, page);
        List<Staff.Line> chosen = people.these(actor, number, RightsPages.people(page));
        List<Right> held =
                grants.held(actor, number, chosen.stream().map(Staff.Line::id).toList());
        Map<String, Long> holders = held.stream()
                .collect(Collectors.groupingBy(
                        Right::role,
                        Collectors.mapping(Right::person, Collectors.collectingAndThen(Collectors.toSet(), some ->
                                (long) some.size()))));
        Map<String, String> offered = new LinkedHashMap<>();
        pages.namesOf(holders.keySet(), page.language())
                .forEach((code, name) -> offered.put(
                        code,
                        chosen.size() == 1
                                ? name
                                : name + " – "
                                        + page.text(
                                                "users.roles.held",
                                                Objects.requireNonNull(holders.get(code)),
                                                chosen.size())));
        Set<String> ticked = new LinkedHashSet<>(page.posted().getOrDefault("roles", List.of()));
        List<Field> fields = new ArrayList<>();
        fields.add(Field.choosing(
                "roles",
                "checklist",
                page.text("rights.revoke.which"),
                null,
                false,
                Choice.of("roles", offered, ticked)));
        fields.addAll(page.form(FORM, values).fields());
        FormView form = FormView.of(fields, page.locale()).withErrors(wrong);
        if (form.hasErrors()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.with("people", chosen).with("form", form).with("nothing", offered.isEmpty());
        return "rights/revoke";
    }

    /** Of rights that were looked up: why, then what it comes to. */
    @PostMapping("/revoke/rights")
    String rights(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        List<UUID> ticked = ticked(page);
        if (ticked.isEmpty()) {
            page.passing("problem", page.text("rights.look-up.nothing-ticked"));
            return Page.redirect(RightsPages.path(number) + "/look-up");
        }
        boolean again = page.parameter("again").isPresent();
        return rights(
                actor,
                number,
                ticked,
                page,
                again ? page.read(FORM, page.pageOf(FORM).key()).values() : FormValues.empty(),
                List.of());
    }

    private String rights(
            Actor actor,
            EnterpriseNumber number,
            List<UUID> ticked,
            Page page,
            FormValues values,
            List<ShownError> wrong) {
        pages.open(actor, number, page);
        List<GrantList.Line> chosen = grants.granted(actor, number, ticked);
        if (chosen.size() < ticked.size()) {
            throw new NotFoundException("right");
        }
        FormView form = page.form(FORM, values).withErrors(wrong);
        if (form.hasErrors()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.with("chosen", chosen)
                .with(
                        "names",
                        pages.namesOf(
                                chosen.stream().map(GrantList.Line::role).collect(Collectors.toSet()), page.language()))
                .with("form", form);
        return "rights/revoke-rights";
    }

    private static List<UUID> ticked(Page page) {
        return page.posted().getOrDefault("right", List.of()).stream()
                .flatMap(text -> Inputs.id(text).stream())
                .distinct()
                .toList();
    }

    private String again(Actor actor, EnterpriseNumber number, Page page, FormValues values, List<ShownError> wrong) {
        List<UUID> ticked = ticked(page);
        return ticked.isEmpty()
                ? which(actor, number, page, values, wrong)
                : rights(actor, number, ticked, page, values, wrong);
    }

    @PostMapping("/revoke/confirm")
    String confirm(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        FormSubmission reason = page.read(FORM, page.pageOf(FORM).key());
        if (reason.hasErrors()) {
            return again(actor, number, page, reason.values(), page.errors(FORM, reason));
        }
        try {
            RemoveApplications revocation = revocation(page, reason.values());
            List<Verdict> verdicts = grants.previewRevocation(actor, number, revocation, RightsPages.people(page));
            pages.open(actor, number, page);
            pages.show(named(verdicts, names(actor, number, page)), page);
            page.with("task", UserTask.REMOVE_APPLICATIONS)
                    .with("reason", revocation.reason())
                    .with("roles", revocation.roles())
                    .with("only", revocation.only())
                    .with("key", UUID.randomUUID());
            return "rights/revoke-confirm";
        } catch (RejectedException rejected) {
            return again(actor, number, page, reason.values(), page.errors(rejected.rejections()));
        }
    }

    @PostMapping("/revoke/carry-out")
    String carryOut(Actor actor, @PathVariable EnterpriseNumber number, Page page, HttpSession session) {
        UUID key = page.parameter("key").flatMap(Inputs::id).orElseGet(UUID::randomUUID);
        String result = Page.redirect(RightsPages.path(number) + "/result");
        if (RightsResult.in(session, actor.person(), number)
                .filter(last -> last.key().equals(key))
                .isPresent()) {
            return result;
        }
        FormSubmission reason = page.read(FORM, page.pageOf(FORM).key());
        if (reason.hasErrors()) {
            return again(actor, number, page, reason.values(), page.errors(FORM, reason));
        }
        try {
            Map<PersonId, String> names = names(actor, number, page);
            List<Verdict> verdicts =
                    grants.revoke(actor, number, revocation(page, reason.values()), RightsPages.people(page));
            new RightsResult(
                            key,
                            actor.person().value(),
                            number.value(),
                            UserTask.REMOVE_APPLICATIONS.code(),
                            named(verdicts, names))
                    .keepIn(session);
            return result;
        } catch (RejectedException rejected) {
            return again(actor, number, page, reason.values(), page.errors(rejected.rejections()));
        }
    }

    /** What the last change of rights came to; opened later or by somebody else, the home page. */
    @GetMapping("/result")
    String result(Actor actor, @PathVariable EnterpriseNumber number, Page page, HttpSession session) {
        Optional<RightsResult> last = RightsResult.in(session, actor.person(), number);
        if (last.isEmpty()) {
            return Page.redirect(RightsPages.path(number));
        }
        pages.open(actor, number, page);
        pages.show(last.get().verdicts(), page);
        page.with("task", UserTask.of(last.get().task()).orElseThrow());
        return "rights/result";
    }

    /** Of all whom it is for: a tie that is over keeps nobody from losing a right that the manager has ticked. */
    private Map<PersonId, String> names(Actor actor, EnterpriseNumber number, Page page) {
        Map<PersonId, String> names = new HashMap<>();
        grants.granted(actor, number, ticked(page)).forEach(line -> names.put(line.person(), line.name()));
        List<PersonId> others = RightsPages.people(page).stream()
                .filter(person -> !names.containsKey(person))
                .toList();
        people.these(actor, number, others).forEach(line -> names.put(line.id(), line.name()));
        return names;
    }

    /** Of whom the manager has ticked, the name is known; who has none of the rights has nothing to lose. */
    private static List<Verdict> named(List<Verdict> verdicts, Map<PersonId, String> names) {
        return verdicts.stream()
                .map(verdict -> verdict.name() == null && names.containsKey(verdict.person())
                        ? new Verdict(
                                verdict.person(),
                                names.get(verdict.person()),
                                Verdict.Outcome.NEEDLESS,
                                List.of(),
                                Rejection.of("management.has-none-of-these"))
                        : verdict)
                .toList();
    }

    private static RemoveApplications revocation(Page page, FormValues reason) {
        return new RemoveApplications(
                new LinkedHashSet<>(page.posted().getOrDefault("roles", List.of())),
                new LinkedHashSet<>(ticked(page)),
                reason.optionalText("reason").orElse(null));
    }
}
