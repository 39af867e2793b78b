package be.designations.mandate.web;

import be.designations.calendar.Days;
import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.dpd.DpdAccess;
import be.designations.forms.FormValues;
import be.designations.mandate.Assistance;
import be.designations.mandate.AssistanceCase;
import be.designations.mandate.Assistances;
import be.designations.pages.Page;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
class AssistanceSlots extends CaseSlots<Assistance> {

    /** More is said to those who see all (D12). */
    private static final BigDecimal A_WEEK = BigDecimal.valueOf(38);

    private final Assistances assistances;
    private final DpdAccess dpd;
    private final Clock clock;

    AssistanceSlots(AssistanceCase process, Assistances assistances, DpdAccess dpd, Clock clock) {
        super(process, "mandate/assistance-slots");
        this.assistances = assistances;
        this.dpd = dpd;
        this.clock = clock;
    }

    @Override
    protected void fill(CaseView dossier, Assistance assistance, Actor reader, Page page) {
        boolean everything = dpd.seesEveryCase(reader);
        page.with("assistance", assistance)
                .with("personName", dossier.nameOf(assistance.person()))
                .with(
                        "officerName",
                        assistances.officer(assistance).map(dossier::nameOf).orElse(null))
                .with("begun", assistance.hasBegun(clock.instant()))
                .with("everything", everything)
                .with("hoursEverywhere", everything ? assistances.hours(assistance) : null)
                .with("aWeek", A_WEEK);
    }

    @Override
    protected FormValues proposed(String step, CaseView dossier, Assistance assistance, Actor reader) {
        return step.equals("end")
                ? FormValues.empty().with("lastDay", Days.of(clock.instant()).toString())
                : FormValues.empty();
    }
}
