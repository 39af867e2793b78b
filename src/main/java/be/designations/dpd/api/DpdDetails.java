package be.designations.dpd.api;

import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.Attachment;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdAnswers.DpdDecision.Verdict;
import be.designations.dpd.DpdAnswers.DpdOpinion.Advice;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplications;
import be.designations.dpd.DpdCase;
import be.designations.dpd.DpdDossiers;
import be.designations.dpd.Mandate;
import be.designations.dpd.SentAnswers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class DpdDetails extends CaseDetails<DpdApplication> {

    private final DpdDossiers dossiers;
    private final DpdResources resources;
    private final Texts texts;

    DpdDetails(DpdCase process, DpdDossiers dossiers, DpdResources resources, Texts texts) {
        super(process, ApplicationDetails.class);
        this.dossiers = dossiers;
        this.resources = resources;
        this.texts = texts;
    }

    @Override
    protected ApplicationDetails of(CaseView dossier, DpdApplication application, Actor reader) {
        DossierView view = dossiers.view(reader, application);
        DpdApplication.Submission sent = application.sent();
        return new ApplicationDetails(
                OrganisationReference.of(dossier.organisation()),
                application.id().value(),
                candidate(view),
                sent.submittedAt(),
                dossier.nameOf(sent.submittedBy()),
                view.previousNumber(),
                resources.answers(reader, application),
                application.answersRemovedAt(),
                versions(dossier, view, application, reader),
                view.warnings().stream()
                        .map(warning -> texts.coded(warning.code(), warning.messageKey(), warning.arguments()))
                        .toList(),
                opinion(dossier, view.opinion()),
                decision(dossier, view.decision()),
                mandate(view.mandate()));
    }

    private List<ApplicationDetails.Version> versions(
            CaseView dossier, DossierView view, DpdApplication application, Actor reader) {
        List<ApplicationDetails.Version> versions = new ArrayList<>();
        SentAnswers before = null;
        for (SentAnswers sent : view.versions()) {
            versions.add(new ApplicationDetails.Version(
                    sent.number(),
                    sent.sentAt(),
                    dossier.nameOf(sent.sentBy()),
                    resources.shown(reader, application, sent.answers()),
                    before == null
                            ? List.of()
                            : resources.changes(reader, application, before.answers(), sent.answers()),
                    sent.documents(before, dossier.documents()).stream()
                            .map(Attachment::fileName)
                            .toList()));
            before = sent;
        }
        return versions;
    }

    private static ApplicationDetails.Candidate candidate(DossierView view) {
        Person candidate = view.candidate();
        return new ApplicationDetails.Candidate(
                candidate.firstName(),
                candidate.lastName(),
                view.nissShown() ? candidate.niss().value() : candidate.niss().masked());
    }

    private static @Nullable String nameOf(CaseView dossier, @Nullable PersonId person) {
        return person == null ? null : dossier.nameOf(person);
    }

    private static ApplicationDetails.@Nullable Opinion opinion(
            CaseView dossier, DpdApplications.@Nullable Opinion opinion) {
        return opinion == null
                ? null
                : new ApplicationDetails.Opinion(
                        opinion.favourable() ? Advice.FAVOURABLE : Advice.UNFAVOURABLE,
                        opinion.reasons(),
                        dossier.nameOf(opinion.givenBy()),
                        nameOf(dossier, opinion.inPlaceOf()),
                        opinion.givenAt());
    }

    private static ApplicationDetails.@Nullable Decision decision(
            CaseView dossier, DpdApplications.@Nullable Decision decision) {
        return decision == null
                ? null
                : new ApplicationDetails.Decision(
                        decision.approved() ? Verdict.APPROVED : Verdict.REFUSED,
                        decision.refusalGround(),
                        decision.reason(),
                        dossier.nameOf(decision.decidedBy()),
                        nameOf(dossier, decision.inPlaceOf()),
                        decision.decidedAt());
    }

    private static ApplicationDetails.@Nullable Mandate mandate(@Nullable Mandate mandate) {
        return mandate == null
                ? null
                : new ApplicationDetails.Mandate(mandate.hoursPerWeek(), mandate.validFrom(), mandate.validUntil());
    }
}
