package be.designations.mandate.web;

import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.mandate.MandateAccess;
import be.designations.mandate.MandateEnds;
import be.designations.mandate.MandateExtensions;
import be.designations.mandate.MandateRegister;
import be.designations.mandate.MandateRegister.View;
import be.designations.mandate.MandateState;
import be.designations.pages.Page;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A mandate, and what begins its end: a resignation, a withdrawal of the approval. What follows stands in the dossier. */
@Controller
@RequestMapping("/mandates/{id:[0-9a-f-]{36}}")
class DpdMandateController {

    private static final String RESIGNATION = "mandate-resignation";
    private static final String EXTENSION = "mandate-extension";
    private static final String WITHDRAWAL = "mandate-withdrawal";

    private final MandateRegister register;
    private final MandateEnds ends;
    private final MandateExtensions extensions;
    private final MandateAccess rules;
    private final Clock clock;

    DpdMandateController(
            MandateRegister register,
            MandateEnds ends,
            MandateExtensions extensions,
            MandateAccess rules,
            Clock clock) {
        this.register = register;
        this.ends = ends;
        this.extensions = extensions;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping
    String mandate(Actor actor, @PathVariable UUID id, Page page) {
        View view = register.view(actor, id);
        about(view, page).with("state", register.stateOf(view.mandate()).code());
        return "mandate/mandate";
    }

    @GetMapping("/resign")
    String resign(Actor actor, @PathVariable UUID id, Page page) {
        View view = view(actor, id, rules::notResigning);
        FormValues today =
                FormValues.empty().with("lastDay", Days.of(clock.instant()).toString());
        return resignation(view, page.form(RESIGNATION, today), page);
    }

    @PostMapping("/resign")
    String resigned(Actor actor, @PathVariable UUID id, Page page) {
        View view = view(actor, id, rules::notResigning);
        return once(
                id,
                () -> page.submit(
                        RESIGNATION,
                        values -> told(
                                ends.resign(
                                        actor,
                                        id,
                                        values.date("lastDay").orElseThrow(),
                                        values.optionalText("reason").orElse(null)),
                                "notice.mandate.resigned",
                                page),
                        form -> resignation(view, form, page)));
    }

    private static String resignation(View view, FormView form, Page page) {
        return form(view, view.ownMandate() ? "resign" : "resign-told", "/resign", form, page);
    }

    @GetMapping("/withdraw")
    String withdraw(Actor actor, @PathVariable UUID id, Page page) {
        View view = view(actor, id, rules::notWithdrawing);
        return form(view, "withdraw", "/withdraw", page.form(WITHDRAWAL, FormValues.empty()), page);
    }

    @PostMapping("/withdraw")
    String withdrawn(Actor actor, @PathVariable UUID id, Page page) {
        View view = view(actor, id, rules::notWithdrawing);
        return once(
                id,
                () -> page.submit(
                        WITHDRAWAL,
                        values -> told(
                                ends.withdraw(actor, id, values.text("reason")),
                                "notice.mandate.approval-withdrawn",
                                page),
                        form -> form(view, "withdraw", "/withdraw", form, page)));
    }

    @GetMapping("/extend")
    String extend(Actor actor, @PathVariable UUID id, Page page) {
        View view = view(actor, id, rules::notAskingExtension);
        return form(view, "extend", "/extend", page.form(EXTENSION, FormValues.empty()), page);
    }

    @PostMapping("/extend")
    String extensionAsked(Actor actor, @PathVariable UUID id, Page page) {
        View view = view(actor, id, rules::notAskingExtension);
        return once(
                id,
                () -> page.submit(
                        EXTENSION,
                        values -> told(
                                extensions.ask(actor, id, values.date("lastDay").orElseThrow(), values.text("reason")),
                                "notice.extension.asked",
                                page),
                        form -> form(view, "extend", "/extend", form, page)));
    }

    /** For those who may do that: whoever may not is told so, and not what is wrong with the form. */
    private View view(Actor actor, UUID id, BiFunction<Actor, MandateState, Optional<Rejection>> refusal) {
        View view = register.view(actor, id);
        refusal.apply(actor, view.mandate()).ifPresent(why -> {
            throw new NotAllowedException(why);
        });
        return view;
    }

    private static String told(DossierNumber number, String notice, Page page) {
        return page.done("/cases/" + number.value(), notice, number.value());
    }

    /** @param act as its words are named */
    private static String form(View view, String act, String path, FormView form, Page page) {
        about(view, page)
                .with("form", form)
                .with("act", act)
                .with("action", "/mandates/" + view.mandate().id() + path);
        return "mandate/act";
    }

    private static Page about(View view, Page page) {
        return page.inSection("entities")
                .with("view", view)
                .with("mandate", view.mandate())
                .with("cpasName", view.cpas().name(page.language()));
    }

    /** The same click twice leads where the first one led. */
    private static String once(UUID id, Supplier<String> attempt) {
        try {
            return attempt.get();
        } catch (AlreadyHandledException passed) {
            if (passed.bySelf()) {
                return Page.redirect("/mandates/" + id);
            }
            throw passed;
        }
    }
}
