package be.designations.management.web.rights;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.directory.TargetGroup;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.management.ManagedPeople;
import be.designations.management.ManagedPeople.Found;
import be.designations.management.NewTie;
import be.designations.management.RelationshipDeclaration;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * “Persoon toevoegen”: the number, then how the person is tied to the entity, which leads straight to the right. The number stands
 * in no address. <i>Source: S003, B4, D22.</i>
 */
@Controller
@RequestMapping("/entities/{number}/rights/people/new")
class AddPersonController {

    private static final String FORM = "rights-person";
    private static final int YEARS_OF_A_RELATIONSHIP = 10;

    private final RightsPages pages;
    private final ManagedPeople people;
    private final Clock clock;

    AddPersonController(RightsPages pages, ManagedPeople people, Clock clock) {
        this.pages = pages;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return ask(actor, number, page.form(FORM, "person", FormValues.empty()), page);
    }

    @GetMapping({"/relationship", "/confirm"})
    String steps(@PathVariable EnterpriseNumber number) {
        return Page.redirect(RightsPages.path(number) + "/people/new");
    }

    @PostMapping
    String next(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        FormSubmission person = page.read(FORM, "person");
        if (person.hasErrors()) {
            return askAgain(actor, number, person, page.errors(FORM, person), page);
        }
        try {
            Found found = people.find(actor, number, Niss.of(person.values().text("niss")));
            PersonId tied = found.tied();
            return tied == null
                    ? relationship(actor, number, found, proposed(), List.of(), page)
                    : page.inform(right(number, tied), "rights.person.known", found.name());
        } catch (RejectedException rejected) {
            return askAgain(actor, number, person, page.errors(rejected.rejections()), page);
        }
    }

    @PostMapping("/confirm")
    String add(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        FormSubmission person = page.read(FORM, "person");
        if (person.hasErrors()) {
            return askAgain(actor, number, person, page.errors(FORM, person), page);
        }
        FormSubmission answers = page.read(FORM, "relationship");
        Niss niss = Niss.of(person.values().text("niss"));
        try {
            if (answers.hasErrors()) {
                return relationship(
                        actor,
                        number,
                        people.find(actor, number, niss),
                        answers.values(),
                        page.errors(FORM, answers),
                        page);
            }
            FormValues typed = answers.values();
            PersonId added = people.add(
                    actor,
                    number,
                    niss,
                    new NewTie(
                            RelationshipDeclaration.of(typed),
                            typed.date("firstDay").orElseThrow(),
                            typed.optionalText("reason").orElse(null)));
            return page.done(right(number, added), "rights.person.added");
        } catch (RejectedException rejected) {
            return refused(actor, number, niss, person, answers, rejected, page);
        }
    }

    /** Whoever is tied by now is led on: a second click, or a colleague who was faster. */
    private String refused(
            Actor actor,
            EnterpriseNumber number,
            Niss niss,
            FormSubmission person,
            FormSubmission answers,
            RejectedException rejected,
            Page page) {
        List<ShownError> wrong = page.errors(rejected.rejections());
        if (rejected.rejections().stream().anyMatch(refusal -> "niss".equals(refusal.field()))) {
            return askAgain(actor, number, person, wrong, page);
        }
        Found found = people.find(actor, number, niss);
        PersonId tied = found.tied();
        return tied == null
                ? relationship(actor, number, found, answers.values(), wrong, page)
                : page.inform(right(number, tied), "rights.person.known", found.name());
    }

    private static String right(EnterpriseNumber number, PersonId person) {
        return RightsPages.path(number) + "/grant/right?person=" + person.value();
    }

    private String askAgain(
            Actor actor, EnterpriseNumber number, FormSubmission person, List<ShownError> wrong, Page page) {
        page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        return ask(actor, number, page.form(FORM, "person", person.values()).withErrors(wrong), page);
    }

    private String ask(Actor actor, EnterpriseNumber number, FormView form, Page page) {
        pages.open(actor, number, page);
        page.with("form", form);
        return "rights/person-new";
    }

    /** Ten years, as in the source’s example (D22). */
    private FormValues proposed() {
        LocalDate today = Days.of(clock.instant());
        return FormValues.empty()
                .with("firstDay", today.toString())
                .with(
                        "relationshipLastDay",
                        today.plusYears(YEARS_OF_A_RELATIONSHIP).toString());
    }

    private String relationship(
            Actor actor, EnterpriseNumber number, Found found, FormValues values, List<ShownError> wrong, Page page) {
        Organisation entity = pages.open(actor, number, page);
        Map<String, String> categories = new LinkedHashMap<>();
        TargetGroup.categories(entity.kind())
                .forEach(category -> categories.put(category.name(), page.text("staff.kind." + category)));
        FormView form = page.form(FORM, "relationship", values)
                .offering("category", categories)
                .withErrors(wrong);
        if (form.hasErrors()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.with("form", form).with("name", found.name()).with("niss", found.niss());
        return "rights/person-relationship";
    }
}
