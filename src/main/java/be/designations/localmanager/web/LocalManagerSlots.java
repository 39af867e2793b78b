package be.designations.localmanager.web;

import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.localmanager.LocalManagerChange;
import be.designations.localmanager.LocalManagerChanges;
import be.designations.localmanager.LocalManagerChanges.Preview;
import be.designations.localmanager.LocalManagerProcess;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.util.List;
import org.springframework.stereotype.Component;

/** “Changer de Gestionnaire Local”: what the change does, and the word that it is done. */
@Component
class LocalManagerSlots extends CaseSlots<LocalManagerChange> {

    private static final String CONFIRMATION = "confirmRemoval";

    private final LocalManagerChanges changes;

    LocalManagerSlots(LocalManagerProcess process, LocalManagerChanges changes) {
        super(process, "localmanager/slots");
        this.changes = changes;
    }

    @Override
    protected void fill(CaseView dossier, LocalManagerChange change, Actor reader, Page page) {
        Preview preview = changes.preview(dossier.dossier(), change);
        page.with("change", preview)
                .with("newManager", dossier.nameOf(change.newManager()))
                .with("localManager", changes.nameOf(preview.formerManager()))
                .with("rights", changes.roleNames(preview.rightsInTheWay(), page.language()));
    }

    /** Confirmation is asked only where something is in the way. */
    @Override
    protected FormView form(String step, CaseView dossier, LocalManagerChange change, FormView form) {
        return changes.preview(dossier.dossier(), change).needsRemoval() ? form : form.without(CONFIRMATION);
    }

    @Override
    protected List<Rejection> alsoWrong(String step, LocalManagerChange change, FormValues typed) {
        return changes.unconfirmed(change, typed.isChecked(CONFIRMATION)).stream()
                .toList();
    }
}
