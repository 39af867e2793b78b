package be.designations.catalogue.web;

import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.CatalogueItem;
import be.designations.catalogue.CatalogueKind;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding an application, a role or a domain, changing it, retiring it. */
@Controller
@RequestMapping("/catalogue/{path:applications|roles|domains}")
class CatalogueEntryController {

    private final CatalogueEditing editing;
    private final List<CatalogueForm<?, ?>> forms;

    CatalogueEntryController(CatalogueEditing editing, List<CatalogueForm<?, ?>> forms) {
        this.editing = editing;
        this.forms = forms;
    }

    /** @param application code of the application to which a role will belong, when that is known already */
    @GetMapping("/new")
    String empty(
            Actor actor, @PathVariable String path, @RequestParam(defaultValue = "") String application, Page page) {
        editing.requireEditor(actor);
        return show(form(path), actor, null, Typed.nothing().with("application", application), 0, List.of(), page);
    }

    @PostMapping("/new")
    String add(Actor actor, @PathVariable String path, Page page) {
        return add(form(path), actor, page);
    }

    private <T extends CatalogueItem, D> String add(CatalogueForm<T, D> form, Actor actor, Page page) {
        Typed typed = new Typed(page.posted());
        try {
            String code = typed.text("code").strip();
            return done(form, "added", editing.add(form.kind(), actor, code, form.details(typed)), page);
        } catch (RejectedException rejected) {
            return show(form, actor, null, typed, 0, rejected.rejections(), page);
        }
    }

    @GetMapping("/{code}")
    String entry(Actor actor, @PathVariable String path, @PathVariable String code, Page page) {
        return present(form(path), actor, code, List.of(), page);
    }

    /** @param version the one on which the page was made */
    @PostMapping("/{code}")
    String change(
            Actor actor, @PathVariable String path, @PathVariable String code, @RequestParam int version, Page page) {
        return change(form(path), actor, code, version, page);
    }

    private <T extends CatalogueItem, D> String change(
            CatalogueForm<T, D> form, Actor actor, String code, int version, Page page) {
        Typed typed = new Typed(page.posted());
        try {
            return done(form, "saved", editing.change(form.kind(), actor, code, version, form.details(typed)), page);
        } catch (RejectedException rejected) {
            CatalogueEntry<T> entry = editing.entry(form.kind(), actor, code);
            return show(form, actor, entry, typed, version, rejected.rejections(), page);
        }
    }

    @PostMapping("/{code}/retire")
    String retire(
            Actor actor, @PathVariable String path, @PathVariable String code, @RequestParam int version, Page page) {
        return stand(form(path), "retired", actor, code, version, editing::retire, page);
    }

    @PostMapping("/{code}/bring-back")
    String bringBack(
            Actor actor, @PathVariable String path, @PathVariable String code, @RequestParam int version, Page page) {
        return stand(form(path), "brought-back", actor, code, version, editing::bringBack, page);
    }

    /** Retires an entry or brings it back. */
    @FunctionalInterface
    private interface Standing<T extends CatalogueItem, D> {
        CatalogueEntry<T> run(CatalogueKind<T, D> kind, Actor actor, String code, int version);
    }

    private <T extends CatalogueItem, D> String stand(
            CatalogueForm<T, D> form,
            String notice,
            Actor actor,
            String code,
            int version,
            Standing<T, D> operation,
            Page page) {
        try {
            return done(form, notice, operation.run(form.kind(), actor, code, version), page);
        } catch (RejectedException rejected) {
            // Nothing was done: somebody else was faster, and the page shows what they made of it.
            return isOutdated(rejected.rejections())
                    ? page.inform(
                            address(form, code),
                            "catalogue.look-again",
                            rejected.rejections().get(0).arguments().toArray())
                    : present(form, actor, code, rejected.rejections(), page);
        }
    }

    private static <T extends CatalogueItem> String done(
            CatalogueForm<T, ?> form, String notice, CatalogueEntry<T> entry, Page page) {
        T item = entry.item();
        return page.done(
                address(form, item.key()),
                "catalogue." + form.kind().name() + "." + notice,
                item.name().in(page.language()));
    }

    /** As it stands. */
    private <T extends CatalogueItem, D> String present(
            CatalogueForm<T, D> form, Actor actor, String code, List<Rejection> rejections, Page page) {
        CatalogueEntry<T> entry = editing.entry(form.kind(), actor, code);
        Typed typed = form.typed(form.kind().details(entry.item()));
        return show(form, actor, entry, typed, entry.version(), rejections, page);
    }

    /** @param entry null for one that is still to be added */
    private <T extends CatalogueItem, D> String show(
            CatalogueForm<T, D> form,
            Actor actor,
            @Nullable CatalogueEntry<T> entry,
            Typed typed,
            int version,
            List<Rejection> rejections,
            Page page) {
        if (!rejections.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        String address = address(form, entry == null ? "new" : entry.item().key());
        CatalogueFields fields = new CatalogueFields(typed, page);
        if (entry == null) {
            fields.code();
        }
        form.ask(actor, entry == null ? null : entry.item(), fields);
        FormView view = fields.view().withErrors(page.errors(rejections));
        page.inSection("operations")
                .with("kind", form.kind().name())
                .with("address", address)
                .with("form", view)
                .with("outdated", isOutdated(rejections))
                .with("version", version)
                .with("entry", entry);
        if (entry != null) {
            page.with(
                    "changedBy",
                    editing.changedBy(entry).map(Person::displayName).orElse(null));
            form.show(actor, entry.item(), page);
        }
        return "catalogue/entry";
    }

    private CatalogueForm<?, ?> form(String path) {
        return forms.stream()
                .filter(form -> form.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String address(CatalogueForm<?, ?> form, String code) {
        return "/catalogue/" + form.path() + "/" + code;
    }

    private static boolean isOutdated(List<Rejection> rejections) {
        return rejections.stream().anyMatch(Rejection::aboutState);
    }
}
