package be.designations.figures.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.Desk;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.dpd.RefusalGround;
import be.designations.export.Csv;
import be.designations.figures.Area;
import be.designations.figures.Cover;
import be.designations.figures.CoverageByPlace;
import be.designations.figures.CpasFilter;
import be.designations.figures.CpasLine;
import be.designations.figures.DecisionKind;
import be.designations.figures.DecisionLine;
import be.designations.figures.Figures;
import be.designations.figures.Found;
import be.designations.figures.Order;
import be.designations.figures.Period;
import be.designations.figures.Place;
import be.designations.figures.Region;
import be.designations.figures.SharedOfficer;
import be.designations.figures.Sharing;
import be.designations.figures.Slice;
import be.designations.figures.Step;
import be.designations.figures.StepLine;
import be.designations.figures.StepTimes;
import be.designations.figures.WorkFilter;
import be.designations.figures.WorkLine;
import be.designations.figures.WorkState;
import be.designations.figures.web.Shown.Cell;
import be.designations.figures.web.Shown.Column;
import be.designations.forms.ShownError;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.NumberedPages;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures on pages: which CPAS has somebody, and each list behind a figure. */
@Controller
class FiguresController {

    private static final String START = "/figures";
    private static final String LIST = START + "/{list:cpas|officers|steps|work|decisions}";
    private static final String TABLE = START + "/{table:by-place|by-language|by-step|by-desk|by-decision|by-ground}";
    private static final int LINES_A_PAGE = 50;
    private static final BelgianDates DATES = new BelgianDates();

    private final Figures figures;

    FiguresController(Figures figures) {
        this.figures = figures;
    }

    @GetMapping(START)
    String coverage(Actor actor, @RequestParam MultiValueMap<String, String> parameters, Page page) {
        Asked asked = Asked.read(START, parameters, page);
        LocalDate day = asked.day("day", figures.today());
        CoverageByPlace coverage = coverage(actor, asked);
        asked.usual("day", DATES.day(day));
        frame(page, asked, "coverage")
                .with("day", day)
                .with("shownDay", DATES.day(day))
                .with("coverage", coverage)
                .with("shared", figures.officers(actor, day))
                .with("mostHours", SharedOfficer.MOST_HOURS)
                .with("regions", Region.values())
                .with("areas", Arrays.stream(Area.values()).collect(Collectors.groupingBy(Area::region)))
                .with("tiles", TileMap.areas(coverage, page))
                .with("regionTiles", TileMap.regions(coverage, page));
        return "figures/coverage";
    }

    private CoverageByPlace coverage(Actor actor, Asked asked) {
        LocalDate day = asked.day("day", figures.today());
        return figures.coverage(actor, CpasFilter.on(day, Cover.ALL, CpasFilter.USUAL_DAYS));
    }

    /** @param page number of the page of the list, from 1 */
    @GetMapping(LIST)
    String list(
            Actor actor,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(name = "page", defaultValue = "1") String number,
            Page page) {
        Asked asked = Asked.read(START + "/" + list, parameters, page);
        return show(actor, list, asked, number.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(number)) : 1, page);
    }

    private String show(Actor actor, String list, Asked asked, int number, Page page) {
        Shown<?> shown = shown(actor, list, asked, page);
        summary(actor, list, asked, page);
        fill(shown, asked, number, page);
        frame(page, asked, list)
                .with("file", asked.file())
                .with("states", WorkState.values())
                .with("kinds", DecisionKind.values())
                .with("options", options(actor, page));
        return "figures/list";
    }

    private static <L> void fill(Shown<L> shown, Asked asked, int number, Page page) {
        Found<L> found = shown.list().apply(new Slice(number, LINES_A_PAGE));
        page.with("columns", shown.columns().stream().filter(Column::paper).toList())
                .with(
                        "rows",
                        found.lines().stream().map(line -> onPaper(shown, line)).toList())
                .with("total", found.total())
                .with("pages", NumberedPages.of(found.page(), found.total(), LINES_A_PAGE, asked::page));
    }

    private static <L> List<Cell> onPaper(Shown<L> shown, L line) {
        List<Cell> cells = shown.cells().apply(line);
        return IntStream.range(0, cells.size())
                .filter(column -> shown.columns().get(column).paper())
                .mapToObj(cells::get)
                .toList();
    }

    @GetMapping(LIST + ".csv")
    void file(
            Actor actor,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> parameters,
            Page page,
            HttpServletResponse response)
            throws IOException {
        Asked asked = Asked.read(START + "/" + list, parameters, page);
        Shown<?> shown = shown(actor, list, asked, page);
        if (!asked.problems().isEmpty()) {
            // The page says what cannot be read.
            response.sendRedirect(asked.here());
            return;
        }
        figures.taken(actor, list);
        PrintWriter writer = Download.csv(response, list + "-" + figures.today() + ".csv");
        writer.write(Csv.line(shown.columns().stream()
                .map(column -> page.text("figures.column." + column.code()))
                .toArray()));
        write(shown, writer);
        writer.flush();
    }

    /** The figures themselves, as they stand in the table of a page. */
    @GetMapping(TABLE + ".csv")
    void table(
            Actor actor,
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> parameters,
            Page page,
            HttpServletResponse response)
            throws IOException {
        Asked asked = Asked.read(
                switch (table) {
                    case "by-step" -> START + "/steps";
                    case "by-desk" -> START + "/work";
                    case "by-decision", "by-ground" -> START + "/decisions";
                    default -> START;
                },
                parameters,
                page);
        List<Object[]> lines =
                switch (table) {
                    case "by-step" -> FigureTable.bySteps(times(actor, asked), page);
                    case "by-desk" -> FigureTable.byDesk(figures.desks(actor, filter(asked)), page);
                    case "by-decision" -> FigureTable.byDecision(figures.decisions(actor, filter(asked)), page);
                    case "by-ground" -> FigureTable.byGround(figures.decisions(actor, filter(asked)), page);
                    case "by-language" -> FigureTable.byLanguage(coverage(actor, asked), page);
                    default -> FigureTable.byPlace(coverage(actor, asked), page);
                };
        if (!asked.problems().isEmpty()) {
            // The page says what cannot be read.
            response.sendRedirect(asked.here());
            return;
        }
        figures.taken(actor, table);
        PrintWriter writer = Download.csv(response, table + "-" + figures.today() + ".csv");
        lines.forEach(line -> writer.write(Csv.line(line)));
        writer.flush();
    }

    private static <L> void write(Shown<L> shown, PrintWriter writer) {
        Figures.each(
                shown.list(),
                line -> writer.write(Csv.line(
                        shown.cells().apply(line).stream().map(Cell::text).toArray())));
    }

    private static Page frame(Page page, Asked asked, String here) {
        if (!asked.problems().isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page.inSection("figures")
                .with("here", here)
                .with("address", asked)
                .with("problems", asked.problems())
                .with(
                        "wrong",
                        asked.problems().stream().map(ShownError::fieldKey).toList());
    }

    /** What can be chosen in each field, by its code. */
    private Map<String, Map<String, String>> options(Actor actor, Page page) {
        Map<String, String> steps = new LinkedHashMap<>();
        Arrays.stream(Step.values()).forEach(step -> steps.put(step.code(), page.text(step.key())));
        return Map.of(
                "place", FigurePlaces.options(page),
                "cover", words(Arrays.stream(Cover.values()).map(Cover::code), "figures.cover.", page),
                "language", words(Language.LETTERS.stream().map(Language::code), "layout.language.", page),
                "sharing", words(Arrays.stream(Sharing.values()).map(Sharing::code), "figures.sharing.", page),
                "step", steps,
                "desk", words(figures.desksOf(actor).stream().map(Desk::name), "figures.desk.", page),
                "state", words(Arrays.stream(WorkState.values()).map(WorkState::code), "figures.state.", page),
                "kind", words(Arrays.stream(DecisionKind.values()).map(DecisionKind::code), "figures.kind.", page),
                "ground",
                        words(
                                Arrays.stream(RefusalGround.values()).map(RefusalGround::code),
                                "dpd.refusal-ground.",
                                page));
    }

    private static Map<String, String> words(Stream<String> codes, String key, Page page) {
        Map<String, String> words = new LinkedHashMap<>();
        codes.forEach(code -> words.put(code, page.text(key + code)));
        return words;
    }

    private void summary(Actor actor, String list, Asked asked, Page page) {
        switch (list) {
            case "steps" -> page.with("times", times(actor, asked));
            case "work" -> page.with("deskWork", figures.desks(actor, filter(asked)));
            case "decisions" -> page.with("decisions", figures.decisions(actor, filter(asked)));
            default -> {}
        }
    }

    private List<StepTimes> times(Actor actor, Asked asked) {
        Map<Step, StepTimes> times = new EnumMap<>(Step.class);
        figures.times(actor, filter(asked)).forEach(line -> times.put(line.step(), line));
        return Arrays.stream(Step.values())
                .map(step -> times.getOrDefault(step, new StepTimes(step, 0, 0, 0)))
                .toList();
    }

    private WorkFilter filter(Asked asked) {
        return new WorkFilter(period(asked), asked.meant("place", Place::of));
    }

    /** The year up to today, unless another period is asked for. */
    private Period period(Asked asked) {
        Period usual = Period.yearUntil(figures.today());
        boolean read = asked.problems().isEmpty();
        LocalDate first = asked.day("first", usual.first());
        LocalDate last = asked.day("last", usual.last());
        if (last.isBefore(first)) {
            if (read) {
                asked.problem("last", "rejection.figures.last-before-first");
            }
            return usual;
        }
        asked.usual("first", DATES.day(first));
        asked.usual("last", DATES.day(last));
        return new Period(first, last);
    }

    private Shown<?> shown(Actor actor, String list, Asked asked, Page page) {
        return switch (list) {
            case "cpas" -> cpas(actor, asked, page);
            case "officers" -> officers(actor, asked, page);
            case "steps" -> steps(actor, asked, page);
            case "work" -> work(actor, asked, page);
            case "decisions" -> decisions(actor, asked, page);
            default -> throw new NotFoundException("figures");
        };
    }

    private static Order order(Asked asked, String usual, boolean ascending) {
        asked.usual("sort", usual);
        asked.usual("order", ascending ? "asc" : "desc");
        return new Order(asked.text("sort"), !asked.text("order").equals("desc"));
    }

    private Shown<CpasLine> cpas(Actor actor, Asked asked, Page page) {
        LocalDate day = asked.day("day", figures.today());
        Cover cover = Optional.ofNullable(asked.meant("cover", Cover::of)).orElse(Cover.NONE_OR_SOON);
        int days = asked.number("days", CpasFilter.USUAL_DAYS, 1, CpasFilter.MOST_DAYS);
        var filter = new CpasFilter(
                day,
                cover,
                days,
                asked.meant("place", Place::of),
                asked.meant("language", FiguresController::language),
                asked.text("q"),
                asked.meant("officer", Inputs::id));
        asked.usual("day", DATES.day(day));
        asked.usual("cover", cover.code());
        asked.usual("days", Integer.toString(days));
        Order order = order(asked, "ends", true);
        return new Shown<>(
                List.of(
                        Column.sorted("cpas", "name"),
                        Column.onlyInFile("number"),
                        Column.of("postal-code"),
                        Column.sorted("place", "place"),
                        Column.onlyInFile("languages"),
                        Column.of("officer"),
                        Column.onlyInFile("hours"),
                        Column.onlyInFile("since"),
                        Column.sorted("until", "ends"),
                        Column.of("under-way")),
                slice -> figures.cpas(actor, filter, order, page.language(), slice),
                line -> {
                    CpasLine.Officer officer = line.officer();
                    return List.of(
                            Cell.of(line.name().in(page.language())),
                            Cell.of(line.number().value()),
                            Cell.of(line.postalCode()),
                            Cell.of(FigurePlaces.name(line.region(), line.province(), page)),
                            Cell.of(line.languages().stream()
                                    .map(Language::code)
                                    .collect(Collectors.joining(" "))),
                            Cell.of(officer == null ? nobody(line, page) : officer.name()),
                            Cell.of(officer == null ? null : officer.hours().toPlainString()),
                            Cell.of(officer == null ? null : DATES.day(officer.from())),
                            Cell.of(until(line, page)),
                            Cell.leading(line.dossier(), line.dossier() == null ? null : "/cases/" + line.dossier()));
                });
    }

    private static String nobody(CpasLine line, Page page) {
        return line.interim() == null ? page.text("figures.nobody") : page.text("figures.stands-in", line.interim());
    }

    private static String until(CpasLine line, Page page) {
        CpasLine.Officer officer = line.officer();
        if (officer == null) {
            return line.nextFrom() == null ? "" : page.text("figures.begins", DATES.day(line.nextFrom()));
        }
        return officer.endsAt() == null ? page.text("figures.no-end") : DATES.lastDay(officer.endsAt());
    }

    private static Optional<Language> language(String code) {
        return Language.LETTERS.stream()
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    private Shown<SharedOfficer> officers(Actor actor, Asked asked, Page page) {
        LocalDate day = asked.day("day", figures.today());
        asked.usual("day", DATES.day(day));
        Sharing sharing =
                Optional.ofNullable(asked.meant("sharing", Sharing::of)).orElse(Sharing.ANY);
        asked.usual("sharing", sharing.code());
        Order order = order(asked, "hours", false);
        return new Shown<>(
                List.of(
                        Column.sorted("officer", "name"),
                        Column.sorted("cpas-count", "cpas"),
                        Column.sorted("hours", "hours"),
                        Column.of("remark")),
                slice -> figures.officers(actor, day, sharing, order, slice),
                line -> {
                    String served = Address.of(START + "/cpas")
                            .with("day", day)
                            .with("cover", Cover.ALL.code())
                            .with("officer", line.id())
                            .toString();
                    return List.of(
                            Cell.leading(line.name(), served),
                            Cell.leading(String.valueOf(line.cpas()), served),
                            Cell.leading(line.hours().toPlainString(), served),
                            Cell.of(line.over() ? page.text("figures.over", SharedOfficer.MOST_HOURS) : null));
                });
    }

    private Shown<StepLine> steps(Actor actor, Asked asked, Page page) {
        WorkFilter filter = filter(asked);
        Step step = asked.meant("step", Step::of);
        Integer within = asked.text("within").isEmpty() ? null : asked.number("within", 0, 0, 999);
        Order order = order(asked, "days", false);
        return new Shown<>(
                List.of(
                        Column.of("dossier"),
                        Column.sorted("cpas", "name"),
                        Column.of("step"),
                        Column.of("came"),
                        Column.sorted("done", "done"),
                        Column.of("times"),
                        Column.sorted("days", "days")),
                slice -> figures.steps(actor, step, within, filter, order, slice),
                line -> List.of(
                        dossier(line.dossier()),
                        Cell.of(line.cpas().in(page.language())),
                        Cell.of(page.text(line.step().key())),
                        Cell.of(DATES.day(line.cameAt())),
                        Cell.of(DATES.day(line.doneAt())),
                        Cell.of(line.times()),
                        Cell.of(line.days())));
    }

    private Shown<WorkLine> work(Actor actor, Asked asked, Page page) {
        WorkFilter filter = filter(asked);
        WorkState state =
                Optional.ofNullable(asked.meant("state", WorkState::of)).orElse(WorkState.OPEN);
        Desk desk = asked.meant("desk", code -> figures.desksOf(actor).stream()
                .filter(one -> one.name().equals(code))
                .findFirst());
        asked.usual("state", state.code());
        Order order = order(asked, "due", true);
        return new Shown<>(
                List.of(
                        Column.of("dossier"),
                        Column.sorted("cpas", "name"),
                        Column.of("step"),
                        Column.sorted("came", "came"),
                        Column.sorted("due", "due"),
                        Column.sorted("done", "done")),
                slice -> figures.work(actor, desk, state, filter, order, slice),
                line -> List.of(
                        dossier(line.dossier()),
                        Cell.of(line.cpas().in(page.language())),
                        Cell.of(page.text("work." + line.kind())),
                        Cell.of(DATES.day(line.cameAt())),
                        Cell.of(DATES.lastDay(line.dueAt())),
                        Cell.of(DATES.day(line.doneAt()))));
    }

    private Shown<DecisionLine> decisions(Actor actor, Asked asked, Page page) {
        WorkFilter filter = filter(asked);
        DecisionKind kind =
                Optional.ofNullable(asked.meant("kind", DecisionKind::of)).orElse(DecisionKind.REFUSED);
        asked.usual("kind", kind.code());
        RefusalGround ground = asked.meant("ground", RefusalGround::of);
        Order order = order(asked, "done", false);
        return new Shown<>(
                List.of(
                        Column.of("dossier"),
                        Column.sorted("cpas", "name"),
                        Column.sorted("done", "done"),
                        Column.of("decision"),
                        Column.of("opinion"),
                        Column.of("ground"),
                        Column.of("reason")),
                slice -> figures.decisions(actor, kind, ground, filter, order, slice),
                line -> List.of(
                        dossier(line.dossier()),
                        Cell.of(line.cpas().in(page.language())),
                        Cell.of(DATES.day(line.decidedAt())),
                        Cell.of(page.text("figures.decided." + (line.approved() ? "approved" : "refused"))),
                        Cell.of(page.text("figures.advised." + (line.favourable() ? "favourable" : "unfavourable"))),
                        Cell.of(line.ground() == null ? null : words(line.ground(), page)),
                        Cell.of(line.reason())));
    }

    private static String words(RefusalGround ground, Page page) {
        return page.text("dpd.refusal-ground." + ground.code());
    }

    private static Cell dossier(@Nullable String number) {
        return Cell.leading(number, "/cases/" + number);
    }
}
