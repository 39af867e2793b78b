package be.designations.manual.web;

import be.designations.directory.Language;
import be.designations.manual.Manual;
import be.designations.manual.ManualPage;
import be.designations.manual.ManualReader;
import be.designations.manual.ManualTask;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The manual: its index by reader, and a page for each task; open to everybody. */
@Controller
class ManualController {

    /** Longer than any two words of a search. */
    private static final int LONGEST = 100;

    private final Manual manual;

    ManualController(Manual manual) {
        this.manual = manual;
    }

    /** @param q words to look for in the pages */
    @GetMapping("/help")
    String index(@RequestParam(defaultValue = "") String q, Page page) {
        String query = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        Map<ManualReader, List<ManualPage>> tasks = manual.find(query, page.locale()).stream()
                .collect(Collectors.groupingBy(
                        found -> found.task().reader(),
                        () -> new EnumMap<>(ManualReader.class),
                        Collectors.toUnmodifiableList()));
        page.with("tasks", tasks).with("query", query).inSection("help");
        return "manual/index";
    }

    /** How one task is done. */
    @GetMapping("/help/tasks/{code}")
    String task(@PathVariable String code, Page page) {
        ManualTask task = ManualTask.of(code).orElseThrow(() -> new NotFoundException("help"));
        page.with("how", manual.page(task, page.locale()))
                .with("picture", picture(task, page.language()))
                .inSection("help");
        return "manual/task";
    }

    /** Its address; null until it has been made. */
    private static @Nullable String picture(ManualTask task, Language language) {
        String file = "/assets/manual/" + task.code() + '_' + language.code() + ".png";
        return new ClassPathResource("static" + file).exists() ? file : null;
    }
}
