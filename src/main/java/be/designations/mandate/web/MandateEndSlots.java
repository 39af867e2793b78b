package be.designations.mandate.web;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.mandate.EndingMandate;
import be.designations.mandate.MandateEndCase;
import be.designations.mandate.MandateEndStatus;
import be.designations.pages.Page;
import org.springframework.stereotype.Component;

@Component
class MandateEndSlots extends CaseSlots<EndingMandate> {

    private final Capacities capacities;

    MandateEndSlots(MandateEndCase process, Capacities capacities) {
        super(process, "mandate/end-slots");
        this.capacities = capacities;
    }

    @Override
    protected void fill(CaseView dossier, EndingMandate ending, Actor reader, Page page) {
        page.with("ending", ending)
                .with("mandate", ending.mandate())
                .with("officerName", dossier.nameOf(ending.mandate().person()))
                .with(
                        "mayPropose",
                        ending.end().outcome() == MandateEndStatus.WITHOUT_SUCCESSOR
                                && capacities.holds(reader, dossier.dossier().organisation(), CapacityKind.DPD_FILERS));
    }
}
