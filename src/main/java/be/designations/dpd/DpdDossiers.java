package be.designations.dpd;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.NationalRegister;
import be.designations.directory.PersonId;
import be.designations.forms.FormSubmission;
import be.designations.identifier.Niss;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads dossiers, each as the reader may see it. */
@Service
@Transactional(readOnly = true)
public class DpdDossiers {

    private final DpdApplications applications;
    private final AnswerStore answers;
    private final DpdRegister register;
    private final DpdApplicationForm form;
    private final DpdAccess access;
    private final Directory directory;
    private final NationalRegister nationalRegister;
    private final DpdDrafts drafts;
    private final Clock clock;

    DpdDossiers(
            DpdApplications applications,
            AnswerStore answers,
            DpdRegister register,
            DpdApplicationForm form,
            DpdAccess access,
            Directory directory,
            NationalRegister nationalRegister,
            DpdDrafts drafts,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.register = register;
        this.form = form;
        this.access = access;
        this.directory = directory;
        this.nationalRegister = nationalRegister;
        this.drafts = drafts;
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
                drafts.previousNumber(application),
                versions(reader, application),
                access.seesEveryCase(reader) ? warnings(application) : List.of(),
                access.maySeeNiss(reader, application),
                application.status() == ApplicationStatus.REFUSED
                        && access.mayFile(reader, application.organisation()));
    }

    /** A candidate does not read what was sent of another one before. */
    private List<SentAnswers> versions(Actor reader, DpdApplication application) {
        if (application.answersRemovedAt() != null) {
            return List.of();
        }
        List<SentAnswers> sent = answers.versions(application.id());
        if (sent.size() < 2 || access.seesWhole(reader, application)) {
            return sent;
        }
        Niss candidate = directory.person(application.sent().candidate()).niss();
        return sent.stream()
                .filter(version -> Niss.parse(version.answers().text("candidateNiss"))
                        .filter(candidate::equals)
                        .isPresent())
                .toList();
    }

    /** What whoever decides should weigh now (D12). */
    List<Warning> warnings(DpdApplication application) {
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
