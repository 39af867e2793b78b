package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseTypes;
import be.designations.casework.CaseView;
import be.designations.casework.Desks;
import be.designations.casework.DossierNumber;
import be.designations.casework.HeadedWork;
import be.designations.casework.Place;
import be.designations.casework.Province;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.casework.WorkFilters;
import be.designations.casework.WorkKind;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.export.Csv;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Mes tâches”: the open work of every desk that the reader belongs to, soonest due first. */
@Controller
class WorkController {

    private static final int LINES_AT_ONCE = 1000;

    private final Desks desks;
    private final WorkList workList;
    private final WorkFilters filters;
    private final CaseTypes types;
    private final Provinces provinces;
    private final HeadedWork headed;
    private final CaseDossiers dossiers;
    private final DossierPages dossierPages;
    private final Clock clock;

    WorkController(
            Desks desks,
            WorkList workList,
            WorkFilters filters,
            CaseTypes types,
            Provinces provinces,
            HeadedWork headed,
            CaseDossiers dossiers,
            DossierPages dossierPages,
            Clock clock) {
        this.desks = desks;
        this.workList = workList;
        this.filters = filters;
        this.types = types;
        this.provinces = provinces;
        this.headed = headed;
        this.dossiers = dossiers;
        this.dossierPages = dossierPages;
        this.clock = clock;
    }

    /**
     * A filter that was kept.
     *
     * @param count how much there is now, with a plus behind it when there may be more
     */
    public record SavedLine(
            UUID id, String name, String address, String count, boolean shared, String owner, boolean here) {}

    /** Work that can be sought of one process. */
    public record Steps(String process, List<WorkKind> kinds) {}

    /**
     * The list; without an answer when nothing has changed in it.
     *
     * @param shown   how the list stood that the page shows; a page asks by itself whether it still does
     * @param preview the dossier that is shown beside it
     */
    @GetMapping(WorkAddress.PATH)
    Object work(
            Actor actor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(name = "state", required = false) @Nullable String shown,
            @RequestParam(required = false) @Nullable String preview,
            Page page) {
        List<Province> known = provinces.all();
        WorkAsked asked = WorkAsked.read(parameters, types, known);
        Desks.At at = desks.at(actor);
        WorkList.Query query = query(actor, at, asked);
        ListPage<WorkList.Line> lines =
                ListPage.read(workList, query, after, before, new WorkAddress(asked).at(WorkAddress.PATH));
        String state = state(lines);
        if (state.equals(shown)) {
            return ResponseEntity.noContent().build();
        }
        if (preview != null) {
            preview(actor, preview, page);
        }
        page.with("typed", asked.text())
                .with("nissTyped", WorkAsked.holdsNiss(parameters.get("q")))
                .with("page", lines)
                .with("state", state)
                .with("place", new WorkAddress(asked).here(after, before));
        return show(actor, at, asked, known, query, page);
    }

    /** So that what is typed by mistake stands in no address. */
    @PostMapping(WorkAddress.PATH + "/filter")
    String filter(Actor actor, @RequestParam Map<String, String> parameters, Page page) {
        List<Province> known = provinces.all();
        WorkAsked asked = WorkAsked.read(parameters, types, known);
        String here = new WorkAddress(asked).here();
        if (!WorkAsked.holdsNiss(parameters.get("q"))) {
            return Page.redirect(here);
        }
        Desks.At at = desks.at(actor);
        WorkList.Query query = query(actor, at, asked);
        ListPage<WorkList.Line> lines =
                ListPage.read(workList, query, null, null, new WorkAddress(asked).at(WorkAddress.PATH));
        page.refused(HttpStatus.UNPROCESSABLE_ENTITY)
                .with("typed", parameters.get("q"))
                .with("nissTyped", true)
                .with("page", lines)
                .with("state", state(lines))
                .with("place", here);
        return show(actor, at, asked, known, query, page);
    }

    private WorkList.Query query(Actor actor, Desks.At at, WorkAsked asked) {
        return at.work().only(asked.filter(actor, types, clock.instant())).by(asked.order());
    }

    /** The page, with what it shows around the lines. */
    private String show(
            Actor actor, Desks.At at, WorkAsked asked, List<Province> known, WorkList.Query query, Page page) {
        Instant now = clock.instant();
        List<WorkFilters.Saved> saved = filters.of(actor, at);
        List<WorkAsked> ways = new ArrayList<>(List.of(asked));
        WorkAsked.VIEWS.forEach(view -> ways.add(asked.in(view)));
        saved.forEach(filter -> ways.add(WorkAsked.read(WorkAsked.parametersOf(filter.asked()), types, known)));
        List<WorkList.Count> counts = workList.counts(
                query, ways.stream().map(way -> way.filter(actor, types, now)).toList());
        int views = WorkAsked.VIEWS.size();
        List<SavedLine> savedLines = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            WorkFilters.Saved filter = saved.get(i);
            WorkAsked way = ways.get(1 + views + i);
            savedLines.add(new SavedLine(
                    filter.id(),
                    filter.name(),
                    new WorkAddress(way).here(),
                    counts.get(1 + views + i).toString(),
                    filter.sharedWith() != null,
                    filter.owner().equals(actor.person()) ? "" : filter.ownerName(),
                    way.equals(asked)));
        }
        page.inSection("work")
                .with("address", new WorkAddress(asked))
                .with("asked", asked)
                .with("views", WorkAsked.VIEWS)
                .with("viewCounts", counts.subList(1, 1 + views))
                .with("count", counts.get(0))
                .with("atDesk", !query.isEmpty())
                .with("centralDesks", query.centralDesks())
                .with(
                        "head",
                        !query.centralDesks().isEmpty() && headed.deskOf(actor).isPresent())
                .with("mayShare", WorkFilters.placeOf(at).isPresent())
                .with("saved", savedLines)
                .with("held", workList.held(query))
                .with("provinces", ProvinceOptions.of(known, page))
                .with("steps", steps(query))
                .with("reader", actor.person())
                .with("actor", actor)
                .with("language", page.language());
        return "work/list";
    }

    private List<Steps> steps(WorkList.Query query) {
        return types.work().stream()
                .filter(kind -> query.desks().contains(kind.desk()))
                .collect(Collectors.groupingBy(WorkKind::process, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(process -> new Steps(process.getKey(), process.getValue()))
                .toList();
    }

    /** What is shown of the lines that others can change. */
    private static String state(ListPage<WorkList.Line> page) {
        var digest = new CRC32();
        page.lines()
                .forEach(line -> digest.update((line.id().value() + "|" + line.assignee() + "|" + line.note() + "|"
                                + line.overdue() + "|" + line.opened() + "\n")
                        .getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(digest.getValue());
    }

    /** One that is gone meanwhile is not shown. */
    private void preview(Actor actor, String number, Page page) {
        try {
            CaseView view = dossiers.view(actor, DossierNumber.valueOf(number));
            dossierPages.show(view, actor, page);
            page.with("preview", view);
        } catch (NotFoundException | IllegalArgumentException none) {
            page.with("preview", null);
        }
    }

    /** The work found, all of it. */
    @GetMapping(WorkAddress.FILE)
    void file(Actor actor, @RequestParam Map<String, String> parameters, Page page, HttpServletResponse response)
            throws IOException {
        WorkList.Query query = query(actor, desks.at(actor), WorkAsked.read(parameters, types, provinces.all()));
        BelgianDates dates = new BelgianDates();
        PrintWriter writer = Download.csv(response, "work-" + Days.of(clock.instant()) + ".csv");
        writer.write(Csv.line(Stream.of(
                        "column.number",
                        "column.kind",
                        "work.page.task",
                        "column.organisation",
                        "work.page.arrived",
                        "work.page.due",
                        "work.page.overdue",
                        "work.page.warned",
                        "work.page.assignee")
                .map(page::text)
                .toArray()));
        Place last = null;
        do {
            List<WorkList.Line> lines = workList.page(query, last, LINES_AT_ONCE);
            lines.forEach(line -> writer.write(Csv.line(
                    line.number().value(),
                    page.text("case-kind." + line.dossierKind()),
                    page.text("work." + line.kind()),
                    line.organisationName().in(page.language()),
                    dates.day(line.createdAt()),
                    dates.lastDay(line.dueAt()),
                    line.overdue() ? page.text("work.page.overdue") : "",
                    line.warned() ? page.text("work.page.warned") : "",
                    line.assigneeName())));
            last = lines.size() < LINES_AT_ONCE ? null : workList.placeOf(query, lines.get(LINES_AT_ONCE - 1));
        } while (last != null);
        writer.flush();
    }
}
