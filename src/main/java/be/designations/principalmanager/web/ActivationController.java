package be.designations.principalmanager.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.web.DocumentLine;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Designation.Incumbency;
import be.designations.pages.Page;
import be.designations.principalmanager.Incumbent;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Review;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** “Confirmation”: what was typed, whom it replaces, and the conditions of activation. <i>Source: S003, A6 screen 3.</i> */
@Controller
@RequestMapping(StartPage.ADDRESS + "/{number}/check")
class ActivationController {

    private static final String FORM = Step.CHECK.form();

    private final PrincipalManagers managers;
    private final MandateDocuments documents;
    private final RequestPages pages;

    ActivationController(PrincipalManagers managers, MandateDocuments documents, RequestPages pages) {
        this.managers = managers;
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return show(actor, number, page.form(FORM, FormValues.empty()), page);
    }

    @PostMapping
    String confirm(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        try {
            return page.submit(FORM, values -> send(actor, number, page), form -> show(actor, number, form, page));
        } catch (AlreadyHandledException passed) {
            // Whoever confirms has not seen the one whom they would now replace: they look again, and confirm anew.
            page.refused(HttpStatus.CONFLICT);
            FormView form = page.form(FORM, FormValues.empty())
                    .withErrors(List.of(new ShownError(null, overtaken(actor, number, passed, page))));
            return show(actor, number, form, page);
        }
    }

    private String send(Actor actor, EnterpriseNumber number, Page page) {
        try {
            return Page.redirect(
                    "/cases/" + managers.send(actor, number, seen(page)).value());
        } catch (InvalidAnswersException incomplete) {
            return back(incomplete, number);
        }
    }

    /** Who was principal access manager on the page that was confirmed; null when it said nothing of that. */
    private static @Nullable Incumbency seen(Page page) {
        try {
            return page.parameter("_version")
                    .map(version -> new Incumbency(version.isEmpty() ? null : UUID.fromString(version)))
                    .orElse(null);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private String overtaken(Actor actor, EnterpriseNumber number, AlreadyHandledException passed, Page page) {
        var dates = new BelgianDates();
        Incumbent incumbent = managers.situation(actor, number).incumbent();
        String by = passed.by() == null ? "" : passed.by();
        String day = dates.day(passed.at());
        String time = dates.time(passed.at());
        return incumbent == null
                ? page.text("principalmanager.page.check.gone", by, day, time)
                : page.text("principalmanager.page.check.overtaken", by, incumbent.name(), day, time);
    }

    private static String back(InvalidAnswersException incomplete, EnterpriseNumber number) {
        return "redirect:"
                + Arrays.stream(Step.values())
                        .filter(step -> step.form().equals(incomplete.form().id()))
                        .findFirst()
                        .orElse(Step.WHO)
                        .again(number);
    }

    private String show(Actor actor, EnterpriseNumber number, FormView form, Page page) {
        Review review;
        try {
            review = managers.review(actor, number);
        } catch (NotFoundException nothingTyped) {
            return Page.redirect(Step.WHO.address(number));
        } catch (InvalidAnswersException incomplete) {
            return back(incomplete, number);
        } catch (RejectedException rejected) {
            return "redirect:"
                    + page.errors(rejected.rejections()).stream()
                            .flatMap(error -> pages.stepOf(error).stream())
                            .findFirst()
                            .orElse(Step.WHO)
                            .again(number);
        }
        RequestPages.addTo(page, review.situation(), number);
        page.with("review", review)
                .with("recognised", review.situation().representation().isRecognised())
                .with(
                        "documents",
                        documents.ofDraft(actor, number).stream()
                                .map(DocumentLine::of)
                                .toList())
                .with("form", form);
        return "principal-manager/check";
    }
}
