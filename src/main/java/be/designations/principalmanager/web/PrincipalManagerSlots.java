package be.designations.principalmanager.web;

import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.principalmanager.DesignationDossiers;
import be.designations.principalmanager.PrincipalManagerCase;
import be.designations.principalmanager.PrincipalManagerRequest;
import org.springframework.stereotype.Component;

@Component
class PrincipalManagerSlots extends CaseSlots<PrincipalManagerRequest> {

    private final DesignationDossiers dossiers;

    PrincipalManagerSlots(PrincipalManagerCase process, DesignationDossiers dossiers) {
        super(process, "principal-manager/slots");
        this.dossiers = dossiers;
    }

    @Override
    protected void fill(CaseView dossier, PrincipalManagerRequest request, Actor reader, Page page) {
        page.with("view", dossiers.view(reader, request))
                .with("request", request)
                .with("code", request.status().name())
                .with("isRequester", reader.person().equals(request.requestedBy()))
                .with("isManager", reader.person().equals(request.manager()));
    }
}
