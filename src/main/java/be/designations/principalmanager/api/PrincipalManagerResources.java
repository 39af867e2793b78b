package be.designations.principalmanager.api;

import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.calendar.BelgianDates;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Recognition;
import be.designations.principalmanager.Situation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts situations and dossiers into the form in which callers read them. */
@Component
class PrincipalManagerResources {

    private final PrincipalManagers principalManagers;
    private final MandateDocuments documents;
    private final Texts texts;

    PrincipalManagerResources(PrincipalManagers principalManagers, MandateDocuments documents, Texts texts) {
        this.principalManagers = principalManagers;
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

    CodedText recognition(Recognition recognition, @Nullable LocalDate day) {
        return texts.coded(
                recognition.name(),
                "principalmanager.recognition." + recognition,
                List.of(new BelgianDates().day(day)));
    }
}
