package be.designations.management.web;

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

/** The subdivisions of a quality: making and renaming them, and who manages each. <i>Source: A1, D5.</i> */
@Controller
class SubdivisionController {

    private static final String FORM = "subdivision";

    private final QualityAdministration administration;

    SubdivisionController(QualityAdministration administration) {
        this.administration = administration;
    }

    @GetMapping("/qualities/{id}/subdivisions")
    String list(Actor actor, @PathVariable UUID id, Page page) {
        Subdivisions shown = administration.subdivisions(actor, new QualityId(id));
        return list(actor, shown, page.form(FORM, FormValues.empty()), page);
    }

    @PostMapping("/qualities/{id}/subdivisions")
    String create(Actor actor, @PathVariable UUID id, Page page) {
        Subdivisions shown = administration.subdivisions(actor, new QualityId(id));
        return page.submit(
                FORM,
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
        return renaming(place, page.form(FORM, FormValues.empty().with("name", name)), page);
    }

    @PostMapping("/subdivisions/{id}/rename")
    String rename(Actor actor, @PathVariable UUID id, Page page) {
        Place place = administration.place(actor, new SubdivisionId(id));
        return page.submit(
                FORM,
                values -> {
                    administration.renameSubdivision(actor, new SubdivisionId(id), values.text("name"));
                    return page.done(path(place), "managers.subdivisions.renamed", values.text("name"));
                },
                form -> renaming(place, form, page));
    }

    private static String list(Actor actor, Subdivisions shown, FormView form, Page page) {
        page.with("subdivisions", shown.all())
                .with("self", actor.person())
                .with("place", shown.place())
                .with("form", form);
        return "management/subdivisions";
    }

    private static String renaming(Place place, FormView form, Page page) {
        page.with("place", place).with("form", form);
        return "management/subdivision-rename";
    }

    private static String path(Place place) {
        return place.path() + "/subdivisions";
    }
}
