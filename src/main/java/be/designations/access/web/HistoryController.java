package be.designations.access.web;

import be.designations.access.QualityId;
import be.designations.access.history.AccessHistory;
import be.designations.access.history.Asked;
import be.designations.access.history.HistoryExports;
import be.designations.access.history.HistoryExports.Format;
import be.designations.access.history.HistoryLine;
import be.designations.access.history.HistoryScope;
import be.designations.access.history.HistoryStore.Cursor;
import be.designations.access.history.HistoryStore.Page;
import be.designations.access.history.HistoryStore.SubjectKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who had what on a day, and why: of a person, a quality or an entity; on a page and as files. */
@Controller
class HistoryController {

    private static final int LINES_A_PAGE = 50;
    private static final String PERSON = "/people/{id}/history";
    private static final String QUALITY = "/qualities/{id}/history";
    private static final String ENTITY = "/entities/{number}/history";

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

    @ModelAttribute("section")
    String section() {
        return "entities";
    }

    @ModelAttribute("language")
    Language language(Locale locale) {
        return Language.of(locale.getLanguage());
    }

    /** What was typed; both are optional. */
    @ModelAttribute("fields")
    DayFields fields(@RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String compareWith) {
        return DayFields.read(on, compareWith, clock.instant());
    }

    /**
     * @param after  id of the last line of the page before
     * @param before id of the first line of the page after
     */
    @GetMapping(PERSON)
    String person(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale,
            Model model) {
        return page(history.ofPerson(actor, new PersonId(id)), fields, cursor(after, before), locale, model);
    }

    @GetMapping(QUALITY)
    String quality(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale,
            Model model) {
        return page(history.ofQuality(actor, new QualityId(id)), fields, cursor(after, before), locale, model);
    }

    @GetMapping(ENTITY)
    String entity(
            Actor actor,
            @PathVariable String number,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale,
            Model model) {
        return page(history.ofEntity(actor, parsed(number)), fields, cursor(after, before), locale, model);
    }

    @GetMapping(PERSON + ".csv")
    void personAsCsv(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        csv(actor, history.ofPerson(actor, new PersonId(id)), fields, locale, response);
    }

    @GetMapping(QUALITY + ".csv")
    void qualityAsCsv(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        csv(actor, history.ofQuality(actor, new QualityId(id)), fields, locale, response);
    }

    @GetMapping(ENTITY + ".csv")
    void entityAsCsv(
            Actor actor,
            @PathVariable String number,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        csv(actor, history.ofEntity(actor, parsed(number)), fields, locale, response);
    }

    @GetMapping(PERSON + ".pdf")
    void personAsPdf(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        pdf(actor, history.ofPerson(actor, new PersonId(id)), fields, locale, response);
    }

    @GetMapping(QUALITY + ".pdf")
    void qualityAsPdf(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        pdf(actor, history.ofQuality(actor, new QualityId(id)), fields, locale, response);
    }

    @GetMapping(ENTITY + ".pdf")
    void entityAsPdf(
            Actor actor,
            @PathVariable String number,
            @ModelAttribute(name = "fields", binding = false) DayFields fields,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        pdf(actor, history.ofEntity(actor, parsed(number)), fields, locale, response);
    }

    private String page(HistoryScope scope, DayFields fields, @Nullable Cursor cursor, Locale locale, Model model) {
        var words = new HistoryWords(messages, locale);
        String path = path(scope);
        model.addAttribute("scope", scope);
        model.addAttribute("sight", scope.sight());
        model.addAttribute("subject", words.subject(scope));
        model.addAttribute("path", path);
        model.addAttribute("ofPerson", scope.subject().kind() == SubjectKind.PERSON);
        model.addAttribute("ofEntity", scope.subject().kind() == SubjectKind.ENTITY);
        model.addAttribute("hasErrors", !fields.errors().isEmpty());
        model.addAttribute("present", parent(scope));
        Asked asked = fields.asked();
        if (asked != null) {
            Page found = history.page(scope, asked, cursor, LINES_A_PAGE);
            model.addAttribute("sentence", words.asked(asked));
            model.addAttribute("day", words.day(asked.day().day()));
            model.addAttribute("compares", asked.earlier() != null);
            model.addAttribute("page", found);
            model.addAttribute("groups", groups(found.lines()));
            model.addAttribute("previous", following(path, fields, found.previous()));
            model.addAttribute("next", following(path, fields, found.next()));
            model.addAttribute("csv", address(path + ".csv", fields, null));
            model.addAttribute(
                    "pdf", found.total() > HistoryPdf.MOST_LINES ? null : address(path + ".pdf", fields, null));
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
    private void csv(Actor actor, HistoryScope scope, DayFields fields, Locale locale, HttpServletResponse response)
            throws IOException {
        Asked asked = fields.asked();
        if (asked == null) {
            response.sendRedirect(address(path(scope), fields, null));
            return;
        }
        exports.record(actor, scope, asked, Format.CSV);
        head(response, "text/csv;charset=UTF-8", asked, "csv");
        PrintWriter writer = response.getWriter();
        var lines = new HistoryCsv(new HistoryWords(messages, locale), asked.earlier() != null);
        // Tells a spreadsheet that the file is UTF-8.
        writer.write('\ufeff');
        writer.write(lines.head());
        history.each(scope, asked, line -> writer.write(lines.line(line)));
        writer.flush();
    }

    /** The page offers it up to so many lines; asked for beyond, it leads back to the page that says what to take. */
    private void pdf(Actor actor, HistoryScope scope, DayFields fields, Locale locale, HttpServletResponse response)
            throws IOException {
        Asked asked = fields.asked();
        Page found = asked == null ? null : history.page(scope, asked, null, HistoryPdf.MOST_LINES);
        if (asked == null || found == null || found.next() != null) {
            response.sendRedirect(address(path(scope), fields, null));
            return;
        }
        String asker = directory.person(actor.person()).displayName();
        byte[] content = pdf.of(scope, asked, found.lines(), asker, clock.instant(), locale);
        exports.record(actor, scope, asked, Format.PDF);
        head(response, MediaType.APPLICATION_PDF_VALUE, asked, "pdf");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static void head(HttpServletResponse response, String type, Asked asked, String extension) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("designations-" + asked.day().day() + "." + extension, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static EnterpriseNumber parsed(String number) {
        return EnterpriseNumber.parse(number).orElseThrow(() -> new NotFoundException("entity"));
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
        return cursor == null ? null : address(path, fields, cursor);
    }

    private static String address(String path, DayFields fields, @Nullable Cursor cursor) {
        var address = UriComponentsBuilder.fromPath(path);
        Map<String, String> typed = new TreeMap<>();
        typed.put(DayFields.ON, fields.on());
        typed.put(DayFields.COMPARE_WITH, fields.compareWith());
        typed.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        if (cursor != null) {
            address.queryParam(
                    cursor.backward() ? "before" : "after", cursor.line().toString());
        }
        return address.encode().buildAndExpand(typed).toUriString();
    }
}
