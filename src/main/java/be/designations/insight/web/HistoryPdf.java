package be.designations.insight.web;

import be.designations.export.PdfRenderer;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.Grounds;
import be.designations.insight.history.Asked;
import be.designations.insight.history.Change;
import be.designations.insight.history.HistoryLine;
import be.designations.insight.history.HistoryScope;
import be.designations.insight.history.HistoryStore.SubjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A history on paper. */
@Component
class HistoryPdf {

    /** Further, the table is for a spreadsheet. */
    static final int MOST_LINES = 1_000;

    private final ITemplateEngine templates;
    private final PdfRenderer renderer;
    private final MessageSource messages;

    HistoryPdf(ITemplateEngine templates, PdfRenderer renderer, MessageSource messages) {
        this.templates = templates;
        this.renderer = renderer;
        this.messages = messages;
    }

    /**
     * @param lines at most {@link #MOST_LINES}
     * @param asker the name of who asked for it
     */
    byte[] of(HistoryScope scope, Asked asked, List<HistoryLine> lines, String asker, Instant now, Locale locale) {
        var words = new HistoryWords(messages, locale);
        boolean person = scope.subject().kind() == SubjectKind.PERSON;
        var context = new Context(locale);
        context.setVariable("language", locale.getLanguage());
        context.setVariable("subject", words.subject(scope));
        context.setVariable("asked", words.asked(asked));
        context.setVariable("made", words.get("history.pdf.made", words.minute(now), asker));
        context.setVariable("partial", !scope.sight().everything());
        context.setVariable("withPerson", !person);
        context.setVariable("total", lines.size());
        context.setVariable("groups", groups(words, lines, person));
        return renderer.render(templates.process("access/history-pdf", context));
    }

    private static List<Group> groups(HistoryWords words, List<HistoryLine> lines, boolean withEntity) {
        List<Group> groups = new ArrayList<>();
        Change last = null;
        for (HistoryLine line : lines) {
            Change change = line.change();
            if (groups.isEmpty() || change != last) {
                groups.add(new Group(change == null ? null : words.get("history.change." + change), new ArrayList<>()));
            }
            groups.get(groups.size() - 1).rows().add(row(words, line, withEntity));
            last = change;
        }
        return groups;
    }

    private static Row row(HistoryWords words, HistoryLine line, boolean withEntity) {
        Fact fact = line.fact();
        String where = Stream.of(withEntity ? words.entity(fact) : "", words.quality(fact), fact.subdivision())
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" – "));
        List<String> why = new ArrayList<>();
        Grounds grounds = fact.grounds();
        why.add(grounds == null ? words.get("access.page.from-register") : words.why(grounds));
        fact.confirmations()
                .forEach(confirmation -> why.add(words.get("access.page.confirmed") + " " + words.why(confirmation)));
        Grounds block = line.block();
        if (block != null) {
            String key = line.change() == Change.UNBLOCKED ? "history.unblocked" : "history.blocked";
            why.add(words.get(key) + " " + words.why(block));
        }
        Grounds ended = fact.ended();
        if (ended != null) {
            why.add(words.get("access.page.ended") + " " + words.why(ended));
        }
        return new Row(
                line.person().name(),
                words.niss(line.person()),
                words.whatInFull(fact),
                where,
                words.period(line),
                fact.blocked(),
                why);
    }

    /** @param title null when only one day is asked about */
    public record Group(@Nullable String title, List<Row> rows) {}

    public record Row(
            String person, String niss, String what, String where, String period, boolean blocked, List<String> why) {}
}
