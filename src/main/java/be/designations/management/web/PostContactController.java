package be.designations.management.web;

import be.designations.access.Contact;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.management.PostContacts;
import be.designations.pages.Page;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Correcting how somebody is reached for a post. */
@Controller
class PostContactController {

    private static final String PATH = "/responsibilities/{id}/contact";
    private static final String FORM = "post-contact";

    private final PostContacts contacts;

    PostContactController(PostContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping(PATH)
    String ask(Actor actor, @PathVariable UUID id, Page page) {
        PostContacts.Held held = contacts.of(actor, id);
        Contact known = held.contact();
        FormValues values = known == null
                ? FormValues.empty()
                : FormValues.empty().with("email", known.email()).with("phone", known.phone());
        return show(held, page.form(FORM, values), page);
    }

    @PostMapping(PATH)
    String correct(Actor actor, @PathVariable UUID id, Page page) {
        PostContacts.Held held = contacts.of(actor, id);
        return page.submit(
                FORM,
                values -> {
                    contacts.correct(actor, id, new Contact(values.text("email"), values.text("phone")));
                    return page.done(back(held), "managers.contact.done", held.name());
                },
                form -> show(held, form, page));
    }

    private static String back(PostContacts.Held held) {
        return held.own() ? "/me" : Places.pageOf(held.place(), held.kind());
    }

    private static String show(PostContacts.Held held, FormView form, Page page) {
        page.with("place", held.place())
                .with("held", held)
                .with("back", back(held))
                .with("form", form);
        return "management/post-contact";
    }
}
