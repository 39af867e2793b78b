package be.designations.reviews.web;

import be.designations.casework.CaseDesk;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseView;
import be.designations.casework.DossierNumber;
import be.designations.catalogue.Catalogue;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.pages.Address;
import be.designations.pages.Page;
import be.designations.reviews.AccessReviewCase;
import be.designations.reviews.Review;
import be.designations.reviews.ReviewAnswers;
import be.designations.reviews.ReviewItem;
import be.designations.reviews.ReviewStore;
import be.designations.reviews.ReviewStore.ItemQuery;
import be.designations.reviews.Reviews;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rights of a review: ticking many at once, seeing what that changes, then answering. */
@Controller
@RequestMapping("/cases/{number}/answer")
class ReviewRightsController {

    private static final String FORM = "review-answer";
    private static final String STEP = "answer";
    private static final String OPEN = "open";

    private final CaseDossiers dossiers;
    private final CaseDesk desk;
    private final AccessReviewCase type;
    private final Reviews reviews;
    private final ReviewStore store;
    private final Catalogue catalogue;
    private static final Window FIRST = Window.of(null, null, Reviews.MOST_AT_ONCE);

    private final Clock clock;

    ReviewRightsController(
            CaseDossiers dossiers,
            CaseDesk desk,
            AccessReviewCase type,
            Reviews reviews,
            ReviewStore store,
            Catalogue catalogue,
            Clock clock) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.type = type;
        this.reviews = reviews;
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * @param show   {@code open}, {@code answered} or {@code all}
     * @param q      a part of a name
     * @param after  the last right of the page before
     * @param before the first right of the page after
     */
    @GetMapping
    String list(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam(defaultValue = OPEN) String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer before,
            Page page) {
        Window window = Window.of(after, before, Reviews.MOST_AT_ONCE);
        return list(actor, view(actor, number), show, q, window, FormValues.empty(), List.of(), page);
    }

    /** @param action {@code preview}, {@code confirm} or {@code back} */
    @PostMapping
    String send(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam(name = "_action", defaultValue = "preview") String action,
            Page page) {
        CaseView view = view(actor, number);
        FormSubmission sent = page.read(FORM);
        if (action.equals("back")) {
            return list(actor, view, OPEN, "", FIRST, sent.values(), List.of(), page);
        }
        if (sent.hasErrors()) {
            return again(actor, view, sent.values(), page.errors(FORM, sent), page);
        }
        ReviewAnswers answers = answers(sent.values());
        try {
            if (action.equals("confirm")) {
                String event = desk.perform(actor, number, STEP, null, answers);
                boolean last = !reviews.find(view.dossier().id()).orElseThrow().isOpen();
                return page.done(address(number, last), "notice." + event, number.value());
            }
            return preview(actor, view, answers, page);
        } catch (RejectedException refused) {
            return again(actor, view, sent.values(), page.errors(refused.rejections()), page);
        } catch (AlreadyHandledException handled) {
            return page.inform(address(number, true), "case.notice.step-passed");
        }
    }

    private CaseView view(Actor actor, DossierNumber number) {
        CaseView view = dossiers.view(actor, number);
        if (!view.dossier().kind().equals(type.kind())) {
            throw new NotFoundException("step");
        }
        return view;
    }

    private static String address(DossierNumber number, boolean dossier) {
        return "/cases/" + number + (dossier ? "" : "/" + STEP);
    }

    private static ReviewAnswers answers(FormValues values) {
        return new ReviewAnswers(
                ReviewAnswers.Verdict.valueOf(values.text("answer")),
                values.list("rights"),
                values.optionalText("reason").orElse(null));
    }

    private String again(Actor actor, CaseView view, FormValues values, List<ShownError> wrong, Page page) {
        return list(actor, view, OPEN, "", FIRST, values, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private String preview(Actor actor, CaseView view, ReviewAnswers answers, Page page) {
        view.offer(STEP).filter(offer -> !offer.isPossible()).ifPresent(offer -> {
            throw new NotAllowedException(Objects.requireNonNull(offer.refusal()));
        });
        Map<ReviewItem, ReviewItem.@Nullable Hindrance> items =
                reviews.preview(actor.person(), view.dossier().id(), answers);
        show(view, page)
                .with("items", items.entrySet())
                .with("doable", items.values().stream().filter(Objects::isNull).count())
                .with("answer", answers.answer())
                .with("reason", answers.reason())
                .with("ticked", answers.rights())
                .with("roleNames", roleNames(items.keySet(), page));
        return "reviews/preview";
    }

    private String list(
            Actor actor,
            CaseView view,
            String show,
            String q,
            Window window,
            FormValues values,
            List<ShownError> wrong,
            Page page) {
        Set<String> ticked = new LinkedHashSet<>(values.list("rights"));
        boolean may = view.may(STEP);
        String address = Address.of(address(view.dossier().number(), false))
                .with("show", show)
                .with("q", q)
                .toString();
        Window.Shown<ReviewItem> found = window.shown(
                store.items(
                        new ItemQuery(view.dossier().id(), show, q),
                        window.from(),
                        window.backward(),
                        window.asked(),
                        clock.instant()),
                ReviewItem::position,
                address);
        show(view, page)
                .with("items", found.lines())
                .with("may", may)
                .with("reader", actor.person())
                .with("ticked", ticked)
                .with("now", clock.instant())
                .with("roleNames", roleNames(found.lines(), page))
                .with("show", show)
                .with("query", q)
                .with("path", address(view.dossier().number(), false))
                .with("form", page.form(FORM, values).without("rights").withErrors(wrong))
                .with("wrong", wrong)
                .with("previous", found.previous())
                .with("next", found.next());
        return "reviews/rights";
    }

    private Page show(CaseView view, Page page) {
        Review review = view.content(type);
        return page.inSection("cases")
                .with("number", view.dossier().number().value())
                .with("entityName", view.organisation().name(page.language()))
                .with("review", review);
    }

    private Map<String, String> roleNames(Collection<ReviewItem> items, Page page) {
        return catalogue.named(
                catalogue.roles(items.stream().map(ReviewItem::role).collect(Collectors.toSet())), page.language());
    }
}
