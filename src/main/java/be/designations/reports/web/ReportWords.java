package be.designations.reports.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.directory.Language;
import be.designations.export.Csv;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.reports.ReportKind;
import be.designations.reports.ReportLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The lines of a report in the language of the reader. */
final class ReportWords {

    private final MessageSource messages;
    private final Locale locale;
    private final BelgianDates dates = new BelgianDates();

    ReportWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** A line as people read it. */
    public record Row(
            UUID person,
            String name,
            String application,
            String role,
            UUID qualityId,
            String quality,
            String where,
            String from,
            String until,
            @Nullable String note) {}

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String title(ReportKind kind) {
        return text("reports." + kind.code());
    }

    Row row(ReportKind kind, ReportLine line) {
        Language language = Language.of(locale.getLanguage());
        return new Row(
                line.person(),
                line.name(),
                line.application().in(language),
                line.role().in(language),
                line.quality(),
                text("quality." + line.qualityKind()),
                line.units().isEmpty()
                        ? text("reports.whole-entity")
                        : line.units().stream()
                                .map(unit -> EstablishmentUnitNumber.of(unit).formatted())
                                .collect(Collectors.joining(", ")),
                dates.day(line.from()),
                line.until() == null ? text("reports.no-end") : dates.day(Days.lastBefore(line.until())),
                note(kind, line, language));
    }

    private @Nullable String note(ReportKind kind, ReportLine line, Language language) {
        if (kind == ReportKind.EXCLUDED) {
            return line.excluded() == null
                    ? text("reports.excluded-elsewhere")
                    : text("reports.excluded-by", line.excluded().in(language));
        }
        return line.longestMonths() == null ? null : text("reports.longest", line.longestMonths());
    }

    /** What a report says of itself: the day, and for the one of unused rights since when that is written down. */
    String asOf(ReportKind kind, LocalDate today, LocalDate recordedSince) {
        return kind == ReportKind.UNUSED
                ? text("reports.unused.since", dates.day(recordedSince), dates.day(today))
                : text("reports.as-of", dates.day(today));
    }

    List<String> columns() {
        return List.of("name", "application", "role", "quality", "where", "from", "until", "note").stream()
                .map(column -> text("reports.column." + column))
                .toList();
    }

    String csvHead() {
        return Csv.line(columns().toArray());
    }

    String csv(Row row) {
        return Csv.line(
                row.name(),
                row.application(),
                row.role(),
                row.quality(),
                row.where(),
                row.from(),
                row.until(),
                row.note());
    }
}
