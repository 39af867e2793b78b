package be.designations.dpd.web;

import be.designations.dpd.DossierAction;
import be.designations.dpd.DossierView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A button of the page of a dossier; the order is that of the page. Text: message key {@code case.do.<code>}. */
enum CaseAction {
    OPINION(DossierAction.GIVE_OPINION, "opinion", false, true),
    DECISION(DossierAction.DECIDE, "decision", false, true),
    COMPLETE(DossierAction.COMPLETE, "complete", false, true),
    LOCAL_MANAGER(DossierAction.CHANGE_LOCAL_MANAGER, "local-manager", false, true),
    START_AGAIN(DossierAction.START_AGAIN, "start-again", true, true),
    COMPLETION_REQUEST(DossierAction.ASK_COMPLETION, "completion-request", false, false),
    TAKE(DossierAction.TAKE, "take", true, false),
    TAKE_OVER(DossierAction.TAKE_OVER, "take", false, false),
    RELEASE(DossierAction.RELEASE, "release", true, false),
    WITHDRAW(DossierAction.WITHDRAW, "withdraw", false, false);

    private final DossierAction action;
    private final String path;
    private final boolean post;
    private final boolean primary;

    CaseAction(DossierAction action, String path, boolean post, boolean primary) {
        this.action = action;
        this.path = path;
        this.post = post;
        this.primary = primary;
    }

    /** What this reader may do now. */
    static List<CaseAction> of(DossierView view) {
        return Arrays.stream(values())
                .filter(offered -> view.may(offered.action))
                .toList();
    }

    /** The action in lower case, for the message key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Last part of the address, after that of the dossier. */
    public String path() {
        return path;
    }

    /** Whether it is done at once, rather than on a page of its own. */
    public boolean post() {
        return post;
    }

    /** Class of the button. */
    public String style() {
        return primary ? "" : "govuk-button--secondary";
    }
}
