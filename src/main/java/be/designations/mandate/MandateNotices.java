package be.designations.mandate;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the CPAS, the officer and SPP IS sixty and thirty days before a mandate ends by its date, once each, on a working day: when the day falls
 * on none, on the one before. The mandate itself ends on its day, whatever day that is. An end that somebody decided was told then. <i>Source: D94.</i>
 */
@Service
public class MandateNotices {

    private static final Logger LOG = LoggerFactory.getLogger(MandateNotices.class);

    /** The farthest first. */
    private static final List<Integer> DAYS_BEFORE = List.of(60, 30);

    /** No row of days without work is longer. */
    private static final int LONGEST_PAUSE = 10;

    private static final WorkingDays WORKING_DAYS = new WorkingDays();

    private final MandateStore mandates;
    private final MandateMails mails;
    private final TransactionOperations transaction;
    private final Clock clock;

    MandateNotices(MandateStore mandates, MandateMails mails, TransactionOperations transaction, Clock clock) {
        this.mandates = mandates;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static RecurringJob mandateNoticesJob(MandateNotices notices) {
        return new RecurringJob("mandate-notices", Duration.ofHours(1), notices::run);
    }

    public void run() {
        tell(clock.instant());
    }

    /** What is to be told at that instant; nothing on a day on which nobody works. */
    void tell(Instant now) {
        if (!WORKING_DAYS.isWorkingDay(Days.of(now))) {
            return;
        }
        Instant last = now.plus(Duration.ofDays(DAYS_BEFORE.get(0) + LONGEST_PAUSE));
        for (MandateState mandate : mandates.endingByDate(now, last)) {
            // What fails for one is tried again at the next run, and keeps the others from nothing.
            try {
                transaction.executeWithoutResult(status -> tell(mandate, now));
            } catch (RuntimeException failed) {
                LOG.error("the end of mandate {} was not told", mandate.id(), failed);
            }
        }
    }

    private void tell(MandateState mandate, Instant now) {
        Instant end = Objects.requireNonNull(mandate.until());
        LocalDate today = Days.of(now);
        boolean first = false;
        for (int days : DAYS_BEFORE) {
            LocalDate due = due(end, days);
            // Of what begins later than it would be told, the decision itself told.
            if (!due.isAfter(today) && due.isAfter(Days.of(mandate.from()))) {
                first = mandates.noteTold(mandate.id(), end, days, now);
            }
        }
        if (first) {
            mails.ending(mandate);
        }
    }

    /** The working day on which an end is told so many days before. */
    static LocalDate due(Instant end, int daysBefore) {
        LocalDate day = Days.lastBefore(end).minusDays(daysBefore);
        while (!WORKING_DAYS.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
