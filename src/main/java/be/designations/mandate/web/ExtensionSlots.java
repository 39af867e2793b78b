package be.designations.mandate.web;

import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.mandate.AskedExtension;
import be.designations.mandate.ExtensionCase;
import be.designations.pages.Page;
import org.springframework.stereotype.Component;

@Component
class ExtensionSlots extends CaseSlots<AskedExtension> {

    ExtensionSlots(ExtensionCase process) {
        super(process, "mandate/extension-slots");
    }

    @Override
    protected void fill(CaseView dossier, AskedExtension asked, Actor reader, Page page) {
        page.with("extension", asked.extension())
                .with("mandate", asked.mandate())
                .with("officerName", dossier.nameOf(asked.mandate().person()));
    }
}
