package be.designations.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page for those who write programs; open to everybody. */
@Controller
class ApiPageController {

    @GetMapping("/api")
    String api(Model model) {
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        return "api/index";
    }
}
