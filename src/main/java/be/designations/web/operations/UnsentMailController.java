package be.designations.web.operations;

import be.designations.audit.NissMask;
import be.designations.directory.Actor;
import be.designations.forms.ShownError;
import be.designations.notification.MailFailure;
import be.designations.notification.MailFilter;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.upkeep.MailRetries;
import be.designations.upkeep.RunKind;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mails that wait for another attempt or were given up: why, and sending them again, one, some or all. */
@Controller
class UnsentMailController {

    static final String PAGE = "/operations/mails";

    private static final int MAILS_A_PAGE = 25;
    private static final int LONGEST_TEXT = 100;

    private final MailRetries mails;
    private final RunPages runs;

    UnsentMailController(MailRetries mails, RunPages runs) {
        this.mails = mails;
        this.runs = runs;
    }

    /**
     * What is asked for over the list.
     *
     * @param why   code of a failure, or empty
     * @param state {@code given-up}, {@code waiting}, or empty
     * @param q     part of a subject, a name or an address
     * @param run   the run in which they were sent again, or null
     */
    public record Asked(
            String why, String state, String q, @Nullable Long run) {

        private static final String GIVEN_UP = "given-up";

        MailFilter filter() {
            return new MailFilter(
                    Arrays.stream(MailFailure.values())
                            .filter(failure -> failure.code().equals(why))
                            .findFirst()
                            .orElse(null),
                    state.equals(GIVEN_UP) ? Boolean.TRUE : state.equals("waiting") ? Boolean.FALSE : null,
                    holdsNiss() ? "" : q,
                    run);
        }

        /** What is typed stands in the address. */
        public boolean holdsNiss() {
            return NissMask.isNeededFor(q);
        }

        public boolean isEmpty() {
            return why.isEmpty() && state.isEmpty() && q.isEmpty() && run == null;
        }

        String address(@Nullable UUID after) {
            return Address.of(PAGE)
                    .with("why", why)
                    .with("state", state)
                    .with("q", holdsNiss() ? "" : q)
                    .with("run", run)
                    .with("after", after)
                    .toString();
        }
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long run) {
        return new Asked(
                Inputs.line(why, LONGEST_TEXT), Inputs.line(state, LONGEST_TEXT), Inputs.line(q, LONGEST_TEXT), run);
    }

    /** @param after id of the last mail of the page before */
    @GetMapping(PAGE)
    String mails(
            Actor actor,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable UUID after,
            Page page) {
        List<ShownError> wrong =
                asked.holdsNiss() ? List.of(page.error("q", "operations.mails.error.niss")) : List.of();
        return show(actor, asked, after, wrong, page);
    }

    /** So that what is typed by mistake stands in no address. */
    @PostMapping(PAGE)
    String filter(Actor actor, @ModelAttribute(name = "asked", binding = false) Asked asked, Page page) {
        return asked.holdsNiss()
                ? show(
                        actor,
                        asked,
                        null,
                        List.of(page.error("q", "operations.mails.error.niss")),
                        page.refused(HttpStatus.UNPROCESSABLE_ENTITY))
                : Page.redirect(asked.address(null));
    }

    private String show(Actor actor, Asked asked, @Nullable UUID after, List<ShownError> wrong, Page page) {
        MailRetries.Unsent found = mails.list(actor, asked.filter(), after, MAILS_A_PAGE);
        UUID next = found.mails().next();
        runs.showLast(actor, RunKind.MAILS, page);
        if (!wrong.isEmpty()) {
            page.with("hasErrors", true);
        }
        page.inSection("operations")
                .with("mails", found.mails().mails())
                .with("again", found.again())
                .with("failures", MailFailure.values())
                .with("problems", wrong)
                .with("after", after)
                .with("next", next == null ? null : asked.address(next));
        return "operations/mails";
    }

    /**
     * @param chosen those that are ticked
     * @param action {@code all} for all that match, whatever is ticked
     * @param last   the last run on the page
     */
    @PostMapping(PAGE + "/again")
    String again(
            Actor actor,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(name = "mail", required = false) @Nullable List<UUID> chosen,
            @RequestParam(name = "_action", defaultValue = "chosen") String action,
            @RequestParam(name = "_last", required = false) @Nullable Long last,
            Page page) {
        if (asked.holdsNiss()) {
            // Else it would be done with more mails than were looked for.
            List<ShownError> wrong = List.of(page.error("q", "operations.mails.error.niss"));
            return show(actor, asked, null, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
        }
        List<UUID> only = action.equals("all") ? null : chosen == null ? List.of() : chosen;
        return page.attempt(() -> runs.begun(
                        actor, RunKind.MAILS, mails.begin(actor, asked.filter(), only, RunPages.seen(last)), page))
                .or(wrong -> show(actor, asked, null, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY)));
    }

    /** @param after the page that the agent was on */
    @PostMapping(PAGE + "/{id}/send-again")
    String sendAgain(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable UUID after,
            Page page) {
        var mail = mails.sendAgain(actor, id);
        return page.done(asked.address(after), "operations.mails.sent-again", mail.subject());
    }
}
