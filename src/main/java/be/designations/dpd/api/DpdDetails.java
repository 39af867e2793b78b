package be.designations.dpd.api;

import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplications;
import be.designations.dpd.DpdCase;
import be.designations.dpd.DpdDossiers;
import be.designations.dpd.Mandate;
import be.designations.dpd.api.ApplicationDetails.DecisionValue;
import be.designations.dpd.api.ApplicationDetails.OpinionValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class DpdDetails extends CaseDetails<DpdApplication> {

    private final DpdDossiers dossiers;
    private final ApplicationAnswers answers;
    private final Texts texts;

    DpdDetails(DpdCase process, DpdDossiers dossiers, ApplicationAnswers answers, Texts texts) {
        super(process, ApplicationDetails.class);
        this.dossiers = dossiers;
        this.answers = answers;
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
                answers.of(reader, application),
                view.warnings().stream()
                        .map(warning -> texts.coded(warning.code(), warning.messageKey(), warning.arguments()))
                        .toList(),
                opinion(dossier, view.opinion()),
                decision(dossier, view.decision()),
                mandate(view.mandate()));
    }

    private static ApplicationDetails.Candidate candidate(DossierView view) {
        Person candidate = view.candidate();
        return new ApplicationDetails.Candidate(
                candidate.firstName(),
                candidate.lastName(),
                view.nissShown() ? candidate.niss().value() : candidate.niss().masked());
    }

    private static ApplicationDetails.@Nullable Opinion opinion(
            CaseView dossier, DpdApplications.@Nullable Opinion opinion) {
        return opinion == null
                ? null
                : new ApplicationDetails.Opinion(
                        opinion.favourable() ? OpinionValue.FAVOURABLE : OpinionValue.UNFAVOURABLE,
                        opinion.reasons(),
                        dossier.nameOf(opinion.givenBy()),
                        opinion.givenAt());
    }

    private static ApplicationDetails.@Nullable Decision decision(
            CaseView dossier, DpdApplications.@Nullable Decision decision) {
        return decision == null
                ? null
                : new ApplicationDetails.Decision(
                        decision.approved() ? DecisionValue.APPROVED : DecisionValue.REFUSED,
                        decision.reason(),
                        dossier.nameOf(decision.decidedBy()),
                        decision.decidedAt());
    }

    private static ApplicationDetails.@Nullable Mandate mandate(@Nullable Mandate mandate) {
        return mandate == null
                ? null
                : new ApplicationDetails.Mandate(mandate.hoursPerWeek(), mandate.validFrom(), mandate.validUntil());
    }
}
