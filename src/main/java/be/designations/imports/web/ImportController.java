package be.designations.imports.web;

import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.export.Csv;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.imports.Column;
import be.designations.imports.Exports;
import be.designations.imports.ImportFile;
import be.designations.imports.ImportStore.Refused;
import be.designations.imports.Imports;
import be.designations.imports.Problem;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.pages.Uploads;
import be.designations.rules.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing people, working relationships and rights in a file, and taking them along in one. */
@Controller
class ImportController {

    private static final String START = "/entities/{number}/import";
    private static final String ONE = START + "/{id}";
    private static final String FIELD = "file";
    private static final int LINES_A_PAGE = 50;

    private final Imports imports;
    private final Exports exports;
    private final MessageSource messages;

    ImportController(Imports imports, Exports exports, MessageSource messages) {
        this.imports = imports;
        this.exports = exports;
        this.messages = messages;
    }

    @GetMapping(START)
    String start(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return start(imports.overview(actor, number), List.of(), page);
    }

    private static String start(Imports.Overview overview, List<ShownError> wrong, Page page) {
        page.inSection("entities")
                .with("organisation", overview.organisation())
                .with("files", overview.files())
                .with("columns", Column.values())
                .with("path", path(overview.organisation().enterpriseNumber()))
                .with("errors", wrong);
        return "imports/start";
    }

    /** A file that came already leads to the import that there is. */
    @PostMapping(START)
    String bring(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(name = FIELD, required = false) @Nullable List<MultipartFile> files,
            Page page) {
        Imports.Overview overview = imports.overview(actor, number);
        List<MultipartFile> chosen = Uploads.chosen(files);
        if (chosen.size() != 1) {
            List<ShownError> none = List.of(page.error(FIELD, "imports.choose"));
            return start(overview, none, page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
        }
        List<Imports.Brought> brought = new ArrayList<>();
        List<ShownError> wrong =
                Uploads.take(chosen, page, (name, content) -> brought.add(imports.bring(actor, number, name, content)));
        if (!wrong.isEmpty()) {
            return start(overview, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
        }
        String there = path(number) + "/" + brought.get(0).file().id();
        return brought.get(0).before() ? page.inform(there, "imports.before") : Page.redirect(there);
    }

    /**
     * It asks for itself again as long as something goes on.
     *
     * @param after the number of the last line of the page before
     */
    @GetMapping(ONE)
    String one(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String after,
            Page page) {
        Imports.Shown shown = imports.read(actor, number, uuid(id));
        ImportFile file = shown.file();
        int afterLine = line(after);
        List<Refused> refused = file.state().runs() || file.emptied()
                ? List.of()
                : imports.refused(actor, number, uuid(id), afterLine, LINES_A_PAGE + 1);
        boolean more = refused.size() > LINES_A_PAGE;
        List<Refused> lines = more ? refused.subList(0, LINES_A_PAGE) : refused;
        String path = path(number) + "/" + file.id();
        page.inSection("entities")
                .with("organisation", shown.organisation())
                .with("file", file)
                .with("running", file.state().runs() ? file : null)
                .with("lines", lines.stream().map(line -> Shown.of(line, page)).toList())
                .with("start", path(number))
                .with("path", path)
                .with("previous", afterLine > 0 ? Address.of(path).toString() : null)
                .with(
                        "next",
                        more
                                ? Address.of(path)
                                        .with(
                                                "after",
                                                lines.get(lines.size() - 1).line())
                                        .toString()
                                : null);
        return "imports/import";
    }

    /** A line that was not taken, in words. */
    public record Shown(int number, List<ShownProblem> problems) {

        static Shown of(Refused line, Page page) {
            return new Shown(
                    line.line(),
                    line.problems().stream()
                            .map(problem -> new ShownProblem(
                                    problem.column(),
                                    page.text(key(problem), problem.arguments().toArray())))
                            .toList());
        }
    }

    public record ShownProblem(@Nullable Column column, String sentence) {}

    private static String key(Problem problem) {
        return "rejection." + problem.code();
    }

    /** All lines that were not taken. */
    @GetMapping(ONE + "/problems.csv")
    void problems(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable String id,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        imports.read(actor, number, uuid(id));
        PrintWriter writer = Download.csv(response, "import-" + number.value() + "-problems.csv");
        writer.write(Csv.line(
                messages.getMessage("imports.line", null, locale),
                messages.getMessage("imports.column", null, locale),
                messages.getMessage("imports.why", null, locale)));
        imports.eachRefused(actor, number, uuid(id), line -> line.problems()
                .forEach(problem -> writer.write(Csv.line(
                        line.line(),
                        problem.column() == null ? null : problem.column().code(),
                        messages.getMessage(key(problem), problem.arguments().toArray(), locale)))));
        writer.flush();
    }

    /** @param good how many good lines the page showed */
    @PostMapping(ONE + "/apply")
    String apply(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String good,
            Page page) {
        String there = path(number) + "/" + uuid(id);
        return page.attempt(() -> {
                    imports.apply(actor, number, uuid(id), line(good));
                    return Page.redirect(there);
                })
                .or(wrong ->
                        page.inform(there, "imports.not-applied", wrong.get(0).message()));
    }

    @PostMapping(ONE + "/discard")
    String discard(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable String id, Page page) {
        return page.attempt(() -> {
                    imports.discard(actor, number, uuid(id));
                    return page.done(path(number), "imports.discarded");
                })
                .or(wrong -> page.inform(
                        path(number) + "/" + uuid(id),
                        "imports.not-applied",
                        wrong.get(0).message()));
    }

    /** A file with the first line alone. */
    @GetMapping(START + "/template.csv")
    ResponseEntity<byte[]> template(Actor actor, @PathVariable EnterpriseNumber number) {
        imports.overview(actor, number);
        return Download.of(
                "template.csv", "text/csv;charset=UTF-8", ('\ufeff' + Exports.head()).getBytes(StandardCharsets.UTF_8));
    }

    /** Everybody with what they have, in the columns that an import reads. */
    @GetMapping(START + "/export.csv")
    void export(Actor actor, @PathVariable EnterpriseNumber number, HttpServletResponse response) throws IOException {
        Organisation organisation = exports.begin(actor, number);
        PrintWriter writer = Download.csv(
                response, "people-rights-" + organisation.enterpriseNumber().value() + ".csv");
        exports.each(actor, number, writer::write);
        writer.flush();
    }

    private static String path(EnterpriseNumber number) {
        return "/entities/" + number.value() + "/import";
    }

    private static UUID uuid(String id) {
        return Inputs.id(id).orElseThrow(() -> new NotFoundException("import"));
    }

    private static int line(String typed) {
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
