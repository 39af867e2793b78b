package be.designations.primaweb.web;

import be.designations.directory.Actor;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.primaweb.Cpas;
import be.designations.primaweb.Effects;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileStore.Version;
import be.designations.primaweb.Profiles;
import be.designations.primaweb.Profiles.Change;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making a profile, changing, deleting and printing it. Each button of the tree shows the page again with all that was typed. */
@Controller
@RequestMapping("/primaweb/{number}/profiles")
class ProfileController {

    private final Profiles profiles;
    private final ProfilePdf pdf;

    ProfileController(Profiles profiles, ProfilePdf pdf) {
        this.profiles = profiles;
        this.pdf = pdf;
    }

    /** @param from a profile whose ticks it begins with */
    @GetMapping("/new")
    String blank(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(required = false) @Nullable UUID from,
            Page page) {
        if (from == null) {
            return show(profiles.blank(actor, number), ProfileSheet.blank(), List.of(), page);
        }
        Profiles.Opened copied = profiles.open(actor, number, new ProfileId(from));
        return show(
                copied.sheet(),
                ProfileSheet.copy(copied.profile(), copied.sheet().tree()),
                List.of(),
                page);
    }

    @PostMapping("/new")
    String create(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(defaultValue = "") String _action,
            Page page) {
        ProfileSheet typed = ProfileSheet.read(page);
        if (!_action.equals(ProfileSheet.SAVE)) {
            Profiles.Sheet sheet = profiles.blank(actor, number);
            return show(sheet, typed.after(_action, sheet), List.of(), page);
        }
        return page.attempt(() -> {
                    Profile made = profiles.create(actor, number, typed.details());
                    return saved("created", number, made, typed, page);
                })
                .or(wrong -> show(profiles.blank(actor, number), typed, wrong, page));
    }

    private static String saved(String what, EnterpriseNumber cpas, Profile profile, ProfileSheet typed, Page page) {
        boolean more = profile.functions().size() > typed.functions().size();
        return page.done(
                "/primaweb/" + cpas.value() + "/access",
                "primaweb." + what + (more ? "-with-more" : ""),
                profile.in(page.language()));
    }

    @GetMapping("/{id}")
    String edit(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id, Page page) {
        Profiles.Opened opened = profiles.open(actor, number, new ProfileId(id));
        ProfileSheet asIs = ProfileSheet.of(opened.profile(), opened.sheet().tree());
        return show(opened, asIs, List.of(), null, opened.profile().version(), page);
    }

    /**
     * @param version   the one on which the page was made
     * @param confirmed whether the actor has seen whom it affects
     */
    @PostMapping("/{id}")
    String change(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "") String _action,
            Page page) {
        ProfileId profile = new ProfileId(id);
        ProfileSheet typed = ProfileSheet.read(page);
        try {
            return change(actor, number, profile, version, confirmed, _action, typed, page);
        } catch (NotFoundException gone) {
            // What was typed on the page of a profile that somebody deleted makes another one.
            Version last = profiles.deletion(actor, number, profile).orElseThrow(() -> gone);
            Profiles.Sheet sheet = profiles.blank(actor, number);
            return show(
                    sheet,
                    typed.after(_action, sheet),
                    page.errors(List.of(Rejection.of("primaweb.deleted-meanwhile", last.by()))),
                    page);
        }
    }

    private String change(
            Actor actor,
            EnterpriseNumber cpas,
            ProfileId profile,
            int version,
            boolean confirmed,
            String action,
            ProfileSheet typed,
            Page page) {
        if (!action.equals(ProfileSheet.SAVE)) {
            Profiles.Opened opened = profiles.open(actor, cpas, profile);
            return show(opened, typed.after(action, opened.sheet()), List.of(), null, version, page);
        }
        try {
            if (!confirmed) {
                Effects effects = profiles.effects(actor, cpas, profile, version, typed.details());
                if (effects.anybody()) {
                    return preview(profiles.open(actor, cpas, profile), typed, effects, version, page);
                }
            }
            Profile changed = profiles.change(actor, cpas, profile, version, typed.details());
            return saved("changed", cpas, changed, typed, page);
        } catch (RejectedException rejected) {
            Profiles.Opened opened = profiles.open(actor, cpas, profile);
            boolean outdated = rejected.rejections().stream().anyMatch(Rejection::aboutState);
            return show(
                    opened,
                    typed,
                    page.errors(rejected.rejections()),
                    outdated ? profiles.history(actor, cpas, profile).since(version) : null,
                    outdated ? opened.profile().version() : version,
                    page);
        }
    }

    private String preview(Profiles.Opened opened, ProfileSheet typed, Effects effects, int version, Page page) {
        PrimaWebPages.of(opened.sheet().cpas(), page)
                .with("profile", opened.profile())
                .with("typed", typed)
                .with("version", version)
                .with("effects", effects);
        return "primaweb/profile-preview";
    }

    /** “Voulez-vous vraiment supprimer ce profil ?” */
    @GetMapping("/{id}/deletion")
    String askDeletion(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id, Page page) {
        return askDeletion(profiles.open(actor, number, new ProfileId(id)), List.of(), page);
    }

    private static String askDeletion(Profiles.Opened opened, List<ShownError> wrong, Page page) {
        PrimaWebPages.refusing(wrong, PrimaWebPages.of(opened.sheet().cpas(), page))
                .with("opened", opened);
        return "primaweb/profile-deletion";
    }

    @PostMapping("/{id}/deletion")
    String delete(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable UUID id,
            @RequestParam int version,
            Page page) {
        ProfileId profile = new ProfileId(id);
        return page.attempt(() -> page.done(
                        "/primaweb/" + number.value() + "/access",
                        "primaweb.deleted",
                        Profile.called(profiles.delete(actor, number, profile, version), page.language())))
                .or(wrong -> askDeletion(profiles.open(actor, number, profile), wrong, page));
    }

    /** Its users, and all functions with their ticks. */
    @GetMapping("/{id}/print")
    String print(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id, Page page) {
        Profiles.Printed printed = profiles.print(actor, number, new ProfileId(id));
        show(printed, page).with("pdf", page.address() + ".pdf");
        return "primaweb/profile-print";
    }

    @GetMapping("/{id}/print.pdf")
    ResponseEntity<byte[]> printPdf(
            Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id, Page page) {
        Profiles.Printed printed = profiles.print(actor, number, new ProfileId(id));
        return Download.pdf("primaweb.pdf", pdf.ofProfile(printed, page));
    }

    private static Page show(Profiles.Printed printed, Page page) {
        FunctionTree tree = printed.opened().sheet().tree();
        Profile profile = printed.opened().profile();
        return PrimaWebPages.of(printed.opened().sheet().cpas(), page)
                .with("profile", profile)
                .with("users", printed.users())
                .with("view", TreeView.of(tree, profile.functionsOf(tree)))
                .with("withdrawn", tree.withdrawn(profile.functions()));
    }

    /** What it was after each change. */
    @GetMapping("/{id}/history")
    String history(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id, Page page) {
        Profiles.History history = profiles.history(actor, number, new ProfileId(id));
        PrimaWebPages.of(history.cpas(), page).with("changes", history.changes());
        return "primaweb/profile-history";
    }

    private static String show(Profiles.Sheet sheet, ProfileSheet typed, List<ShownError> wrong, Page page) {
        page.with("profile", null).with("users", 0L).with("meanwhile", null).with("withdrawn", List.of());
        return render(sheet, typed, wrong, page);
    }

    private static String show(
            Profiles.Opened opened,
            ProfileSheet typed,
            List<ShownError> wrong,
            @Nullable Change meanwhile,
            int version,
            Page page) {
        Profile profile = opened.profile();
        page.with("profile", profile)
                .with("users", opened.users())
                .with("meanwhile", meanwhile)
                .with("version", version)
                .with("withdrawn", opened.sheet().tree().withdrawn(profile.functions()));
        return render(opened.sheet(), typed, wrong, page);
    }

    private static String render(Profiles.Sheet sheet, ProfileSheet typed, List<ShownError> wrong, Page page) {
        if (!wrong.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Cpas cpas = sheet.cpas();
        PrimaWebPages.of(cpas, page)
                .with("form", typed.form(sheet, wrong, page))
                .with("view", typed.view(sheet.tree()))
                .with("search", typed.search())
                .with("predefined", sheet.predefined());
        return "primaweb/profile";
    }
}
