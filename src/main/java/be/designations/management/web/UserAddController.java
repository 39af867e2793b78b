package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormField;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Field;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.identifier.Niss;
import be.designations.management.Candidate;
import be.designations.management.NewUser;
import be.designations.management.RelationshipDeclaration;
import be.designations.management.Users;
import be.designations.management.web.UserPages.Here;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** “Ajouter un utilisateur”: the number, then what else must be known. The number stands in no address. */
@Controller
class UserAddController {

    private static final String PATH = "/qualities/{id}/users/new";
    private static final String FORM = "user-new";
    private static final String ALREADY_A_USER = "management.is-already.USER";

    private final Users users;
    private final UserPages pages;
    private final RoleNames roleNames;
    private final Directory directory;
    private final FormDefinition form;
    private final FormViews formViews;

    UserAddController(
            Users users, UserPages pages, RoleNames roleNames, Directory directory, Forms forms, FormViews formViews) {
        this.users = users;
        this.pages = pages;
        this.roleNames = roleNames;
        this.directory = directory;
        this.form = forms.get(FORM);
        this.formViews = formViews;
    }

    /** One request on its way. */
    private record Step(
            Actor actor,
            QualityId quality,
            MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {

        String list() {
            return UserChoice.list(posted);
        }

        String path() {
            return "/qualities/" + quality.value() + "/users/";
        }
    }

    @GetMapping(PATH)
    String ask(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model) {
        pages.open(actor, new QualityId(id), ManagementTask.RIGHTS, UserChoice.list(asked), model);
        model.addAttribute("form", formViews.of(form, page("person"), FormValues.empty(), List.of(), locale));
        return "management/user-new";
    }

    /** The page of the number again, with the number. */
    @PostMapping(PATH + "/correct")
    String correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Step step = step(actor, id, posted, locale, model, response, redirect);
        return askAgain(step, read("person", step), List.of());
    }

    @PostMapping(PATH)
    String next(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Step step = step(actor, id, posted, locale, model, response, redirect);
        FormSubmission person = read("person", step);
        if (person.hasErrors()) {
            return askAgain(step, person, List.of());
        }
        Candidate candidate;
        try {
            candidate = candidate(step, person);
        } catch (RejectedException rejected) {
            return refuse(step, person, rejected.rejections());
        }
        return details(step, person, candidate, FormValues.empty(), List.of(), List.of());
    }

    @PostMapping(PATH + "/confirm")
    String confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Step step = step(actor, id, posted, locale, model, response, redirect);
        FormSubmission person = read("person", step);
        if (person.hasErrors()) {
            return askAgain(step, person, List.of());
        }
        Candidate candidate;
        try {
            candidate = candidate(step, person);
        } catch (RejectedException rejected) {
            return refuse(step, person, rejected.rejections());
        }
        FormSubmission relationship =
                candidate.related() ? new FormSubmission(FormValues.empty(), List.of()) : read("relationship", step);
        FormSubmission access = read("access", step);
        FormValues values = relationship.values().replacing(page("access"), access.values());
        List<FieldError> errors = Stream.concat(relationship.errors().stream(), access.errors().stream())
                .toList();
        if (!errors.isEmpty()) {
            return details(step, person, candidate, values, errors, List.of());
        }
        try {
            PersonId added =
                    users.add(actor, step.quality(), newUser(niss(person), candidate.related(), values, posted));
            redirect.addFlashAttribute("notice", "users.added");
            redirect.addFlashAttribute("noticeArgs", List.of(candidate.name()));
            return "redirect:" + step.path() + added.value();
        } catch (RejectedException rejected) {
            return rejected.rejections().stream().anyMatch(rejection -> "niss".equals(rejection.field()))
                    ? refuse(step, person, rejected.rejections())
                    : details(step, person, candidate, values, List.of(), rejected.rejections());
        }
    }

    private Step step(
            Actor actor,
            UUID id,
            MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        // None of the later steps can be opened by a link.
        model.addAttribute("languageSwitchPath", "/qualities/" + id + "/users/new");
        return new Step(actor, new QualityId(id), posted, locale, model, response, redirect);
    }

    /** @throws RejectedException when the number or a rule keeps this person from being added */
    private Candidate candidate(Step step, FormSubmission person) {
        Candidate candidate = users.candidate(step.actor(), step.quality(), niss(person));
        RejectedException.throwIfAny(candidate.refusals());
        return candidate;
    }

    /** Whoever is a user already is shown as such: a second click, or a colleague who was faster. */
    private String refuse(Step step, FormSubmission person, List<Rejection> rejections) {
        if (rejections.stream().anyMatch(rejection -> rejection.code().equals(ALREADY_A_USER))) {
            Optional<Person> known =
                    directory.findPerson(niss(person)).filter(found -> isWithinReach(step, found.id()));
            if (known.isPresent()) {
                step.redirect().addFlashAttribute("notice", "users.is-user-already");
                step.redirect()
                        .addFlashAttribute("noticeArgs", List.of(known.get().displayName()));
                step.redirect().addFlashAttribute("noticeKind", "info");
                return "redirect:" + step.path() + known.get().id().value();
            }
        }
        return askAgain(step, person, pages.shown(rejections, step.locale()));
    }

    private boolean isWithinReach(Step step, PersonId person) {
        return users.standings(step.actor(), step.quality(), List.of(person))
                        .get(0)
                        .user()
                != null;
    }

    private String askAgain(Step step, FormSubmission person, List<ShownError> refusals) {
        pages.open(step.actor(), step.quality(), ManagementTask.RIGHTS, step.list(), step.model());
        FormView view = formViews
                .of(form, page("person"), person.values(), person.errors(), step.locale())
                .withErrors(refusals);
        step.model().addAttribute("form", view);
        show(view, step);
        return "management/user-new";
    }

    private String details(
            Step step,
            FormSubmission person,
            Candidate candidate,
            FormValues values,
            List<FieldError> errors,
            List<Rejection> rejections) {
        Here here = pages.open(step.actor(), step.quality(), ManagementTask.RIGHTS, step.list(), step.model());
        List<FormView> views = new ArrayList<>();
        if (!candidate.related()) {
            views.add(view("relationship", values, errors, step));
        }
        List<Field> chosen = new ArrayList<>();
        if (here.ofDomains()) {
            chosen.add(roles(step));
        }
        if (!here.own().isEmpty()) {
            chosen.add(subdivision(here, step));
        }
        views.add(UserPages.together(chosen, List.of(view("access", values, errors, step)), step.locale()));
        FormView all =
                UserPages.together(List.of(), views, step.locale()).withErrors(pages.shown(rejections, step.locale()));
        step.model().addAttribute("form", all);
        step.model()
                .addAttribute(
                        "relationshipKeys",
                        page("relationship").fields().stream()
                                .map(FormField::key)
                                .toList());
        step.model().addAttribute("name", candidate.name());
        step.model().addAttribute("related", candidate.related());
        step.model().addAttribute("withRoles", here.ofDomains());
        step.model().addAttribute("niss", niss(person));
        show(all, step);
        return "management/user-add";
    }

    private FormView view(String page, FormValues values, List<FieldError> errors, Step step) {
        List<String> keys = page(page).fields().stream().map(FormField::key).toList();
        return formViews.of(
                form,
                page(page),
                values,
                errors.stream().filter(error -> keys.contains(error.key())).toList(),
                step.locale());
    }

    /** Whoever grants the roles of a domain only adds nobody without one. */
    private Field roles(Step step) {
        List<Role> roles = users.grantableRoles(step.actor(), step.quality());
        Map<String, String> named = roleNames.named(roles, UserPages.language(step.locale()));
        Map<String, String> offered = new LinkedHashMap<>();
        roles.stream()
                .map(Role::code)
                .sorted(Comparator.comparing(
                        code -> Objects.requireNonNull(named.get(code)), String.CASE_INSENSITIVE_ORDER))
                .forEach(code -> offered.put(code, Objects.requireNonNull(named.get(code))));
        return UserPages.choosing(
                "roles",
                "checklist",
                pages.text("users.roles", step.locale()),
                pages.text("users.roles.of-domain", step.locale()),
                false,
                offered,
                step.posted().getOrDefault("roles", List.of()));
    }

    private Field subdivision(Here here, Step step) {
        Map<String, String> offered = new LinkedHashMap<>();
        here.subdivisions().forEach((id, name) -> {
            if (here.own().contains(id)) {
                offered.put(id.value().toString(), name);
            }
        });
        Set<String> chosen = here.wholeQuality() || offered.size() > 1
                ? Set.of(Optional.ofNullable(step.posted().getFirst("subdivision"))
                        .orElse(""))
                : offered.keySet();
        return UserPages.choosing(
                "subdivision",
                "select",
                pages.text("users.subdivision", step.locale()),
                null,
                here.wholeQuality(),
                offered,
                chosen);
    }

    private static void show(FormView view, Step step) {
        step.model().addAttribute("hasErrors", view.hasErrors());
        if (view.hasErrors()) {
            step.response().setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
    }

    private FormPage page(String key) {
        return form.page(key).orElseThrow();
    }

    private FormSubmission read(String page, Step step) {
        return form.read(UserActionDetails.only(page(page), step.posted()), page(page));
    }

    private static Niss niss(FormSubmission person) {
        return Niss.of(person.values().text("niss"));
    }

    private static NewUser newUser(
            Niss niss, boolean related, FormValues values, MultiValueMap<String, String> posted) {
        return new NewUser(
                niss,
                related
                        ? null
                        : new RelationshipDeclaration(
                                RelationshipCategory.valueOf(values.text("category")),
                                values.text("email"),
                                values.text("phone"),
                                values.date("relationshipLastDay").orElse(null)),
                subdivision(posted),
                values.date("lastDay").orElse(null),
                values.optionalText("reason").orElse(null),
                new LinkedHashSet<>(posted.getOrDefault("roles", List.of())));
    }

    private static @Nullable SubdivisionId subdivision(MultiValueMap<String, String> posted) {
        String typed = Optional.ofNullable(posted.getFirst("subdivision")).orElse("");
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return new SubdivisionId(UUID.fromString(typed));
        } catch (IllegalArgumentException madeUp) {
            return new SubdivisionId(new UUID(0, 0));
        }
    }
}
