package be.designations.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page for those who write programs; open to everybody. */
@Controller
class ApiPageController {

    private static final String EXAMPLE = "api/example.txt";

    private final List<String> steps = steps();

    @GetMapping("/api")
    String api(Model model) {
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        model.addAttribute("steps", steps);
        return "api/index";
    }

    /** The calls of the example; docs/api-walkthrough.md has the same. */
    static List<String> steps() {
        try {
            String example = new ClassPathResource(EXAMPLE).getContentAsString(StandardCharsets.UTF_8);
            return List.of(example.strip().split("\n----\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
