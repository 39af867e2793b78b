package be.designations.web;

import be.designations.access.CapacityKind;
import be.designations.access.ManagementTask;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What is good to understand: who does what and why, and the accessibility statement; open to everybody. */
@Controller
class HelpController {

    /** In the order of the hierarchy. */
    private static final List<CapacityKind> MANAGERS = List.of(
            CapacityKind.PRINCIPAL_ACCESS_MANAGER,
            CapacityKind.CO_PRINCIPAL_ACCESS_MANAGER,
            CapacityKind.LOCAL_MANAGER,
            CapacityKind.CO_LOCAL_MANAGER,
            CapacityKind.ACCESS_MANAGER,
            CapacityKind.CO_ACCESS_MANAGER,
            CapacityKind.SUBDIVISION_MANAGER,
            CapacityKind.CO_SUBDIVISION_MANAGER);

    @ModelAttribute("section")
    String section() {
        return "help";
    }

    /** From the officer that a CPAS proposes to the local manager: what the CPAS does, then everything. <i>Source: S002.</i> */
    @GetMapping("/help/dpd-designation")
    String dpdDesignation() {
        return "help/dpd-designation";
    }

    /** From the legal representative to the rights. <i>Source: S003.</i> */
    @GetMapping("/help/access-managers")
    String accessManagers() {
        return "help/access-managers";
    }

    /** What the abbreviations stand for. */
    @GetMapping("/help/words")
    String words() {
        return "help/words";
    }

    /** Who of the managers does what, from the table that decides it. <i>Source: A2.</i> */
    @GetMapping("/help/who-does-what")
    String whoDoesWhat(Model model) {
        model.addAttribute("managers", MANAGERS);
        model.addAttribute("tasks", ManagementTask.values());
        return "help/who-does-what";
    }

    /** Why the local manager of Action sociale is the DPD. <i>Source: S002, last part.</i> */
    @GetMapping("/help/why-dpd")
    String whyDpd() {
        return "help/why-dpd";
    }

    /** How rights are managed from day to day. <i>Source: S003.</i> */
    @GetMapping("/help/rights")
    String rights() {
        return "help/rights";
    }

    /** How profiles are managed in PrimaWeb. <i>Source: S004.</i> */
    @GetMapping("/help/primaweb")
    String primaWeb() {
        return "help/primaweb";
    }

    /** The statement that the law of 19 July 2018 on accessibility asks for. */
    @GetMapping("/accessibility")
    String accessibility() {
        return "help/accessibility";
    }
}
