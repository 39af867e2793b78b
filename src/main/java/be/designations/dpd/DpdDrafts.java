package be.designations.dpd;

import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.Wait;
import be.designations.casework.Waits;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.forms.FieldError;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads drafts and corrections, for those who file for the CPAS, and what becomes of them. */
@Service
@Transactional(readOnly = true)
public class DpdDrafts {

    private final DpdApplications applications;
    private final DpdApplicationForm form;
    private final SubmissionRules rules;
    private final AnswerStore answers;
    private final DpdCorrections corrections;
    private final Waits waits;
    private final DpdAccess access;
    private final Directory directory;
    private final Cases cases;

    DpdDrafts(
            DpdApplications applications,
            DpdApplicationForm form,
            SubmissionRules rules,
            AnswerStore answers,
            DpdCorrections corrections,
            Waits waits,
            DpdAccess access,
            Directory directory,
            Cases cases) {
        this.applications = applications;
        this.form = form;
        this.rules = rules;
        this.answers = answers;
        this.corrections = corrections;
        this.waits = waits;
        this.access = access;
        this.directory = directory;
        this.cases = cases;
    }

    /**
     * @throws NotFoundException   when the organisation is none of the actor's
     * @throws NotAllowedException when it is no CPAS, or the actor may not file for it
     */
    public CpasProspect prospect(Actor actor, OrganisationId cpas) {
        Organisation organisation = access.requireCpas(actor, cpas);
        String open = null;
        DpdApplications.Standing last = null;
        DpdApplication draft = null;
        for (DpdApplications.Standing standing : applications.standing(cpas)) {
            DpdApplication application = standing.application();
            last = standing;
            if (application.status() == ApplicationStatus.DRAFT) {
                draft = application;
            } else if (ApplicationStatus.OPEN.contains(application.status())) {
                open = standing.number();
            }
        }
        return last == null || last.application().status() != ApplicationStatus.REFUSED
                ? new CpasProspect(organisation, open, draft, null, null)
                : new CpasProspect(
                        organisation,
                        open,
                        draft,
                        last.number(),
                        applications.findDecision(last.application().id()).orElseThrow());
    }

    /**
     * A draft; or what is being corrected, while the file is to be completed (D19).
     *
     * @throws NotFoundException    when there is no such application, or not for this actor
     * @throws AlreadySentException when its answers are not in the hands of the CPAS, or the actor is none of those who file
     */
    public DraftView view(Actor actor, ApplicationId id) {
        DpdApplication application = find(actor, id);
        return switch (application.status()) {
            case DRAFT -> draft(application);
            case AWAITING_COMPLETION ->
                correction(actor, application).orElseThrow(() -> new AlreadySentException(numberOf(application)));
            default -> throw new AlreadySentException(numberOf(application));
        };
    }

    /** What is being corrected, for who may do so now. */
    public Optional<DraftView> correction(Actor actor, DpdApplication application) {
        return application.status() == ApplicationStatus.AWAITING_COMPLETION
                        && access.mayFile(actor, application.organisation())
                ? Optional.of(correction(application))
                : Optional.empty();
    }

    /**
     * The same for who says by its address that a correction is there.
     *
     * @throws NotFoundException   when there is no such application for this actor, or nothing is to be completed
     * @throws NotAllowedException when they may not file
     */
    public DraftView requireCorrection(Actor actor, ApplicationId id) {
        DpdApplication application = find(actor, id);
        access.requireFiler(actor, application);
        return correction(actor, application).orElseThrow(() -> new NotFoundException("correction"));
    }

    /**
     * What keeps a draft from being sent as it is.
     *
     * @param errors   answers that are missing or wrong
     * @param refusals rules that what is answered breaks (D58)
     */
    public record Problems(List<FieldError> errors, List<Rejection> refusals) {}

    /** What is to be mended in that draft, which its reader may see. */
    public Problems problems(DpdApplication draft) {
        FormSubmission checked = form.definition().check(draft.answers());
        return new Problems(checked.errors(), rules.refusals(checked, draft, draft.candidateKnown()));
    }

    private DraftView draft(DpdApplication application) {
        Problems problems = problems(application);
        return new DraftView(
                application,
                application.answers(),
                application.version(),
                directory.organisation(application.organisation()),
                directory.person(application.draftedBy()),
                directory.person(Objects.requireNonNullElse(application.lastChangedBy(), application.draftedBy())),
                application.lastChangedAt(),
                null,
                previousNumber(application),
                problems.errors(),
                problems.refusals());
    }

    private DraftView correction(DpdApplication application) {
        Correction begun = answers.findCorrection(application.id()).orElse(null);
        FormValues typed = begun == null ? application.answers() : begun.answers();
        FormSubmission checked = form.definition().check(typed);
        Wait asked = waits.of(application.sent().caseId()).stream()
                .filter(Wait::isOpen)
                .findFirst()
                .orElseThrow();
        // What was accepted once is not refused because time has passed.
        boolean unchanged = typed.equals(application.answers());
        return new DraftView(
                application,
                typed,
                begun == null ? 0 : begun.version(),
                directory.organisation(application.organisation()),
                directory.person(application.draftedBy()),
                directory.person(begun == null ? application.sent().submittedBy() : begun.changedBy()),
                begun == null ? application.lastChangedAt() : begun.changedAt(),
                new DraftView.Asked(numberOf(application), asked.why()),
                previousNumber(application),
                unchanged ? List.of() : checked.errors(),
                unchanged ? List.of() : corrections.refusals(checked, application, begun));
    }

    /**
     * An application, whether it is a draft still or was sent.
     *
     * @throws NotFoundException when there is none, or not for this actor
     */
    public DpdApplication find(Actor actor, ApplicationId id) {
        return access.visible(actor, id);
    }

    /** The draft that the CPAS has; none for somebody who may not file for it. */
    public Optional<DpdApplication> findDraft(Actor actor, OrganisationId cpas) {
        return applications.findDraft(cpas).filter(draft -> access.maySee(actor, draft));
    }

    /** The dossier of the refused application that this one follows, or null. */
    @Nullable
    String previousNumber(DpdApplication application) {
        return Optional.ofNullable(application.previous())
                .flatMap(applications::find)
                .map(this::numberOf)
                .map(DossierNumber::value)
                .orElse(null);
    }

    private DossierNumber numberOf(DpdApplication sent) {
        return cases.find(sent.sent().caseId()).map(CaseFile::number).orElseThrow();
    }
}
