package be.designations.dpd;

import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.forms.FormSubmission;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads drafts, for those who file for the CPAS, and what becomes of them. */
@Service
@Transactional(readOnly = true)
public class DpdDrafts {

    private final DpdApplications applications;
    private final DpdApplicationForm form;
    private final SubmissionRules rules;
    private final DpdAccess access;
    private final Directory directory;
    private final Cases cases;

    DpdDrafts(
            DpdApplications applications,
            DpdApplicationForm form,
            SubmissionRules rules,
            DpdAccess access,
            Directory directory,
            Cases cases) {
        this.applications = applications;
        this.form = form;
        this.rules = rules;
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
        String refused = null;
        DpdApplication draft = null;
        for (DpdApplications.Standing standing : applications.standing(cpas)) {
            DpdApplication application = standing.application();
            // The last one that was sent counts.
            refused = application.status() == ApplicationStatus.REFUSED ? standing.number() : null;
            if (application.status() == ApplicationStatus.DRAFT) {
                draft = application;
            } else if (ApplicationStatus.OPEN.contains(application.status())) {
                open = standing.number();
            }
        }
        return new CpasProspect(organisation, open, draft, refused);
    }

    /**
     * @throws NotFoundException    when there is no such application, or not for this actor
     * @throws AlreadySentException when it is no draft any more
     */
    public DraftView view(Actor actor, ApplicationId id) {
        DpdApplication application = find(actor, id);
        if (application.status() != ApplicationStatus.DRAFT) {
            throw new AlreadySentException(numberOf(application));
        }
        FormSubmission checked = form.definition().check(application.answers());
        return new DraftView(
                application,
                directory.organisation(application.organisation()),
                directory.person(application.draftedBy()),
                directory.person(Objects.requireNonNullElse(application.lastChangedBy(), application.draftedBy())),
                previousNumber(application),
                checked.errors(),
                checked.hasErrors()
                        ? List.of()
                        : rules.refusals(form.read(application.answers()), application.organisation()));
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
