package be.designations.casework.web;

import be.designations.casework.CaseComments;
import be.designations.casework.CaseComments.Mentionable;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseView;
import be.designations.casework.CommentId;
import be.designations.casework.DossierNumber;
import be.designations.casework.NewComment;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where people write what they have to say about a dossier, and take it back. */
@Controller
@RequestMapping("/cases/{number}")
class CommentController {

    private static final String FORM = "case-comment";

    private final CaseComments comments;
    private final CaseDossiers dossiers;
    private final DossierPages pages;

    CommentController(CaseComments comments, CaseDossiers dossiers, DossierPages pages) {
        this.comments = comments;
        this.dossiers = dossiers;
        this.pages = pages;
    }

    @GetMapping("/comment")
    String page(Actor actor, @PathVariable DossierNumber number, Page page) {
        return show(actor, number, page.form(FORM, FormValues.empty()), page);
    }

    @PostMapping("/comment")
    String write(Actor actor, @PathVariable DossierNumber number, Page page) {
        return page.submit(
                FORM,
                typed -> {
                    CommentId written = comments.write(actor, number, read(typed));
                    return page.done(address(number) + "#comment-" + written, "case.notice.commented");
                },
                form -> show(actor, number, form, page));
    }

    @PostMapping("/comments/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable DossierNumber number, @PathVariable UUID id, Page page) {
        return page.attempt(() -> {
                    comments.withdraw(actor, number, new CommentId(id));
                    return page.done(address(number) + "#comment-" + id, "case.notice.comment-withdrawn");
                })
                .or(wrong -> {
                    page.passing("problem", wrong.get(0).message());
                    return Page.redirect(address(number) + "#comments");
                });
    }

    static NewComment read(FormValues typed) {
        return new NewComment(
                typed.text("words"),
                typed.text("audience").equals("COLLEAGUES"),
                typed.list("mentions").stream()
                        .map(UUID::fromString)
                        .map(PersonId::new)
                        .collect(Collectors.toSet()));
    }

    private String show(Actor actor, DossierNumber number, FormView form, Page page) {
        Mentionable mentionable = comments.mentionable(actor, number);
        CaseView view = dossiers.view(actor, number);
        pages.show(view, actor, page);
        String side = StepWords.nameOf(mentionable.side(), view, page);
        page.with("form", offered(form, mentionable, side, page));
        return "cases/comment";
    }

    private static FormView offered(FormView form, Mentionable mentionable, String side, Page page) {
        Map<String, String> audiences = new LinkedHashMap<>();
        audiences.put("EVERYONE", page.text("case.comment.audience.EVERYONE"));
        audiences.put("COLLEAGUES", page.text("case.comment.audience.COLLEAGUES", side));
        FormView asked = form.offering("audience", audiences);
        List<Person> people = mentionable.all();
        if (people.isEmpty()) {
            return asked.without("mentions");
        }
        Function<Person, String> id = person -> person.id().value().toString();
        return asked.giving(
                "mentions",
                people.stream()
                        .collect(Collectors.toMap(id, Person::displayName, (one, other) -> one, LinkedHashMap::new)));
    }

    private static String address(DossierNumber number) {
        return "/cases/" + number;
    }
}
