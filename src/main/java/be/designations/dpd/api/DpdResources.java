package be.designations.dpd.api;

import be.designations.api.CodedText;
import be.designations.api.Issue;
import be.designations.api.Issues;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdApplications;
import be.designations.dpd.DpdDocuments;
import be.designations.dpd.Mandate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows applications and dossiers as callers of the API get them. */
@Component
class DpdResources {

    private final DpdApplicationForm form;
    private final ApplicationAnswers answers;
    private final Cases cases;
    private final Directory directory;
    private final DpdDocuments documents;
    private final Issues issues;
    private final Texts texts;

    DpdResources(
            DpdApplicationForm form,
            ApplicationAnswers answers,
            Cases cases,
            Directory directory,
            DpdDocuments documents,
            Issues issues,
            Texts texts) {
        this.form = form;
        this.answers = answers;
        this.cases = cases;
        this.directory = directory;
        this.documents = documents;
        this.issues = issues;
        this.texts = texts;
    }

    DraftResource application(Actor actor, DpdApplication application) {
        DpdApplication.Submission sent = application.submission();
        return new DraftResource(
                application.id().value(),
                application.version(),
                status(application.status()),
                OrganisationReference.of(directory.organisation(application.organisation())),
                sent == null
                        ? null
                        : cases.find(sent.caseId())
                                .map(CaseFile::number)
                                .orElseThrow()
                                .value(),
                answers.of(actor, application),
                issues(application),
                nameOf(application.lastChangedBy()),
                application.lastChangedAt());
    }

    private List<Issue> issues(DpdApplication application) {
        return application.status() == ApplicationStatus.DRAFT
                ? issues.of(
                        form.definition(),
                        form.definition().check(application.answers()).errors(),
                        LocaleContextHolder.getLocale())
                : List.of();
    }

    private @Nullable String nameOf(@Nullable PersonId person) {
        return Optional.ofNullable(person)
                .flatMap(directory::findPerson)
                .map(Person::displayName)
                .orElse(null);
    }

    DossierResource dossier(Actor actor, DossierView view) {
        DpdApplication application = view.application();
        DpdApplication.Submission sent = application.sent();
        return new DossierResource(
                view.dossier().number().value(),
                application.version(),
                status(application.status()),
                OrganisationReference.of(view.cpas()),
                application.id().value(),
                candidate(view),
                sent.submittedAt(),
                view.nameOf(sent.submittedBy()),
                view.dossier().closedAt(),
                view.previousNumber(),
                answers.of(actor, application),
                openWork(view),
                view.allowed(),
                view.warnings().stream()
                        .map(warning -> texts.coded(warning.code(), warning.messageKey(), warning.arguments()))
                        .toList(),
                view.completionRequests().stream()
                        .map(request -> new DossierResource.CompletionRequest(
                                view.nameOf(request.askedBy()),
                                request.askedAt(),
                                request.questions(),
                                request.answeredAt(),
                                request.answer()))
                        .toList(),
                opinion(view),
                decision(view),
                mandate(view),
                timeline(view),
                documents.list(actor, application.id()).stream()
                        .map(DocumentResource::of)
                        .toList(),
                view.mails().stream()
                        .map(mail -> new DossierResource.Mail(
                                mail.subject(), mail.recipientName(), mail.created(), mail.sent()))
                        .toList());
    }

    private static DossierResource.Candidate candidate(DossierView view) {
        Person candidate = view.candidate();
        return new DossierResource.Candidate(
                candidate.firstName(),
                candidate.lastName(),
                view.nissShown() ? candidate.niss().value() : candidate.niss().masked());
    }

    private DossierResource.@Nullable OpenWork openWork(DossierView view) {
        WorkItem open = view.openWork();
        return open == null
                ? null
                : new DossierResource.OpenWork(
                        texts.coded("work", open.kind().name()), name(view, open.assignee()), open.dueAt());
    }

    private static DossierResource.@Nullable Opinion opinion(DossierView view) {
        DpdApplications.Opinion opinion = view.opinion();
        return opinion == null
                ? null
                : new DossierResource.Opinion(
                        opinion.favourable()
                                ? DossierResource.OpinionValue.FAVOURABLE
                                : DossierResource.OpinionValue.UNFAVOURABLE,
                        opinion.reasons(),
                        view.nameOf(opinion.givenBy()),
                        opinion.givenAt());
    }

    private static DossierResource.@Nullable Decision decision(DossierView view) {
        DpdApplications.Decision decision = view.decision();
        return decision == null
                ? null
                : new DossierResource.Decision(
                        decision.approved()
                                ? DossierResource.DecisionValue.APPROVED
                                : DossierResource.DecisionValue.REFUSED,
                        decision.reason(),
                        view.nameOf(decision.decidedBy()),
                        decision.decidedAt());
    }

    private static DossierResource.@Nullable Mandate mandate(DossierView view) {
        Mandate mandate = view.mandate();
        return mandate == null
                ? null
                : new DossierResource.Mandate(mandate.hoursPerWeek(), mandate.validFrom(), mandate.validUntil());
    }

    private List<DossierResource.TimelineEntry> timeline(DossierView view) {
        return view.timeline().stream()
                .map(entry -> new DossierResource.TimelineEntry(
                        entry.at(), texts.coded("timeline", entry.event()), name(view, entry.actor()), entry.reason()))
                .toList();
    }

    private static @Nullable String name(DossierView view, @Nullable PersonId person) {
        return person == null ? null : view.nameOf(person);
    }

    /** The code of the status without its module, as callers also ask for it. */
    CodedText status(ApplicationStatus status) {
        return texts.coded(status.name(), "status." + status.code(), List.of());
    }
}
