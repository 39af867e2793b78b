package be.designations.web.operations;

import be.designations.calendar.BelgianDates;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.upkeep.SignOfLife;
import be.designations.upkeep.SignsOfLife;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether what the application needs works, and when it last did. */
@Controller
class HealthController {

    private static final String PAGE = "/operations/health";

    private final SignsOfLife signs;

    HealthController(SignsOfLife signs) {
        this.signs = signs;
    }

    /** @param facts what was measured, in words */
    public record Line(SignOfLife sign, List<String> facts) {}

    @GetMapping(PAGE)
    String health(Actor actor, Page page) {
        List<SignOfLife> found = signs.read(actor);
        List<Line> lines = found.stream()
                .map(sign -> new Line(
                        sign,
                        sign.facts().entrySet().stream()
                                .map(fact -> words(sign.name(), fact, page))
                                .toList()))
                .toList();
        page.inSection("operations")
                .with("lines", lines)
                .with("old", signs.areOld(found))
                .with(
                        "troubles",
                        lines.stream()
                                .filter(line -> line.sign().trouble() != null)
                                .count());
        return "operations/health";
    }

    private static String words(String name, Map.Entry<String, String> fact, Page page) {
        String value = fact.getKey().equals("last") ? minute(Instant.parse(fact.getValue())) : fact.getValue();
        return page.text("operations.health." + name + ".fact." + fact.getKey(), value);
    }

    private static String minute(Instant at) {
        var dates = new BelgianDates();
        return dates.day(at) + ' ' + dates.time(at);
    }

    @PostMapping(PAGE)
    String look(Actor actor, Page page) {
        signs.look(actor);
        return page.done(PAGE, "operations.health.looked");
    }
}
