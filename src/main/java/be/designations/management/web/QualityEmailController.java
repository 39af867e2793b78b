package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.management.Place;
import be.designations.management.QualityAdministration;
import be.designations.pages.Page;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** “Changer l’adresse email de cette qualité”. <i>Source: A2 (GL 4).</i> */
@Controller
class QualityEmailController {

    private static final String FORM = "quality-email";

    private final QualityAdministration administration;

    QualityEmailController(QualityAdministration administration) {
        this.administration = administration;
    }

    @GetMapping("/qualities/{id}/email")
    String page(Actor actor, @PathVariable UUID id, Page page) {
        Place place = place(actor, id);
        String email = Objects.requireNonNull(place.quality()).email();
        return show(place, page.form(FORM, FormValues.empty().with("email", email == null ? "" : email)), page);
    }

    @PostMapping("/qualities/{id}/email")
    String change(Actor actor, @PathVariable UUID id, Page page) {
        Place place = place(actor, id);
        return page.submit(
                FORM,
                values -> {
                    administration.changeEmail(actor, new QualityId(id), values.text("email"));
                    return page.done(place.path(), "managers.email.done", values.text("email"));
                },
                form -> show(place, form, page));
    }

    private Place place(Actor actor, UUID id) {
        return administration.place(actor, new QualityId(id), ManagementTask.QUALITY_EMAIL);
    }

    private static String show(Place place, FormView form, Page page) {
        page.with("place", place).with("form", form);
        return "management/quality-email";
    }
}
