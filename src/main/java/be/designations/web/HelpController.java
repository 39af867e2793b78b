package be.designations.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Help, the reasons for the DPD rule, and the accessibility statement; open to everybody. */
@Controller
class HelpController {

    @ModelAttribute("section")
    String section() {
        return "help";
    }

    @GetMapping("/help")
    String help() {
        return "help/index";
    }

    /** Why the local manager of Action sociale is the DPD. <i>Source: S002, last part.</i> */
    @GetMapping("/help/why-dpd")
    String whyDpd() {
        return "help/why-dpd";
    }

    /** The statement that the law of 19 July 2018 on accessibility asks for. */
    @GetMapping("/accessibility")
    String accessibility() {
        return "help/accessibility";
    }
}
