package be.designations.dpd.api;

import be.designations.api.CodedText;
import be.designations.api.Issue;
import be.designations.api.Issues;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows applications as callers of the API get them. */
@Component
class DpdResources {

    private final DpdApplicationForm form;
    private final ApplicationAnswers answers;
    private final Cases cases;
    private final Directory directory;
    private final Issues issues;
    private final Texts texts;

    DpdResources(
            DpdApplicationForm form,
            ApplicationAnswers answers,
            Cases cases,
            Directory directory,
            Issues issues,
            Texts texts) {
        this.form = form;
        this.answers = answers;
        this.cases = cases;
        this.directory = directory;
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

    /** The code of the status without its module, as callers also ask for it. */
    CodedText status(ApplicationStatus status) {
        return texts.coded(status.name(), "status." + status.code(), List.of());
    }
}
