package be.designations.agenda.web;

import be.designations.agenda.CalendarFeeds.Read;
import be.designations.calendar.Days;
import be.designations.casework.DatedEnds.End;
import be.designations.casework.WorkList.Line;
import be.designations.directory.Language;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.RefreshInterval;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Deadlines and ends as a file of iCalendar: a day each, with number, step and entity, or what ends where, in the language of whose they are.
 * Nobody is named.
 * <i>Source: RFC 5545, RFC 7986.</i>
 */
@Component
class CalendarFile {

    private static final Duration REFRESH = Duration.builder().hours(1).build();

    private final MessageSource messages;
    private final String publicAddress;
    private final Clock clock;

    CalendarFile(MessageSource messages, @Value("${designations.public-address}") String publicAddress, Clock clock) {
        this.messages = messages;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
        this.clock = clock;
    }

    String of(Read read) {
        Language language = read.owner().language();
        Locale locale = language.locale();
        var calendar = new ICalendar();
        calendar.setProductId(
                "-//Designations//Designations//" + locale.getLanguage().toUpperCase(Locale.ROOT));
        calendar.setName(messages.getMessage("agenda.file.name", null, locale));
        calendar.setRefreshInterval(new RefreshInterval(REFRESH));
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        read.lines().forEach(line -> calendar.addEvent(due(line, language)));
        read.ends().forEach(end -> calendar.addEvent(end(end, language)));
        return Biweekly.write(calendar).go();
    }

    private VEvent due(Line line, Language language) {
        Locale locale = language.locale();
        return event(
                line.id().value(),
                Days.lastBefore(line.dueAt()),
                messages.getMessage(
                        "agenda.file.summary",
                        new Object[] {
                            line.number().value(),
                            messages.getMessage("work." + line.kind(), null, locale),
                            line.organisationName().in(language)
                        },
                        locale),
                "/cases/" + line.number().value());
    }

    private VEvent end(End end, Language language) {
        Locale locale = language.locale();
        return event(
                end.id(),
                end.lastDay(),
                messages.getMessage(
                        "agenda.file.end",
                        new Object[] {
                            messages.getMessage("ends." + end.kind(), null, locale),
                            end.organisation().in(language)
                        },
                        locale),
                end.address());
    }

    private VEvent event(UUID id, LocalDate day, String summary, String path) {
        var event = new VEvent();
        event.setUid(id + "@designations");
        event.setDateTimeStamp(Date.from(clock.instant()));
        // Days have no zone there: the library reads them in that of the machine.
        event.setDateStart(day(day), false);
        event.setDateEnd(day(day.plusDays(1)), false);
        event.setSummary(summary);
        event.setUrl(address(path));
        event.setTransparency(Transparency.transparent());
        event.setClassification(Classification.confidential());
        return event;
    }

    private static Date day(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    /** As others reach it. */
    String address(String path) {
        return publicAddress + path;
    }
}
