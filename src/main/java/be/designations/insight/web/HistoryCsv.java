package be.designations.insight.web;

import be.designations.export.Csv;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.Grounds;
import be.designations.insight.history.HistoryLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A history as lines of a CSV file; the column of the NISS is empty where the reader may not see it. */
final class HistoryCsv {

    private static final List<String> COLUMNS = List.of(
            "person",
            "niss",
            "what",
            "application",
            "entity",
            "number",
            "quality",
            "subdivision",
            "from",
            "until",
            "blocked",
            "operation",
            "decided-at",
            "decided-by",
            "legal-basis",
            "reason",
            "dossier",
            "end-operation",
            "end-decided-at",
            "end-decided-by",
            "end-reason",
            "block-operation",
            "block-decided-at",
            "block-decided-by",
            "block-reason");

    private final HistoryWords words;
    private final boolean compares;

    HistoryCsv(HistoryWords words, boolean compares) {
        this.words = words;
        this.compares = compares;
    }

    String head() {
        List<String> cells = new ArrayList<>();
        if (compares) {
            cells.add(words.get("history.csv.change"));
        }
        COLUMNS.forEach(column -> cells.add(words.get("history.csv." + column)));
        return Csv.line(cells.toArray());
    }

    String line(HistoryLine line) {
        Fact fact = line.fact();
        List<String> cells = new ArrayList<>();
        if (compares && line.change() != null) {
            cells.add(words.get("history.change." + line.change()));
        }
        cells.addAll(Arrays.asList(
                line.person().name(),
                words.niss(line.person()),
                words.what(fact),
                words.application(fact),
                words.entity(fact),
                words.entityNumber(fact),
                words.quality(fact),
                fact.subdivision() == null ? "" : fact.subdivision(),
                words.day(fact.from()),
                words.lastDay(fact.until()),
                fact.blocked() ? words.get("access.page.status.blocked") : ""));
        Grounds grounds = fact.grounds();
        if (grounds == null) {
            cells.addAll(List.of(words.get("access.page.from-register"), "", "", "", "", ""));
        } else {
            cells.addAll(decision(grounds));
            cells.add(words.legalBasis(grounds));
            cells.add(grounds.reason() == null ? "" : grounds.reason());
            cells.add(grounds.dossier() == null ? "" : grounds.dossier());
        }
        cells.addAll(decisionWithReason(fact.ended()));
        cells.addAll(decisionWithReason(line.block()));
        return Csv.line(cells.toArray());
    }

    private List<String> decision(Grounds grounds) {
        return List.of(words.operation(grounds), words.day(grounds.decidedAt()), words.by(grounds));
    }

    private List<String> decisionWithReason(@Nullable Grounds grounds) {
        if (grounds == null) {
            return List.of("", "", "", "");
        }
        List<String> cells = new ArrayList<>(decision(grounds));
        cells.add(grounds.reason() == null ? "" : grounds.reason());
        return cells;
    }
}
