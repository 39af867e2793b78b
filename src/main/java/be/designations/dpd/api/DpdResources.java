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
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.forms.FieldError;
import be.designations.forms.FormField;
import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows applications as callers of the API get them. */
@Component
class DpdResources {

    private static final String NISS = "candidateNiss";

    private final DpdApplicationForm form;
    private final DpdDrafts drafts;
    private final DpdAccess access;
    private final Cases cases;
    private final Directory directory;
    private final Issues issues;
    private final Texts texts;

    DpdResources(
            DpdApplicationForm form,
            DpdDrafts drafts,
            DpdAccess access,
            Cases cases,
            Directory directory,
            Issues issues,
            Texts texts) {
        this.form = form;
        this.drafts = drafts;
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
        return shown(actor, application, application.answers());
    }

    /** The same of another version of them. */
    Map<String, Object> shown(Actor actor, DpdApplication application, FormValues answers) {
        Map<String, Object> shown = answers.typed(form.definition());
        if (!access.maySeeNiss(actor, application)) {
            shown.computeIfPresent(NISS, (key, typed) -> Niss.parse(typed.toString())
                    .map(Niss::masked)
                    .orElse(""));
        }
        return shown;
    }

    /** A correction, as those see it who may file. */
    CorrectionResource correction(Actor actor, DraftView view) {
        return new CorrectionResource(
                view.version(),
                view.asked() == null ? "" : view.asked().number().value(),
                view.asked() == null ? "" : view.asked().questions(),
                view.answers().typed(form.definition()),
                changes(actor, view.application(), view.application().answers(), view.answers()),
                issues(view.errors(), view.refusals()),
                view.version() == 0 ? null : view.lastChangedBy().displayName(),
                view.version() == 0 ? null : view.lastChangedAt());
    }

    /** What differs, in the order of the form, as this reader may see it. */
    List<AnswerChange> changes(Actor actor, DpdApplication application, FormValues before, FormValues after) {
        Map<String, Object> was = shown(actor, application, before);
        Map<String, Object> is = shown(actor, application, after);
        return form.definition().fields().stream()
                .map(FormField::key)
                .filter(key -> !Objects.equals(was.get(key), is.get(key)))
                .map(key -> new AnswerChange(key, was.get(key), is.get(key)))
                .toList();
    }

    private List<Issue> issues(DpdApplication application) {
        if (application.status() != ApplicationStatus.DRAFT) {
            return List.of();
        }
        DpdDrafts.Problems problems = drafts.problems(application);
        return issues(problems.errors(), problems.refusals());
    }

    private List<Issue> issues(List<FieldError> errors, List<Rejection> refusals) {
        Locale locale = LocaleContextHolder.getLocale();
        return Stream.concat(
                        issues.of(form.definition(), errors, locale).stream(), issues.of(refusals, locale).stream())
                .toList();
    }

    private @Nullable String nameOf(@Nullable PersonId person) {
        return Optional.ofNullable(person)
                .flatMap(directory::findPerson)
                .map(Person::displayName)
                .orElse(null);
    }
}
