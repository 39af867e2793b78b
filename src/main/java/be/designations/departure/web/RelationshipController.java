package be.designations.departure.web;

import be.designations.calendar.Days;
import be.designations.departure.Consequences;
import be.designations.departure.Relationships;
import be.designations.departure.Relationships.Managed;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.directory.TargetGroup;
import be.designations.directory.WorkingRelationship;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.NewTie;
import be.designations.management.RelationshipDeclaration;
import be.designations.pages.Page;
import be.designations.rules.AlreadyHandledException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ending a working relationship, after a page that says what comes of it; extending one; adding one. */
@Controller
class RelationshipController {

    private static final String END = "relationship-end";
    private static final String EXTEND = "relationship-extend";
    private static final String NEW = "relationship-new";

    /** As many as a relationship is proposed for (D22). */
    private static final int YEARS = 10;

    private final Relationships relationships;
    private final ConsequenceLines lines;
    private final Clock clock;

    RelationshipController(Relationships relationships, ConsequenceLines lines, Clock clock) {
        this.relationships = relationships;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/relationships/{id}/end")
    String end(Actor actor, @PathVariable UUID id, Page page) {
        return endForm(
                relationships.managed(actor, id),
                page.form(END, FormValues.empty().with("lastDay", today().toString())),
                page);
    }

    /** None of the later steps can be opened by a link. */
    @GetMapping({"/relationships/{id}/end/preview", "/relationships/{id}/end/confirm", "/relationships/{id}/end/correct"
    })
    String steps(@PathVariable UUID id) {
        return Page.redirect("/relationships/" + id + "/end");
    }

    @PostMapping("/relationships/{id}/end/preview")
    String preview(Actor actor, @PathVariable UUID id, Page page) {
        Managed managed = relationships.managed(actor, id);
        return page.submit(END, values -> preview(actor, managed, values, page), form -> endForm(managed, form, page));
    }

    private String preview(Actor actor, Managed managed, FormValues values, Page page) {
        LocalDate lastDay = values.date("lastDay").orElseThrow();
        Consequences consequences =
                relationships.preview(actor, managed.relationship().id(), lastDay);
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        page.pageOf(END).fields().forEach(field -> hidden.put(field.key(), values.list(field.key())));
        lines.show(consequences, managed.entity(), page);
        about(managed, page)
                .with("lastDay", lastDay)
                .with("past", !consequences.end().isAfter(clock.instant()))
                .with("reason", values.text("reason"))
                .with("hidden", hidden);
        return "departure/end-preview";
    }

    /** Back from the preview, with everything that was typed. */
    @PostMapping("/relationships/{id}/end/correct")
    String correct(Actor actor, @PathVariable UUID id, Page page) {
        FormSubmission typed = page.read(END);
        return endForm(
                relationships.managed(actor, id),
                page.form(END, typed.values()).withErrors(page.errors(END, typed)),
                page);
    }

    @PostMapping("/relationships/{id}/end/confirm")
    String confirm(Actor actor, @PathVariable UUID id, Page page) {
        Managed managed = relationships.managed(actor, id);
        return once(
                managed,
                () -> page.submit(
                        END,
                        values -> {
                            LocalDate lastDay = values.date("lastDay").orElseThrow();
                            relationships.end(actor, id, lastDay, values.text("reason"));
                            return page.done(
                                    person(managed),
                                    "relationship.ended",
                                    managed.person().displayName(),
                                    page.text("replacement.tie."
                                            + managed.relationship().category()),
                                    lines.day(lastDay));
                        },
                        form -> endForm(managed, form, page)));
    }

    private String endForm(Managed managed, FormView form, Page page) {
        return change(managed, "end", "/end/preview", form, page);
    }

    @GetMapping("/relationships/{id}/extend")
    String extend(Actor actor, @PathVariable UUID id, Page page) {
        Managed managed = relationships.managed(actor, id);
        Instant until = managed.relationship().until();
        FormValues proposed = until == null
                ? FormValues.empty()
                : FormValues.empty()
                        .with("lastDay", Days.lastBefore(until).plusYears(1).toString());
        return extendForm(managed, page.form(EXTEND, proposed), page);
    }

    @PostMapping("/relationships/{id}/extend")
    String extended(Actor actor, @PathVariable UUID id, Page page) {
        Managed managed = relationships.managed(actor, id);
        return once(
                managed,
                () -> page.submit(
                        EXTEND,
                        values -> {
                            LocalDate lastDay = values.date("lastDay").orElseThrow();
                            relationships.extend(
                                    actor,
                                    id,
                                    lastDay,
                                    values.optionalText("reason").orElse(null));
                            return page.done(
                                    person(managed),
                                    "relationship.extended",
                                    managed.person().displayName(),
                                    page.text("replacement.tie."
                                            + managed.relationship().category()),
                                    lines.day(lastDay));
                        },
                        form -> extendForm(managed, form, page)));
    }

    private String extendForm(Managed managed, FormView form, Page page) {
        return change(managed, "extend", "/extend", form, page);
    }

    /** @param change as its words are named */
    private static String change(Managed managed, String change, String to, FormView form, Page page) {
        about(managed, page)
                .with("form", form)
                .with("change", change)
                .with("action", "/relationships/" + managed.relationship().id() + to);
        return "departure/change";
    }

    @GetMapping("/entities/{number}/people/{person}/relationships/new")
    String add(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        LocalDate today = today();
        return addForm(
                actor,
                number,
                person,
                page.form(
                        NEW,
                        FormValues.empty()
                                .with("firstDay", today.toString())
                                .with(
                                        "relationshipLastDay",
                                        today.plusYears(YEARS).toString())),
                page);
    }

    @PostMapping("/entities/{number}/people/{person}/relationships/new")
    String added(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        return page.submit(
                NEW,
                values -> {
                    relationships.add(
                            actor,
                            number,
                            new PersonId(person),
                            new NewTie(
                                    RelationshipDeclaration.of(values),
                                    values.date("firstDay").orElseThrow(),
                                    values.optionalText("reason").orElse(null)));
                    return page.done("/people/" + person, "relationship.added");
                },
                form -> addForm(actor, number, person, form, page));
    }

    private String addForm(Actor actor, EnterpriseNumber number, UUID person, FormView form, Page page) {
        List<WorkingRelationship> known = relationships.of(actor, number, new PersonId(person));
        Managed any = relationships.managed(actor, known.get(0).id());
        Map<String, String> categories = new LinkedHashMap<>();
        TargetGroup.categories(any.entity().kind())
                .forEach(category -> categories.put(category.name(), page.text("relationship.category." + category)));
        about(any, page)
                .with("known", known)
                .with("form", form.offering("category", categories))
                .with("back", "/people/" + person);
        return "departure/new";
    }

    private static Page about(Managed managed, Page page) {
        return page.inSection("entities")
                .with("managed", managed)
                .with("relationship", managed.relationship())
                .with("entityName", managed.entity().name(page.language()))
                .with("back", person(managed));
    }

    /** The same click twice leads where the first one led. */
    private static String once(Managed managed, Supplier<String> attempt) {
        try {
            return attempt.get();
        } catch (AlreadyHandledException passed) {
            if (passed.bySelf()) {
                return Page.redirect(person(managed));
            }
            throw passed;
        }
    }

    private static String person(Managed managed) {
        return "/people/" + managed.person().id().value();
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
