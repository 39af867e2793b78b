package be.designations.casework.web;

import be.designations.calendar.Days;
import be.designations.casework.CaseColumn;
import be.designations.casework.CaseList;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desks;
import be.designations.casework.Place;
import be.designations.casework.Province;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.export.Csv;
import be.designations.pages.Download;
import be.designations.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Dossiers”: those that the reader sees. */
@Controller
class CaseListController {

    private static final String FILE = CaseListAddress.PATH + ".csv";
    private static final int LINES_AT_ONCE = 1000;

    private final CaseTypes types;
    private final CaseList caseList;
    private final Provinces provinces;
    private final Desks desks;
    private final WorkList work;
    private final Clock clock;

    CaseListController(
            CaseTypes types, CaseList caseList, Provinces provinces, Desks desks, WorkList work, Clock clock) {
        this.types = types;
        this.caseList = caseList;
        this.provinces = provinces;
        this.desks = desks;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping(CaseListAddress.PATH)
    String cases(
            Actor actor,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Page page) {
        return show(actor, asked, after, before, page);
    }

    /** So that what is typed by mistake stands in no address. */
    @PostMapping(CaseListAddress.PATH + "/filter")
    String filter(Actor actor, @RequestParam MultiValueMap<String, String> asked, Page page) {
        if (WorkAsked.holdsNiss(asked.getFirst("q"))) {
            String typed = asked.getFirst("q");
            String template = show(actor, asked, null, null, page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
            page.with("typed", typed);
            return template;
        }
        return Page.redirect(CaseListAddress.read(asked, types, provinces.all())
                .at(CaseListAddress.PATH)
                .toUriString());
    }

    private String show(
            Actor actor,
            MultiValueMap<String, String> asked,
            @Nullable String after,
            @Nullable String before,
            Page page) {
        List<Province> known = provinces.all();
        CaseListAddress address = CaseListAddress.read(asked, types, known);
        CaseList.Query query = address.query(actor, types, clock.instant());
        page.inSection("cases")
                .with("address", address)
                .with("nissTyped", WorkAsked.holdsNiss(asked.getFirst("q")))
                .with("asked", address.asked())
                .with("typed", address.asked().text())
                .with(
                        "kind",
                        address.kind() == null ? null : address.kind().kind().code())
                .with("reader", actor.person())
                .with("held", work.held(desks.at(actor).work()))
                .with("seesWarnings", !CaseList.seenWhole(query.seen()).isEmpty())
                .with("provinces", ProvinceOptions.of(known, page))
                .with("language", page.language())
                .with("filtered", address.filters())
                .with("columns", address.columns())
                .with("cells", new CaseCells(page))
                .with("types", types)
                .with("file", address.at(FILE).toUriString())
                .with("page", ListPage.read(caseList, query, after, before, address.at(CaseListAddress.PATH)));
        return "cases/list";
    }

    /** The dossiers found, all of them. */
    @GetMapping(FILE)
    void file(Actor actor, @RequestParam MultiValueMap<String, String> asked, Page page, HttpServletResponse response)
            throws IOException {
        CaseListAddress address = CaseListAddress.read(asked, types, provinces.all());
        CaseList.Query query = address.query(actor, types, clock.instant());
        List<CaseColumn> columns = address.columns();
        CaseCells cells = new CaseCells(page);
        PrintWriter writer = Download.csv(response, "dossiers-" + Days.of(clock.instant()) + ".csv");
        writer.write(Csv.line(columns.stream().map(cells::heading).toArray()));
        Place last = null;
        do {
            List<CaseList.Line> lines = caseList.page(query, last, LINES_AT_ONCE);
            lines.forEach(line -> writer.write(Csv.line(
                    columns.stream().map(column -> cells.text(line, column)).toArray())));
            last = lines.size() < LINES_AT_ONCE ? null : caseList.placeOf(query, lines.get(LINES_AT_ONCE - 1));
        } while (last != null);
        writer.flush();
    }
}
