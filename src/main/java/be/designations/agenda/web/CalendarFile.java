package be.designations.agenda.web;

import be.designations.calendar.Days;
import be.designations.casework.WorkList.Line;
import be.designations.directory.Language;
import be.designations.directory.Person;
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
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Deadlines as a file of iCalendar: a day each, with number, step and entity, in the language of whose they are. Nobody is named.
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

    String of(Person owner, List<Line> lines) {
        Locale locale = owner.language().locale();
        var calendar = new ICalendar();
        calendar.setProductId(
                "-//Designations//Designations//" + locale.getLanguage().toUpperCase(Locale.ROOT));
        calendar.setName(messages.getMessage("agenda.file.name", null, locale));
        calendar.setRefreshInterval(new RefreshInterval(REFRESH));
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        lines.forEach(line -> calendar.addEvent(event(line, owner.language())));
        return Biweekly.write(calendar).go();
    }

    private VEvent event(Line line, Language language) {
        Locale locale = language.locale();
        var event = new VEvent();
        event.setUid(line.id().value() + "@designations");
        event.setDateTimeStamp(Date.from(clock.instant()));
        // Days have no zone there: the library reads them in that of the machine.
        LocalDate lastDay = Days.lastBefore(line.dueAt());
        event.setDateStart(day(lastDay), false);
        event.setDateEnd(day(lastDay.plusDays(1)), false);
        event.setSummary(messages.getMessage(
                "agenda.file.summary",
                new Object[] {
                    line.number().value(),
                    messages.getMessage("work." + line.kind(), null, locale),
                    line.organisationName().in(language)
                },
                locale));
        event.setUrl(address("/cases/" + line.number().value()));
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
