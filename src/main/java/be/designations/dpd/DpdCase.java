package be.designations.dpd;

import be.designations.casework.Attachment;
import be.designations.casework.CaseColumn;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Desk;
import be.designations.casework.Folder;
import be.designations.casework.Handled;
import be.designations.casework.OwnColumns;
import be.designations.casework.Tone;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdAnswers.DpdCompletion;
import be.designations.dpd.DpdAnswers.DpdCompletionRequest;
import be.designations.dpd.DpdAnswers.DpdDecision;
import be.designations.dpd.DpdAnswers.DpdOpinion;
import be.designations.dpd.DpdAnswers.DpdWithdrawal;
import be.designations.notification.AddressBook;
import be.designations.notification.Recipient;
import be.designations.rules.NotFoundException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The application of a CPAS for its data protection officer, from the day on which it is sent (S002 §1). */
@Component
public class DpdCase implements CaseType<DpdApplication> {

    static final CaseKind KIND = new CaseKind("DPD_DESIGNATION", "DPD");
    public static final WorkKind GIVE_OPINION = new WorkKind(
                    "GIVE_OPINION", DpdDesignationProcess.KEY, "task_give-opinion", Desk.BCSS, "opinion", 10)
            .pausing();
    public static final WorkKind COMPLETE_FILE = new WorkKind(
                    "COMPLETE_FILE", DpdDesignationProcess.KEY, "task_complete-file", Desk.FILERS, "completion", 20)
            .lapsing();
    public static final WorkKind DECIDE =
            new WorkKind("DECIDE", DpdDesignationProcess.KEY, "task_decide", Desk.SPP_IS, "decision", 10);

    private static final String NOT_A_FILER = "dpd.not-a-filer";
    private static final String NOT_A_REVIEWER = "dpd.not-a-reviewer";

    private final DpdDecisions decisions;
    private final DpdApplications applications;
    private final AnswerStore answers;
    private final DpdAccess access;
    private final DpdDocuments documents;
    private final DpdDossiers dossiers;
    private final AddressBook addresses;

    DpdCase(
            DpdDecisions decisions,
            DpdApplications applications,
            AnswerStore answers,
            DpdAccess access,
            DpdDocuments documents,
            DpdDossiers dossiers,
            AddressBook addresses) {
        this.decisions = decisions;
        this.applications = applications;
        this.answers = answers;
        this.access = access;
        this.documents = documents;
        this.dossiers = dossiers;
        this.addresses = addresses;
    }

    @Override
    public String key() {
        return DpdDesignationProcess.KEY;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    /** A draft is no dossier yet. */
    @Override
    public List<ApplicationStatus> statuses() {
        return Arrays.stream(ApplicationStatus.values())
                .filter(status -> status != ApplicationStatus.DRAFT)
                .toList();
    }

    @Override
    public Class<DpdApplication> content() {
        return DpdApplication.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of(GIVE_OPINION, COMPLETE_FILE, DECIDE);
    }

    @Override
    public List<CaseStep<DpdApplication, ?>> steps() {
        return List.of(
                step("opinion", "dpd-opinion", DpdOpinion.class)
                        .described(
                                "Give the opinion",
                                "BCSS: with its reasons. The register is adapted, and SPP IS is asked to decide.")
                        .doing(GIVE_OPINION, NOT_A_REVIEWER)
                        .unless(access::partiality)
                        .whileIt(it -> it.status() == ApplicationStatus.AWAITING_OPINION)
                        .performing(decisions::giveOpinion),
                step("completion-request", "dpd-completion-request", DpdCompletionRequest.class)
                        .formerly("completion-requests")
                        .described("Ask the CPAS to complete the file", "BCSS: instead of an opinion.")
                        .doing(GIVE_OPINION, NOT_A_REVIEWER)
                        .unless(access::partiality)
                        .whileIt(it -> it.status() == ApplicationStatus.AWAITING_OPINION)
                        .secondary()
                        .performing(decisions::askCompletion),
                step("decision", "dpd-decision", DpdDecision.class)
                        .described(
                                "Decide",
                                "SPP IS: approves, or refuses with a reason. After an approval the mandate starts, and the "
                                        + "principal access manager of the CPAS is asked to change the local manager.")
                        .doing(DECIDE, "dpd.not-an-approver")
                        .unless((actor, it) -> access.partiality(actor, it).or(() -> access.hasAdvised(actor, it)))
                        .whileIt(it -> it.status() == ApplicationStatus.AWAITING_DECISION)
                        .performing(decisions::decide),
                step("complete", "dpd-completion", DpdCompletion.class)
                        .formerly("completion")
                        .described(
                                "Complete the file",
                                "The CPAS: answers the questions of BCSS; the file goes back there, with its answers to the form as they "
                                        + "were corrected (/dpd-applications/{id}/correction).")
                        .doing(COMPLETE_FILE, NOT_A_FILER)
                        .whileIt(it -> it.status() == ApplicationStatus.AWAITING_COMPLETION)
                        .withDocuments()
                        .performing(decisions::complete),
                step("withdraw", "dpd-withdrawal", DpdWithdrawal.class)
                        .formerly("withdrawal")
                        .described("Withdraw the application", "The CPAS: possible until the decision.")
                        .by(Desk.FILERS, NOT_A_FILER)
                        .whileIt(it -> ApplicationStatus.OPEN.contains(it.status()))
                        .irrevocable()
                        .performing(decisions::withdraw));
    }

    @Override
    public Optional<DpdApplication> find(CaseId dossier) {
        return applications.find(dossier);
    }

    @Override
    public DpdApplication lock(CaseFile dossier) {
        return applications.lock(dossier.id()).orElseThrow(() -> new NotFoundException("dossier"));
    }

    /** Whoever corrected the answers last, while they are corrected. */
    @Override
    public Handled lastHandled(DpdApplication application) {
        return answers.findCorrection(application.id())
                .map(correction -> new Handled(correction.changedBy(), correction.changedAt()))
                .orElseGet(() -> Handled.of(application));
    }

    @Override
    public OwnColumns columns() {
        return new OwnColumns(
                "dpd_dossier",
                List.of(
                        CaseColumn.code("dpd.opinion", "FAVOURABLE", "UNFAVOURABLE"),
                        CaseColumn.day("dpd.mandate-until")));
    }

    /** The desks see all; the CPAS its own; the candidate theirs. */
    @Override
    public CaseList.Seen seenBy(Actor actor) {
        return access.seesEveryCase(actor)
                ? CaseList.Seen.all(KIND)
                : CaseList.Seen.of(KIND, Set.copyOf(access.casesSeenOf(actor))).orAbout(actor.person());
    }

    @Override
    public Set<OrganisationId> partialIn(Actor actor) {
        return access.partialIn(actor);
    }

    @Override
    public List<PersonId> people(DpdApplication application) {
        return List.of(application.sent().candidate(), application.sent().submittedBy());
    }

    @Override
    public Folder folder(Actor actor, DpdApplication application) {
        return documents.folder(actor, application);
    }

    @Override
    public List<Attachment> documents(Actor reader, DpdApplication application) {
        return documents.seenBy(reader, application);
    }

    @Override
    public boolean isUnsent(DpdApplication application, Attachment file) {
        return DpdDocuments.isUnsent(application, file);
    }

    @Override
    public boolean warns(DpdApplication application) {
        return !dossiers.warnings(application).isEmpty();
    }

    @Override
    public Tone tone(String event) {
        return switch (event) {
            case "dpd.opinion-favourable", "dpd.approved", "dpd.completed" -> Tone.POSITIVE;
            case "dpd.opinion-unfavourable", "dpd.refused", "dpd.withdrawn", "dpd.lapsed", "dpd.change-stopped" ->
                Tone.NEGATIVE;
            default -> Tone.NEUTRAL;
        };
    }

    /** SPP IS is told too when the opinion is late. */
    @Override
    public Collection<Recipient> reminded(WorkItemDue due, Recipient usual) {
        return due.overdue() && due.item().kind().equals(GIVE_OPINION)
                ? List.of(usual, addresses.desk(OrganisationKind.SPP_IS))
                : List.of(usual);
    }
}
