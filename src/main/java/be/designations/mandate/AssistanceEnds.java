package be.designations.mandate;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.Cases;
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * Notes the adjunct and interim officers whose last day is over, and the interim ones after whom a mandate has begun; tells two weeks before that an
 * interim one will end, on a working day. <i>Source: D100, D94.</i>
 */
@Service
public class AssistanceEnds {

    private static final Duration BEFORE = Duration.ofDays(14);
    private static final WorkingDays WORKING_DAYS = new WorkingDays();

    private final AssistanceStore store;
    private final Assistances assistances;
    private final AssistanceMails mails;
    private final Cases cases;
    private final OneByOne oneByOne;
    private final Clock clock;

    AssistanceEnds(
            AssistanceStore store,
            Assistances assistances,
            AssistanceMails mails,
            Cases cases,
            OneByOne oneByOne,
            Clock clock) {
        this.store = store;
        this.assistances = assistances;
        this.mails = mails;
        this.cases = cases;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Bean
    static RecurringJob assistanceEndsJob(AssistanceEnds ends) {
        return new RecurringJob("assistance-ends", Duration.ofMinutes(15), ends::run);
    }

    public void run() {
        Instant now = clock.instant();
        store.over(now)
                .forEach(over -> oneByOne.attempt("dossier", over.dossier(), () -> assistances.settle(over, now)));
        if (WORKING_DAYS.isWorkingDay(Days.of(now))) {
            store.endingUntold(now, now.plus(BEFORE))
                    .forEach(dossier -> oneByOne.attempt("dossier", dossier, () -> tell(dossier, now)));
        }
    }

    private void tell(CaseId id, Instant now) {
        Assistance assistance = store.lock(id).orElseThrow();
        CaseFile dossier = cases.find(id).orElseThrow();
        store.noteTold(id, now);
        mails.ending(dossier, assistance);
    }
}
