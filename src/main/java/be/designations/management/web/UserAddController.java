package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.calendar.Days;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormField;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.identifier.Niss;
import be.designations.management.Candidate;
import be.designations.management.NewUser;
import be.designations.management.RelationshipDeclaration;
import be.designations.management.Users;
import be.designations.management.web.UserPages.Here;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** “Ajouter un utilisateur”: the number, then what else must be known. The number stands in no address. */
@Controller
@RequestMapping("/qualities/{id}/users/new")
class UserAddController {

    private static final String FORM = "user-new";
    private static final int YEARS_OF_A_RELATIONSHIP = 10;
    private static final String ALREADY_A_USER = "management.is-already.USER";

    private final Users users;
    private final UserPages pages;
    private final RoleNames roleNames;
    private final Directory directory;

    UserAddController(Users users, UserPages pages, RoleNames roleNames, Directory directory) {
        this.users = users;
        this.pages = pages;
        this.roleNames = roleNames;
        this.directory = directory;
    }

    /** One request on its way, and what was typed as the number. */
    private record Step(Actor actor, QualityId quality, FormSubmission person, Page page) {

        static Step of(Actor actor, UUID id, Page page) {
            return new Step(actor, new QualityId(id), page.read(FORM, "person"), page);
        }

        /** @throws IllegalArgumentException when what was typed is none */
        Niss niss() {
            return Niss.of(person.values().text("niss"));
        }

        String user(PersonId id) {
            return users(quality.value()) + id.value();
        }

        private static String users(UUID quality) {
            return "/qualities/" + quality + "/users/";
        }
    }

    @GetMapping
    String ask(Actor actor, @PathVariable UUID id, Page page) {
        return ask(actor, new QualityId(id), page.form(FORM, "person", FormValues.empty()), page);
    }

    /** The page of the number again, with the number. */
    @PostMapping("/correct")
    String correct(Actor actor, @PathVariable UUID id, Page page) {
        Step step = Step.of(actor, id, page);
        return askAgain(step, page.errors(FORM, step.person()));
    }

    @PostMapping
    String next(Actor actor, @PathVariable UUID id, Page page) {
        Step step = Step.of(actor, id, page);
        return knowing(step, candidate -> details(step, candidate, null, List.of()));
    }

    @PostMapping("/confirm")
    String confirm(Actor actor, @PathVariable UUID id, Page page) {
        Step step = Step.of(actor, id, page);
        return knowing(step, candidate -> confirm(step, candidate));
    }

    /** Goes on with the person behind the number, unless nobody has it or a rule keeps them from being added. */
    private String knowing(Step step, Function<Candidate, String> next) {
        if (step.person().hasErrors()) {
            return askAgain(step, step.page().errors(FORM, step.person()));
        }
        Candidate candidate;
        try {
            candidate = users.candidate(step.actor(), step.quality(), step.niss());
            RejectedException.throwIfAny(candidate.refusals());
        } catch (RejectedException rejected) {
            return refuse(step, rejected.rejections());
        }
        return next.apply(candidate);
    }

    private String confirm(Step step, Candidate candidate) {
        Page page = step.page();
        FormSubmission relationship = candidate.related()
                ? new FormSubmission(FormValues.empty(), List.of())
                : page.read(FORM, "relationship");
        FormSubmission access = page.read(FORM, "access");
        FormValues values = relationship.values().replacing(page.pageOf(FORM, "access"), access.values());
        List<ShownError> errors = new ArrayList<>(page.errors(FORM, relationship));
        errors.addAll(page.errors(FORM, access));
        errors.addAll(PlacesTicked.posted(page).unreadable(page));
        if (!errors.isEmpty()) {
            return details(step, candidate, values, errors);
        }
        try {
            PersonId added = users.add(step.actor(), step.quality(), newUser(step, candidate.related(), values));
            return page.done(step.user(added), "users.added", candidate.name());
        } catch (RejectedException rejected) {
            return rejected.rejections().stream().anyMatch(rejection -> "niss".equals(rejection.field()))
                    ? refuse(step, rejected.rejections())
                    : details(step, candidate, values, page.errors(rejected.rejections()));
        }
    }

    /** Whoever is a user already is shown as such: a second click, or a colleague who was faster. */
    private String refuse(Step step, List<Rejection> rejections) {
        if (rejections.stream().anyMatch(rejection -> rejection.code().equals(ALREADY_A_USER))) {
            Optional<Person> known = directory.findPerson(step.niss()).filter(found -> isWithinReach(step, found.id()));
            if (known.isPresent()) {
                return step.page()
                        .inform(
                                step.user(known.get().id()),
                                "users.is-user-already",
                                known.get().displayName());
            }
        }
        return askAgain(step, step.page().errors(rejections));
    }

    private boolean isWithinReach(Step step, PersonId person) {
        return users.standings(step.actor(), step.quality(), List.of(person))
                        .get(0)
                        .user()
                != null;
    }

    private String askAgain(Step step, List<ShownError> wrong) {
        if (!wrong.isEmpty()) {
            step.page().refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        FormView form = step.page().form(FORM, "person", step.person().values()).withErrors(wrong);
        return ask(step.actor(), step.quality(), form, step.page());
    }

    private String ask(Actor actor, QualityId quality, FormView form, Page page) {
        pages.open(actor, quality, ManagementTask.RIGHTS, UserChoice.list(page.posted()), page);
        page.with("form", form);
        return "management/user-new";
    }

    /** @param typed null when the page is opened for the first time */
    private String details(Step step, Candidate candidate, @Nullable FormValues typed, List<ShownError> wrong) {
        Page page = step.page();
        Here here =
                pages.open(step.actor(), step.quality(), ManagementTask.RIGHTS, UserChoice.list(page.posted()), page);
        List<Role> roles = here.ofDomains() ? users.grantableRoles(step.actor(), step.quality()) : List.of();
        Optional<Integer> longest =
                roles.stream().map(Role::longestMonths).filter(Objects::nonNull).min(Comparator.naturalOrder());
        FormValues values = typed == null ? proposed(candidate, longest, Days.of(here.now())) : typed;
        List<Field> chosen = new ArrayList<>();
        if (here.ofDomains()) {
            Map<String, String> named = roleNames.named(roles, page.language());
            chosen.add(roles(named, page));
            pages.places(here, roles, named, PlacesTicked.posted(page), page).ifPresent(chosen::add);
        }
        if (!here.own().isEmpty()) {
            chosen.add(subdivision(here, page));
        }
        FormView access = FormView.of(chosen, page.locale()).and(page.form(FORM, "access", values));
        FormView form = (candidate.related()
                        ? access
                        : page.form(FORM, "relationship", values).and(access))
                .withErrors(wrong);
        if (longest.isPresent()) {
            // D21: what a role needs is not called optional.
            form = form.needing("lastDay");
        }
        if (form.hasErrors()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.with("form", form)
                .with(
                        "relationshipKeys",
                        page.pageOf(FORM, "relationship").fields().stream()
                                .map(FormField::key)
                                .toList())
                .with("name", candidate.name())
                .with("related", candidate.related())
                .with("withRoles", here.ofDomains())
                .with("niss", step.niss());
        return "management/user-add";
    }

    /**
     * Ten years for a relationship (D22); nobody is a user for longer than something ties them (D38), nor than all the roles
     * offered allow (D21).
     */
    private static FormValues proposed(Candidate candidate, Optional<Integer> longestMonths, LocalDate today) {
        LocalDate untied = today.plusYears(YEARS_OF_A_RELATIONSHIP);
        FormValues proposed = candidate.related()
                ? FormValues.empty()
                : FormValues.empty().with("relationshipLastDay", untied.toString());
        return Stream.concat(
                        Stream.ofNullable(candidate.related() ? candidate.tiedUntil() : untied),
                        longestMonths.map(today::plusMonths).stream())
                .min(Comparator.naturalOrder())
                .map(last -> proposed.with("lastDay", last.toString()))
                .orElse(proposed);
    }

    /** Whoever grants the roles of a domain only adds nobody without one. */
    private static Field roles(Map<String, String> named, Page page) {
        return Field.choosing(
                "roles",
                "checklist",
                page.text("users.roles"),
                page.text("users.roles.of-domain"),
                false,
                Choice.of("roles", named, page.posted().getOrDefault("roles", List.of())));
    }

    private static Field subdivision(Here here, Page page) {
        Map<String, String> offered = new LinkedHashMap<>();
        here.subdivisions().forEach((id, name) -> {
            if (here.own().contains(id)) {
                offered.put(id.value().toString(), name);
            }
        });
        Set<String> chosen = here.wholeQuality() || offered.size() > 1
                ? Set.of(page.parameter("subdivision").orElse(""))
                : offered.keySet();
        return Field.choosing(
                "subdivision",
                "select",
                page.text("users.subdivision"),
                null,
                here.wholeQuality(),
                Choice.of("subdivision", offered, chosen));
    }

    private static NewUser newUser(Step step, boolean related, FormValues values) {
        PlacesTicked places = PlacesTicked.posted(step.page());
        return new NewUser(
                step.niss(),
                related ? null : RelationshipDeclaration.of(values),
                step.page()
                        .parameter("subdivision")
                        .filter(typed -> !typed.isEmpty())
                        .map(UserChoice::subdivision)
                        .orElse(null),
                values.date("lastDay").orElse(null),
                values.optionalText("reason").orElse(null),
                new LinkedHashSet<>(step.page().posted().getOrDefault("roles", List.of())),
                places.units(),
                places.wholeEntity());
    }
}
