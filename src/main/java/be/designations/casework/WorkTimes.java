package be.designations.casework;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.casework.ProcessProgress.Stay;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long the work of people takes: in one dossier, and usually. Counted in working days as deadlines are, the day on which it
 * came left out (D14). What is usual is the middle of the year past, counted once a day; it is said where at least {@link #FEWEST}
 * were done, so that nobody is recognised in it. <i>Source: D91.</i>
 */
@Component
public class WorkTimes {

    static final int FEWEST = 5;

    private final WorkTimeStore store;
    private final CaseTypes types;
    private final Clock clock;
    private final WorkingDays workingDays = new WorkingDays();

    WorkTimes(WorkTimeStore store, CaseTypes types, Clock clock) {
        this.store = store;
        this.types = types;
        this.clock = clock;
    }

    @Bean
    static RecurringJob workTimesJob(WorkTimes times) {
        return new RecurringJob("work-times", Duration.ofDays(1), times::countAnew);
    }

    /** For each task at which the dossier was, by its process and then by its id in the model. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, StepTime>> of(CaseView dossier) {
        Map<String, Integer> usual = store.usual(FEWEST);
        LocalDate today = Days.of(clock.instant());
        Map<String, Map<String, StepTime>> times = new HashMap<>();
        for (String process : dossier.contents().keySet()) {
            Map<String, StepTime> there = new HashMap<>();
            for (WorkKind kind : types.process(process).work()) {
                List<Stay> stays = dossier.progressOf(process).stays().getOrDefault(kind.task(), List.of());
                if (!stays.isEmpty()) {
                    int days =
                            stays.stream().mapToInt(stay -> days(stay, today)).sum();
                    there.put(kind.task(), new StepTime(stays.size(), days, usual.get(kind.code())));
                }
            }
            times.put(process, there);
        }
        return times;
    }

    private int days(Stay stay, LocalDate today) {
        return workingDays.between(Days.of(stay.from()), stay.until() == null ? today : Days.of(stay.until()));
    }

    /** Counts what was done in the year past. */
    @Transactional
    public void countAnew() {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        // Work that was done since a year ago may have come long before.
        LocalDate[] days = today.minusYears(3)
                .datesUntil(today.plusDays(1))
                .filter(workingDays::isWorkingDay)
                .toArray(LocalDate[]::new);
        store.countAnew(Days.startOf(today.minusYears(1)), days, now);
    }
}
