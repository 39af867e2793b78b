package be.designations.primaweb.web;

import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.primaweb.Cpas;
import be.designations.primaweb.OwnProfiles;
import be.designations.primaweb.PrimaWebRole;
import be.designations.primaweb.UserSheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** PrimaWeb as whoever opens it finds it: the door, its home, “Mes accès”. <i>Source: A9.</i> */
@Controller
@RequestMapping("/primaweb/{number}")
class PrimaWebController {

    private final OwnProfiles own;
    private final ProfilePdf pdf;

    PrimaWebController(OwnProfiles own, ProfilePdf pdf) {
        this.own = own;
        this.pdf = pdf;
    }

    /** In which role the reader enters. */
    @GetMapping
    String door(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Cpas cpas = own.door(actor, number);
        PrimaWebPages.of(cpas, page);
        return "primaweb/door";
    }

    @PostMapping("/entry")
    String enter(Actor actor, @PathVariable EnterpriseNumber number, @RequestParam PrimaWebRole role) {
        Cpas cpas = own.enter(actor, number, role);
        return Page.redirect(home(cpas, role));
    }

    @GetMapping("/home")
    String home(Actor actor, @PathVariable EnterpriseNumber number, @RequestParam PrimaWebRole role, Page page) {
        OwnProfiles.Home home = own.home(actor, number, role);
        if (role == PrimaWebRole.SOCIAL_WORKER && home.user() == null) {
            // Nobody is known to the managers who has only followed a link.
            return Page.redirect(home.cpas().path());
        }
        PrimaWebPages.of(home.cpas(), page).with("home", home);
        return "primaweb/home";
    }

    @GetMapping("/my-access")
    String mine(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        PrimaWebPages.show(own.mine(actor, number, page.language()), page);
        page.with("own", true).with("pdf", page.address() + ".pdf");
        return "primaweb/user";
    }

    @GetMapping("/my-access.pdf")
    ResponseEntity<byte[]> minePdf(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        UserSheet sheet = own.mine(actor, number, page.language());
        return Download.pdf("primaweb.pdf", pdf.ofUser(sheet, page));
    }

    static String home(Cpas cpas, PrimaWebRole role) {
        return Address.of(cpas.path() + "/home").with("role", role.name()).toString();
    }
}
