package be.designations.principalmanager.api;

import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.principalmanager.Claim;
import be.designations.principalmanager.DesignationDossier;
import be.designations.principalmanager.DesignationDossiers;
import be.designations.principalmanager.PrincipalManagerCase;
import be.designations.principalmanager.PrincipalManagerRequest;
import be.designations.principalmanager.Recognition;
import be.designations.rules.Rejection;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DesignationDetails extends CaseDetails<PrincipalManagerRequest> {

    private final DesignationDossiers dossiers;
    private final PrincipalManagerResources resources;
    private final Texts texts;

    DesignationDetails(
            PrincipalManagerCase process,
            DesignationDossiers dossiers,
            PrincipalManagerResources resources,
            Texts texts) {
        super(process, DesignationResource.class);
        this.dossiers = dossiers;
        this.resources = resources;
        this.texts = texts;
    }

    @Override
    protected DesignationResource of(CaseView dossier, PrincipalManagerRequest request, Actor reader) {
        DesignationDossier view = dossiers.view(reader, request);
        Claim claim = view.seesPapers() ? request.claim() : null;
        Recognition answer = request.registerAnswer();
        var verdict = request.verdict();
        Person former = view.formerManager();
        Rejection hindrance = dossier.hindrance();
        return new DesignationResource(
                dossier.dossier().number().value(),
                OrganisationReference.of(dossier.organisation()),
                view.requester().displayName(),
                request.filedAt(),
                view.managerName(),
                request.isSpecial(),
                answer == null ? null : resources.recognition(answer, request.registerDay()),
                request.askedAt(),
                claim == null
                        ? null
                        : texts.coded(
                                "form.principal-manager-mandate.ground.option",
                                claim.ground().name()),
                claim == null || request.answersRemovedAt() != null ? null : claim.explanation(),
                request.answersRemovedAt(),
                IncumbentResource.of(view.incumbent()),
                verdict == null || !view.seesPapers() ? null : verdict.reason(),
                former == null ? null : former.displayName(),
                dossier.dueAt(),
                request.settledAt(),
                dossier.may("withdraw"),
                dossier.may("verification"),
                hindrance == null
                        ? null
                        : texts.coded(hindrance.code(), hindrance.messageKey(), List.copyOf(hindrance.arguments())));
    }
}
