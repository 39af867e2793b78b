package be.designations.reports.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.export.PdfRenderer;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.reports.ReportFilter;
import be.designations.reports.ReportKind;
import be.designations.reports.ReportLine;
import be.designations.reports.Reports;
import be.designations.rules.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Reports on the rights of an entity: on a page and as files. */
@Controller
class ReportController {

    /** Further, a report is for a spreadsheet. */
    static final int MOST_IN_PDF = 1_000;

    private static final String START = "/entities/{number}/reports";
    private static final String ONE = START + "/{kind:[a-z-]+}";
    private static final int LINES_A_PAGE = 50;
    private static final int LONGEST = 100;

    private final Reports reports;
    private final Catalogue catalogue;
    private final Directory directory;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final PdfRenderer renderer;
    private final Clock clock;

    ReportController(
            Reports reports,
            Catalogue catalogue,
            Directory directory,
            MessageSource messages,
            ITemplateEngine templates,
            PdfRenderer renderer,
            Clock clock) {
        this.reports = reports;
        this.catalogue = catalogue;
        this.directory = directory;
        this.messages = messages;
        this.templates = templates;
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * What is asked, as it stands in the address; what was made up asks for the usual.
     *
     * @param q     beginning of a name
     * @param role  code of a role
     * @param days  within how many days
     */
    public record Asked(String q, String role, String days) {

        ReportFilter filter() {
            boolean readable = days.matches("[0-9]{1,4}")
                    && Integer.parseInt(days) >= 1
                    && Integer.parseInt(days) <= ReportFilter.MOST_DAYS;
            return new ReportFilter(
                    q, role.isEmpty() ? null : role, readable ? Integer.parseInt(days) : ReportFilter.USUAL_DAYS);
        }

        Address at(String path) {
            return Address.of(path).with("q", q).with("role", role).with("days", days);
        }
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String days) {
        return new Asked(Inputs.line(q, LONGEST), Inputs.line(role, LONGEST), Inputs.line(days, LONGEST));
    }

    @GetMapping(START)
    String start(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        var scope = reports.scope(actor, number);
        page.inSection("entities")
                .with("organisation", scope.organisation())
                .with("kinds", ReportKind.values())
                .with("path", path(number));
        return "reports/start";
    }

    /** @param after id of the last right of the page before */
    @GetMapping(ONE)
    String one(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable String kind,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String after,
            Page page) {
        ReportKind report = kind(kind);
        var scope = reports.scope(actor, number);
        ReportFilter filter = asked.filter();
        List<ReportLine> found =
                reports.lines(scope, report, filter, Inputs.id(after).orElse(null), LINES_A_PAGE + 1);
        boolean more = found.size() > LINES_A_PAGE;
        List<ReportLine> lines = more ? found.subList(0, LINES_A_PAGE) : found;
        var words = new ReportWords(messages, page.locale());
        String path = path(number) + "/" + report.code();
        page.inSection("entities")
                .with("organisation", scope.organisation())
                .with("kind", report)
                .with("start", path(number))
                .with("path", path)
                .with("days", filter.days())
                .with("roles", catalogue.named(reports.roles(scope), page.language()))
                .with("asOf", words.asOf(report, Days.of(clock.instant()), reports.recordedSince()))
                .with(
                        "rows",
                        lines.stream().map(line -> words.row(report, line)).toList())
                .with("csv", asked.at(path + ".csv").toString())
                .with("pdf", asked.at(path + ".pdf").toString())
                .with("previous", after.isEmpty() ? null : asked.at(path).toString())
                .with(
                        "next",
                        more
                                ? asked.at(path)
                                        .from(lines.get(lines.size() - 1).id(), false)
                                        .toString()
                                : null);
        return "reports/report";
    }

    @GetMapping(ONE + ".csv")
    void csv(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable String kind,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ReportKind report = kind(kind);
        var scope = reports.scope(actor, number);
        reports.taken(actor, scope, report, "csv");
        var words = new ReportWords(messages, locale);
        PrintWriter writer = Download.csv(response, fileName(number, report, "csv"));
        writer.write(words.csvHead());
        reports.each(scope, report, asked.filter(), line -> writer.write(words.csv(words.row(report, line))));
        writer.flush();
    }

    /** The first thousand lines; that there are more is said. */
    @GetMapping(ONE + ".pdf")
    void pdf(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable String kind,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ReportKind report = kind(kind);
        var scope = reports.scope(actor, number);
        List<ReportLine> lines = reports.lines(scope, report, asked.filter(), null, MOST_IN_PDF + 1);
        var words = new ReportWords(messages, locale);
        Instant now = clock.instant();
        var context = new Context(locale);
        context.setVariable("language", locale.getLanguage());
        context.setVariable("title", words.title(report));
        context.setVariable("subject", scope.organisation().name(Language.of(locale.getLanguage())));
        context.setVariable("asOf", words.asOf(report, Days.of(now), reports.recordedSince()));
        context.setVariable(
                "made",
                words.text(
                        "reports.made",
                        new BelgianDates().day(now) + " " + new BelgianDates().time(now),
                        directory.person(actor.person()).displayName()));
        context.setVariable("cut", lines.size() > MOST_IN_PDF ? MOST_IN_PDF : null);
        context.setVariable(
                "rows",
                lines.stream()
                        .limit(MOST_IN_PDF)
                        .map(line -> words.row(report, line))
                        .toList());
        byte[] content = renderer.render(templates.process("reports/report-pdf", context));
        reports.taken(actor, scope, report, "pdf");
        Download.begin(response, fileName(number, report, "pdf"), MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static ReportKind kind(String code) {
        return ReportKind.of(code).orElseThrow(() -> new NotFoundException("report"));
    }

    private static String path(EnterpriseNumber number) {
        return "/entities/" + number.value() + "/reports";
    }

    private static String fileName(EnterpriseNumber number, ReportKind kind, String extension) {
        return number.value() + "-" + kind.code() + "." + extension;
    }
}
