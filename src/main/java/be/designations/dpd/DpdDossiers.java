package be.designations.dpd;

import be.designations.casework.Cases;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.NationalRegister;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.forms.FormSubmission;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads dossiers, each as the reader may see it. */
@Service
@Transactional(readOnly = true)
public class DpdDossiers {

    private final DpdApplications applications;
    private final DpdRegister register;
    private final DpdApplicationForm form;
    private final DpdAccess access;
    private final Directory directory;
    private final NationalRegister nationalRegister;
    private final Cases cases;
    private final Clock clock;

    DpdDossiers(
            DpdApplications applications,
            DpdRegister register,
            DpdApplicationForm form,
            DpdAccess access,
            Directory directory,
            NationalRegister nationalRegister,
            Cases cases,
            Clock clock) {
        this.applications = applications;
        this.register = register;
        this.form = form;
        this.access = access;
        this.directory = directory;
        this.nationalRegister = nationalRegister;
        this.cases = cases;
        this.clock = clock;
    }

    /** An application that was sent, for a reader who sees its dossier. */
    public DossierView view(Actor reader, DpdApplication application) {
        return new DossierView(
                application,
                directory.person(application.sent().candidate()),
                applications.findOpinion(application.id()).orElse(null),
                applications.findDecision(application.id()).orElse(null),
                register.findMandate(application.id()).orElse(null),
                previousNumber(application),
                access.seesEveryCase(reader) ? warnings(application) : List.of(),
                access.maySeeNiss(reader, application),
                application.status() == ApplicationStatus.REFUSED
                        && access.mayFile(reader, application.organisation()));
    }

    /**
     * A draft, to fill in.
     *
     * @throws NotFoundException when there is none, or not for this actor
     */
    public DpdApplication draft(Actor actor, ApplicationId id) {
        return access.requireVisible(
                actor, applications.find(id).orElseThrow(() -> new NotFoundException("dpd application")));
    }

    /** The draft that the CPAS has; none for somebody who may not file for it. */
    public Optional<DpdApplication> draftOf(Actor actor, OrganisationId cpas) {
        return applications.findDraft(cpas).filter(draft -> access.maySee(actor, draft));
    }

    private @Nullable String previousNumber(DpdApplication application) {
        return application.previous() == null
                ? null
                : applications
                        .find(application.previous())
                        .flatMap(previous -> cases.find(previous.sent().caseId()))
                        .map(previous -> previous.number().value())
                        .orElse(null);
    }

    private List<Warning> warnings(DpdApplication application) {
        FormSubmission checked = form.definition().check(application.answers());
        if (checked.hasErrors() || application.status().isLast()) {
            return List.of();
        }
        Candidacy candidacy = form.read(application.answers());
        PersonId candidate = application.sent().candidate();
        Instant now = clock.instant();
        String predecessor = register.runningMandate(application.organisation(), now)
                .map(Mandate::person)
                .filter(person -> !person.equals(candidate))
                .map(person -> directory.person(person).displayName())
                .orElse(null);
        String registered = nationalRegister
                .find(candidacy.niss())
                .filter(it -> !it.lastName().equalsIgnoreCase(candidacy.lastName())
                        || !it.firstName().equalsIgnoreCase(candidacy.firstName()))
                .map(it -> it.firstName() + " " + it.lastName())
                .orElse(null);
        return Warning.of(
                candidacy,
                new Warning.Facts(
                        register.hoursElsewhere(candidate, application.organisation(), now), predecessor, registered));
    }
}
