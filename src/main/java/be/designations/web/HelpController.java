package be.designations.web;

import be.designations.access.CapacityKind;
import be.designations.access.ManagementTask;
import be.designations.rules.NotFoundException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Help, the reasons for the DPD rule, and the accessibility statement; open to everybody. */
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

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("helpTasks", HelpTask.values());
        return "help/index";
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

    /** How one task is done. */
    @GetMapping("/help/tasks/{code}")
    String task(@PathVariable String code, Model model) {
        model.addAttribute("task", HelpTask.of(code).orElseThrow(() -> new NotFoundException("help")));
        return "help/task";
    }

    /** The statement that the law of 19 July 2018 on accessibility asks for. */
    @GetMapping("/accessibility")
    String accessibility() {
        return "help/accessibility";
    }
}
