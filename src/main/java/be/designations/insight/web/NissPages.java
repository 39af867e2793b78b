package be.designations.insight.web;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.insight.AccessPages.PersonDetail;
import be.designations.insight.NissEnquiry;
import be.designations.pages.Page;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** “Afficher le numéro de registre national”: why is asked first; the number stands on the answer and in no address (D31). */
@Controller
class NissPages {

    private static final String PATH = "/people/{id}/niss";
    private static final String FORM = "niss-enquiry";

    private final NissEnquiry enquiry;

    NissPages(NissEnquiry enquiry) {
        this.enquiry = enquiry;
    }

    @GetMapping(PATH)
    String ask(Actor actor, @PathVariable UUID id, Page page) {
        PersonDetail person = enquiry.open(actor, new PersonId(id));
        return person.niss() == null
                ? show(person, page.form(FORM, FormValues.empty()), page)
                : Page.redirect("/people/" + id);
    }

    @PostMapping(PATH)
    String show(Actor actor, @PathVariable UUID id, Page page) {
        PersonDetail person = enquiry.open(actor, new PersonId(id));
        return page.submit(
                FORM,
                values -> {
                    page.with("niss", enquiry.ask(actor, person.id(), values.text("reason")));
                    return show(person, page.form(FORM, values), page);
                },
                form -> show(person, form, page));
    }

    private static String show(PersonDetail person, FormView form, Page page) {
        page.inSection("entities").with("person", person).with("form", form);
        return "access/niss";
    }
}
