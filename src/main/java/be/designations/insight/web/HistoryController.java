package be.designations.insight.web;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.history.AccessHistory;
import be.designations.insight.history.Asked;
import be.designations.insight.history.HistoryExports;
import be.designations.insight.history.HistoryExports.Format;
import be.designations.insight.history.HistoryLine;
import be.designations.insight.history.HistoryScope;
import be.designations.insight.history.HistoryStore;
import be.designations.insight.history.HistoryStore.Cursor;
import be.designations.insight.history.HistoryStore.SubjectKind;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who had what on a day, and why: of a person, a quality or an entity; on a page and as files. */
@Controller
class HistoryController {

    private static final int LINES_A_PAGE = 50;
    private static final String PATH = "/{of:people|qualities|entities}/{id}/history";

    private final AccessHistory history;
    private final HistoryExports exports;
    private final HistoryPdf pdf;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    HistoryController(
            AccessHistory history,
            HistoryExports exports,
            HistoryPdf pdf,
            Directory directory,
            MessageSource messages,
            Clock clock) {
        this.history = history;
        this.exports = exports;
        this.pdf = pdf;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** What was typed; both are optional. */
    @ModelAttribute("fields")
    DayFields fields(@RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String compareWith) {
        return DayFields.read(on, compareWith, clock.instant());
    }

    /** Whose history; refuses whoever may not see it. */
    @ModelAttribute("scope")
    HistoryScope scope(Actor actor, @PathVariable String of, @PathVariable String id) {
        return switch (of) {
            case "people" -> history.ofPerson(actor, new PersonId(uuid(id)));
            case "qualities" -> history.ofQuality(actor, new QualityId(uuid(id)));
            default ->
                history.ofEntity(actor, EnterpriseNumber.parse(id).orElseThrow(() -> new NotFoundException("entity")));
        };
    }

    private static UUID uuid(String id) {
        return Inputs.id(id).orElseThrow(() -> new NotFoundException("history"));
    }

    /**
     * @param after  id of the last line of the page before
     * @param before id of the first line of the page after
     */
    @GetMapping(PATH)
    String page(
            @ModelAttribute(name = "scope", binding = false) HistoryScope scope,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Page shown) {
        var words = new HistoryWords(messages, shown.locale());
        String path = path(scope);
        shown.inSection("entities")
                .with("sight", scope.sight())
                .with("subject", words.subject(scope))
                .with("path", path)
                .with("ofPerson", scope.subject().kind() == SubjectKind.PERSON)
                .with("ofEntity", scope.subject().kind() == SubjectKind.ENTITY)
                .with("hasErrors", !fields.errors().isEmpty())
                .with("present", parent(scope));
        Asked asked = fields.asked();
        if (asked != null) {
            var found = history.page(scope, asked, cursor(after, before), LINES_A_PAGE);
            shown.with("sentence", words.asked(asked))
                    .with("day", words.day(asked.day().day()))
                    .with("compares", asked.earlier() != null)
                    .with("page", found)
                    .with("groups", groups(found.lines()))
                    .with("previous", following(path, fields, found.previous()))
                    .with("next", following(path, fields, found.next()))
                    .with("csv", address(path + ".csv", fields).toString())
                    .with(
                            "pdf",
                            found.total() > HistoryPdf.MOST_LINES
                                    ? null
                                    : address(path + ".pdf", fields).toString());
        }
        return "access/history";
    }

    /** In the order of the lines, which is that of the changes; one group without name when nothing is compared. */
    private static Map<String, List<HistoryLine>> groups(List<HistoryLine> lines) {
        Function<HistoryLine, String> change = line -> {
            var kind = line.change();
            return kind == null ? "" : kind.name();
        };
        return lines.stream()
                .collect(Collectors.groupingBy(change, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /** All of it; what cannot be read leads back to the page that says so. */
    @GetMapping(PATH + ".csv")
    void csv(
            Actor actor,
            @ModelAttribute(name = "scope", binding = false) HistoryScope scope,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Asked asked = fields.asked();
        if (asked == null) {
            response.sendRedirect(address(path(scope), fields).toString());
            return;
        }
        exports.record(actor, scope, asked, Format.CSV);
        PrintWriter writer = Download.csv(response, fileName(asked, "csv"));
        var lines = new HistoryCsv(new HistoryWords(messages, locale), asked.earlier() != null);
        writer.write(lines.head());
        history.each(scope, asked, line -> writer.write(lines.line(line)));
        writer.flush();
    }

    /** The page offers it up to so many lines; asked for beyond, it leads back to the page that says what to take. */
    @GetMapping(PATH + ".pdf")
    void pdf(
            Actor actor,
            @ModelAttribute(name = "scope", binding = false) HistoryScope scope,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Asked asked = fields.asked();
        HistoryStore.Page found = asked == null ? null : history.page(scope, asked, null, HistoryPdf.MOST_LINES);
        if (asked == null || found == null || found.next() != null) {
            response.sendRedirect(address(path(scope), fields).toString());
            return;
        }
        String asker = directory.person(actor.person()).displayName();
        byte[] content = pdf.of(scope, asked, found.lines(), asker, clock.instant(), locale);
        exports.record(actor, scope, asked, Format.PDF);
        Download.begin(response, fileName(asked, "pdf"), MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String fileName(Asked asked, String extension) {
        return "designations-" + asked.day().day() + "." + extension;
    }

    private static String path(HistoryScope scope) {
        return parent(scope) + "/history";
    }

    private static String parent(HistoryScope scope) {
        var organisation = scope.organisation();
        return switch (scope.subject().kind()) {
            case PERSON -> "/people/" + scope.subject().id();
            case QUALITY -> "/qualities/" + scope.subject().id();
            case ENTITY ->
                "/entities/"
                        + (organisation == null
                                ? ""
                                : organisation.enterpriseNumber().value());
        };
    }

    private static @Nullable Cursor cursor(@Nullable UUID after, @Nullable UUID before) {
        UUID line = after == null ? before : after;
        return line == null ? null : new Cursor(line, after == null);
    }

    private static @Nullable String following(String path, DayFields fields, @Nullable Cursor cursor) {
        return cursor == null
                ? null
                : address(path, fields).from(cursor.line(), cursor.backward()).toString();
    }

    private static Address address(String path, DayFields fields) {
        return Address.of(path)
                .with(DayFields.COMPARE_WITH, fields.compareWith())
                .with(DayFields.ON, fields.on());
    }
}
