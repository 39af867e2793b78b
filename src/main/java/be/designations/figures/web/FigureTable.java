package be.designations.figures.web;

import be.designations.directory.Language;
import be.designations.figures.Area;
import be.designations.figures.Coverage;
import be.designations.figures.CoverageByPlace;
import be.designations.figures.DecisionKind;
import be.designations.figures.Decisions;
import be.designations.figures.DeskWork;
import be.designations.figures.Region;
import be.designations.figures.StepTimes;
import be.designations.figures.WorkState;
import be.designations.pages.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The figures of a page as a file: a line for each row of its table, below the headings. */
final class FigureTable {

    private FigureTable() {}

    static List<Object[]> byPlace(CoverageByPlace coverage, Page page) {
        List<Object[]> lines = new ArrayList<>();
        lines.add(headings("figures.column.place", page));
        for (Region region : Region.values()) {
            lines.add(line(FigurePlaces.name(region, page), coverage.regions().getOrDefault(region, Coverage.NOTHING)));
            Arrays.stream(Area.values())
                    .filter(area -> area.region() == region && area != Area.BRUSSELS)
                    .forEach(area -> lines.add(
                            line(page.text(area.nameKey()), coverage.areas().getOrDefault(area, Coverage.NOTHING))));
        }
        return lines;
    }

    static List<Object[]> byLanguage(CoverageByPlace coverage, Page page) {
        List<Object[]> lines = new ArrayList<>();
        lines.add(headings("figures.filter.language", page));
        Language.LETTERS.forEach(language -> lines.add(line(
                page.text("layout.language." + language.code()),
                coverage.languages().getOrDefault(language, Coverage.NOTHING))));
        return lines;
    }

    private static Object[] headings(String first, Page page) {
        return Stream.concat(
                        Stream.of(
                                        first,
                                        "figures.column.all",
                                        "figures.column.somebody",
                                        "figures.column.none",
                                        "figures.column.interim")
                                .map(page::text),
                        Stream.of(30, 60, 90).map(days -> page.text("figures.column.soon", days)))
                .toArray();
    }

    private static Object[] line(String name, Coverage coverage) {
        return new Object[] {
            name,
            coverage.all(),
            coverage.somebody(),
            coverage.none(),
            coverage.interim(),
            coverage.soon30(),
            coverage.soon60(),
            coverage.soon90()
        };
    }

    /** Where a step was done in no dossier, it took nothing. */
    static List<Object[]> bySteps(List<StepTimes> times, Page page) {
        List<Object[]> lines = new ArrayList<>();
        lines.add(Stream.of("step", "dossiers", "median", "nine")
                .map(column -> page.text("figures.column." + column))
                .toArray());
        times.forEach(line -> lines.add(
                line.done() == 0
                        ? new Object[] {page.text(line.step().key()), 0, "", ""}
                        : new Object[] {page.text(line.step().key()), line.done(), line.median(), line.nine()}));
        return lines;
    }

    static List<Object[]> byDesk(List<DeskWork> work, Page page) {
        List<Object[]> lines = new ArrayList<>();
        lines.add(Stream.concat(
                        Stream.of("figures.column.desk"),
                        Arrays.stream(WorkState.values()).map(state -> "figures.state." + state.code()))
                .map(page::text)
                .toArray());
        work.forEach(line -> lines.add(new Object[] {
            page.text("figures.desk." + line.desk()),
            line.open(),
            line.free(),
            line.late(),
            line.done(),
            line.doneLate()
        }));
        return lines;
    }

    static List<Object[]> byDecision(Decisions decisions, Page page) {
        List<Object[]> lines = new ArrayList<>();
        lines.add(new Object[] {page.text("figures.filter.kind"), page.text("figures.column.number-of")});
        Arrays.stream(DecisionKind.values())
                .forEach(
                        kind -> lines.add(new Object[] {page.text("figures.kind." + kind.code()), decisions.of(kind)}));
        return lines;
    }

    static List<Object[]> byGround(Decisions decisions, Page page) {
        List<Object[]> lines = new ArrayList<>();
        lines.add(new Object[] {page.text("dpd.refusal-ground"), page.text("figures.column.number-of")});
        decisions
                .refusedFor()
                .forEach((ground, count) ->
                        lines.add(new Object[] {page.text("dpd.refusal-ground." + ground.code()), count}));
        return lines;
    }
}
