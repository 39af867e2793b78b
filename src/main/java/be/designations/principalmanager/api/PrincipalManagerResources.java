package be.designations.principalmanager.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.BelgianDates;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.Claim;
import be.designations.principalmanager.DesignationDossier;
import be.designations.principalmanager.DesignationDossiers;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagerRequest;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Recognition;
import be.designations.principalmanager.Situation;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts situations and dossiers into the form in which callers read them. */
@Component
class PrincipalManagerResources {

    private final PrincipalManagers principalManagers;
    private final DesignationDossiers dossiers;
    private final MandateDocuments documents;
    private final Texts texts;

    PrincipalManagerResources(
            PrincipalManagers principalManagers,
            DesignationDossiers dossiers,
            MandateDocuments documents,
            Texts texts) {
        this.principalManagers = principalManagers;
        this.dossiers = dossiers;
        this.documents = documents;
        this.texts = texts;
    }

    SituationResource situation(Actor actor, EnterpriseNumber number) {
        Situation situation = principalManagers.situation(actor, number);
        DossierNumber open = situation.open();
        return new SituationResource(
                EnterpriseResource.of(situation.representation().enterprise()),
                recognition(
                        situation.representation().recognition(),
                        situation.representation().day()),
                principalManagers.isSpecial(situation),
                principalManagers.needsTie(situation),
                IncumbentResource.of(situation.incumbent()),
                open == null ? null : open.value(),
                situation.draft() != null,
                documents.ofDraft(actor, number).stream()
                        .map(DocumentResource::of)
                        .toList());
    }

    DossierResource dossier(Actor actor, DossierNumber number) {
        DesignationDossier dossier = dossiers.view(actor, number);
        PrincipalManagerRequest request = dossier.request();
        Claim claim = dossier.seesPapers() ? request.claim() : null;
        Recognition answer = request.registerAnswer();
        var verdict = request.verdict();
        WorkItem work = dossier.waits();
        Person former = dossier.formerManager();
        Rejection hindrance = dossier.hindrance();
        return new DossierResource(
                number.value(),
                OrganisationReference.of(dossier.organisation()),
                texts.coded("status", request.status().code()),
                dossier.requester().displayName(),
                request.filedAt(),
                dossier.managerName(),
                request.isSpecial(),
                answer == null ? null : recognition(answer, request.registerDay()),
                request.askedAt(),
                claim == null
                        ? null
                        : texts.coded(
                                "form.principal-manager-mandate.ground.option",
                                claim.ground().name()),
                claim == null ? null : claim.explanation(),
                dossier.documents().stream().map(DocumentResource::of).toList(),
                IncumbentResource.of(dossier.incumbent()),
                verdict == null || !dossier.seesPapers() ? null : verdict.reason(),
                former == null ? null : former.displayName(),
                work == null ? null : work.dueAt(),
                request.settledAt(),
                dossier.mayWithdraw(),
                dossier.mayVerify(),
                hindrance == null
                        ? null
                        : texts.coded(hindrance.code(), hindrance.messageKey(), List.copyOf(hindrance.arguments())));
    }

    private CodedText recognition(Recognition recognition, @Nullable LocalDate day) {
        return texts.coded(
                recognition.name(),
                "principalmanager.recognition." + recognition,
                List.of(new BelgianDates().day(day)));
    }
}
