package be.designations.management.web;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.management.Managers;
import be.designations.management.Managers.Managed;
import be.designations.pages.Page;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Blocking, unblocking and deleting whoever manages something, each after a page that says what comes of it (D6). */
@Controller
class ResponsibilityController {

    private static final String FORM = "responsibility-change";
    private static final Set<ResponsibilityKind> LEAVING_NOBODY =
            Set.of(ResponsibilityKind.LOCAL_MANAGER, ResponsibilityKind.ACCESS_MANAGER);

    private static final String PATH = "/responsibilities/{id}/{change:block|unblock|remove}";

    private final Managers managers;

    ResponsibilityController(Managers managers) {
        this.managers = managers;
    }

    @GetMapping(PATH)
    String ask(Actor actor, @PathVariable UUID id, @PathVariable String change, Page page) {
        Managed managed = managers.managed(actor, id);
        return isNeedless(change, managed)
                ? page.inform(list(managed), "managers.change.needless", managed.name())
                : show(actor, id, managed, change, page.form(FORM, FormValues.empty()), page);
    }

    @PostMapping(PATH)
    String carryOut(Actor actor, @PathVariable UUID id, @PathVariable String change, Page page) {
        Managed managed = managers.managed(actor, id);
        try {
            return page.submit(
                    FORM,
                    values -> {
                        carryOut(
                                actor, id, change, values.optionalText("reason").orElse(null));
                        return done(actor, managed, change, page);
                    },
                    form -> show(actor, id, managed, change, form, page));
        } catch (AlreadyHandledException passed) {
            if (passed.bySelf()) {
                return Page.redirect(list(managed));
            }
            throw passed;
        }
    }

    private void carryOut(Actor actor, UUID id, String change, @Nullable String reason) {
        switch (change) {
            case "block" -> managers.block(actor, id, reason);
            case "unblock" -> managers.unblock(actor, id, reason);
            case "remove" -> managers.remove(actor, id, reason);
            default -> throw new NotFoundException("change");
        }
    }

    private static String done(Actor actor, Managed managed, String change, Page page) {
        // Whoever blocks or deletes themselves does not see that page any more.
        return page.done(
                actor.person().equals(managed.person()) ? "/" : list(managed),
                "managers." + change + ".done",
                managed.name(),
                Places.capacity(managed.kind(), managed.place(), page));
    }

    private static String list(Managed managed) {
        return Places.pageOf(managed.place(), managed.kind());
    }

    private static boolean isNeedless(String change, Managed managed) {
        return !managed.runs()
                || (change.equals("block") && managed.blocked())
                || (change.equals("unblock") && !managed.blocked());
    }

    private static String show(Actor actor, UUID id, Managed managed, String change, FormView form, Page page) {
        page.with("responsibility", id)
                .with("place", managed.place())
                .with("managed", managed)
                .with("change", change)
                .with("self", actor.person().equals(managed.person()))
                .with(
                        "leavesNobody",
                        change.equals("remove") && LEAVING_NOBODY.contains(managed.kind())
                                ? "managers.remove.leaves-nobody." + managed.kind()
                                : null)
                .with("back", list(managed))
                .with("form", form);
        return "management/responsibility";
    }
}
