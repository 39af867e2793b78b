package be.designations.departure.web;

import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.departure.DepartureCase;
import be.designations.departure.Leaving;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.pages.Page;
import org.springframework.stereotype.Component;

@Component
class DepartureSlots extends CaseSlots<Leaving> {

    private final Directory directory;

    DepartureSlots(DepartureCase process, Directory directory) {
        super(process, "departure/slots");
        this.directory = directory;
    }

    @Override
    protected void fill(CaseView dossier, Leaving leaving, Actor reader, Page page) {
        page.with("leaving", leaving)
                .with("person", directory.person(leaving.relationship().person()));
    }
}
