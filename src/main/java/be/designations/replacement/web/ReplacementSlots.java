package be.designations.replacement.web;

import be.designations.access.ResponsibilityKind;
import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.replacement.AskedReplacement;
import be.designations.replacement.ReplacementCase;
import be.designations.replacement.ReplacementPlaces;
import be.designations.replacement.ReplacementView;
import be.designations.replacement.Replacements;
import org.springframework.stereotype.Component;

@Component
class ReplacementSlots extends CaseSlots<AskedReplacement> {

    private final Replacements replacements;
    private final ReplacementPlaces places;

    ReplacementSlots(ReplacementCase process, Replacements replacements, ReplacementPlaces places) {
        super(process, "replacement/slots");
        this.replacements = replacements;
        this.places = places;
    }

    @Override
    protected void fill(CaseView dossier, AskedReplacement asked, Actor reader, Page page) {
        ReplacementView view = replacements.view(asked);
        page.with("view", view)
                .with("responsibility", places.words(view.place(), page.locale()))
                .with("mayDecide", dossier.may("tie"))
                .with(
                        "onlyStaff",
                        ResponsibilityKind.ENTITY_MANAGERS.contains(asked.held().kind()));
    }
}
