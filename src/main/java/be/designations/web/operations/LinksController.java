package be.designations.web.operations;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.manual.ManualTask;
import be.designations.pages.Page;
import be.designations.reference.ExternalLinks;
import be.designations.reference.ExternalLinks.ExternalPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages elsewhere to which those of the application lead: where from, and whether somebody has looked at them lately (D111). */
@Controller
class LinksController {

    private final Operators operators;
    private final ExternalLinks links;
    private final Clock clock;

    LinksController(Operators operators, ExternalLinks links, Clock clock) {
        this.operators = operators;
        this.links = links;
        this.clock = clock;
    }

    /**
     * @param languages codes of the languages that it is for
     * @param opens     whether it can be opened as it stands; not where a number is to be put in
     */
    public record Address(String text, String languages, boolean opens) {}

    /**
     * @param tasks of the manual that lead there
     * @param due   whether somebody is to open it
     */
    public record Line(ExternalPage page, List<Address> addresses, List<ManualTask> tasks, boolean due) {}

    @GetMapping("/operations/links")
    String links(Actor actor, Page page) {
        operators.require(actor);
        LocalDate today = Days.of(clock.instant());
        List<Line> lines = links.all().values().stream()
                .sorted(Comparator.comparing(ExternalPage::key))
                .map(link -> new Line(link, addresses(link), tasks(link), link.isDue(today)))
                .toList();
        page.inSection("operations")
                .with("lines", lines)
                .with("due", lines.stream().filter(Line::due).count());
        return "operations/links";
    }

    private static List<Address> addresses(ExternalPage link) {
        return link.addresses().values().stream()
                .distinct()
                .map(text -> new Address(text, languages(link, text), text.indexOf('{') < 0))
                .toList();
    }

    private static String languages(ExternalPage link, String text) {
        return link.addresses().entrySet().stream()
                .filter(entry -> entry.getValue().equals(text))
                .map(entry -> entry.getKey().code())
                .collect(Collectors.joining(", "));
    }

    private static List<ManualTask> tasks(ExternalPage link) {
        return Arrays.stream(ManualTask.values())
                .filter(task -> link.key().equals(task.elsewhere()))
                .toList();
    }
}
