package be.designations.dpd.api;

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
import be.designations.dpd.DpdAccess;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import be.designations.identifier.Niss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows applications as callers of the API get them. */
@Component
class DpdResources {

    private static final String NISS = "candidateNiss";

    private final DpdApplicationForm form;
    private final DpdAccess access;
    private final Cases cases;
    private final Directory directory;
    private final Issues issues;
    private final Texts texts;

    DpdResources(
            DpdApplicationForm form, DpdAccess access, Cases cases, Directory directory, Issues issues, Texts texts) {
        this.form = form;
        this.access = access;
        this.cases = cases;
        this.directory = directory;
        this.issues = issues;
        this.texts = texts;
    }

    /** Read in one transaction: who the reader is, is asked once. */
    @Transactional(readOnly = true)
    DraftResource application(Actor actor, DpdApplication application) {
        DpdApplication.Submission sent = application.submission();
        ApplicationStatus status = application.status();
        return new DraftResource(
                application.id().value(),
                application.version(),
                texts.coded(status.name(), "status." + status.code(), List.of()),
                OrganisationReference.of(directory.organisation(application.organisation())),
                sent == null
                        ? null
                        : cases.find(sent.caseId())
                                .map(CaseFile::number)
                                .orElseThrow()
                                .value(),
                answers(actor, application),
                application.answersRemovedAt(),
                issues(application),
                nameOf(application.lastChangedBy()),
                application.lastChangedAt());
    }

    /** By field, in the order of the form, as they can be sent back; questions that were not answered are left out. */
    Map<String, Object> answers(Actor actor, DpdApplication application) {
        Map<String, Object> shown = application.answers().typed(form.definition());
        if (!access.maySeeNiss(actor, application)) {
            shown.computeIfPresent(NISS, (key, typed) -> Niss.parse(typed.toString())
                    .map(Niss::masked)
                    .orElse(""));
        }
        return shown;
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
}
