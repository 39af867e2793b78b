package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.management.Place;
import be.designations.management.QualityAdministration;
import be.designations.management.QualityAdministration.Subdivisions;
import be.designations.pages.Page;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What managers do with a quality itself: “Changer l’adresse email de cette qualité”, and its subdivisions with who manages
 * each. <i>Source: A1, A2 (GL 4), D5.</i>
 */
@Controller
class QualityAdministrationController {

    private static final String EMAIL = "quality-email";
    private static final String SUBDIVISION = "subdivision";

    private final QualityAdministration administration;

    QualityAdministrationController(QualityAdministration administration) {
        this.administration = administration;
    }

    @GetMapping("/qualities/{id}/email")
    String email(Actor actor, @PathVariable UUID id, Page page) {
        Place place = place(actor, id);
        String email = Objects.requireNonNull(place.quality()).email();
        return show(
                "management/quality-email",
                place,
                page.form(EMAIL, FormValues.empty().with("email", email == null ? "" : email)),
                page);
    }

    @PostMapping("/qualities/{id}/email")
    String changeEmail(Actor actor, @PathVariable UUID id, Page page) {
        Place place = place(actor, id);
        return page.submit(
                EMAIL,
                values -> {
                    administration.changeEmail(actor, new QualityId(id), values.text("email"));
                    return page.done(place.path(), "managers.email.done", values.text("email"));
                },
                form -> show("management/quality-email", place, form, page));
    }

    private Place place(Actor actor, UUID id) {
        return administration.place(actor, new QualityId(id), ManagementTask.QUALITY_EMAIL);
    }

    private static String show(String template, Place place, FormView form, Page page) {
        page.with("place", place).with("form", form);
        return template;
    }

    @GetMapping("/qualities/{id}/subdivisions")
    String list(Actor actor, @PathVariable UUID id, Page page) {
        Subdivisions shown = administration.subdivisions(actor, new QualityId(id));
        return list(actor, shown, page.form(SUBDIVISION, FormValues.empty()), page);
    }

    @PostMapping("/qualities/{id}/subdivisions")
    String create(Actor actor, @PathVariable UUID id, Page page) {
        Subdivisions shown = administration.subdivisions(actor, new QualityId(id));
        return page.submit(
                SUBDIVISION,
                values -> {
                    administration.createSubdivision(actor, new QualityId(id), values.text("name"));
                    return page.done(path(shown.place()), "managers.subdivisions.created", values.text("name"));
                },
                form -> list(actor, shown, form, page));
    }

    @GetMapping("/subdivisions/{id}/rename")
    String renaming(Actor actor, @PathVariable UUID id, Page page) {
        Place place = administration.place(actor, new SubdivisionId(id));
        String name = Objects.requireNonNull(place.subdivision()).name();
        return show(
                "management/subdivision-rename",
                place,
                page.form(SUBDIVISION, FormValues.empty().with("name", name)),
                page);
    }

    @PostMapping("/subdivisions/{id}/rename")
    String rename(Actor actor, @PathVariable UUID id, Page page) {
        Place place = administration.place(actor, new SubdivisionId(id));
        return page.submit(
                SUBDIVISION,
                values -> {
                    administration.renameSubdivision(actor, new SubdivisionId(id), values.text("name"));
                    return page.done(path(place), "managers.subdivisions.renamed", values.text("name"));
                },
                form -> show("management/subdivision-rename", place, form, page));
    }

    private static String list(Actor actor, Subdivisions shown, FormView form, Page page) {
        page.with("subdivisions", shown.all())
                .with("self", actor.person())
                .with("place", shown.place())
                .with("form", form);
        return "management/subdivisions";
    }

    private static String path(Place place) {
        return place.path() + "/subdivisions";
    }
}
