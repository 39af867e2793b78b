package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.casework.Attachment;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Desk;
import be.designations.casework.Handled;
import be.designations.casework.TimelineEntry;
import be.designations.casework.Tone;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.notification.SentMail;
import be.designations.rules.NotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A principal access manager is designated; support verifies the mandate where the register does not show it (S003). */
@Component
public class PrincipalManagerCase implements CaseType<PrincipalManagerRequest> {

    static final CaseKind KIND = new CaseKind("PRINCIPAL_MANAGER", "GAP");
    public static final WorkKind VERIFY_MANDATE = new WorkKind(
            "VERIFY_MANDATE",
            PrincipalManagerProcess.KEY,
            "task_verify-mandate",
            Desk.SUPPORT,
            "mandate-verification",
            10);

    private final MandateVerdicts verdicts;
    private final DesignationDossiers dossiers;
    private final PrincipalManagerRequests requests;
    private final PrincipalManagerAccess access;
    private final AccessModel accessModel;

    PrincipalManagerCase(
            MandateVerdicts verdicts,
            DesignationDossiers dossiers,
            PrincipalManagerRequests requests,
            PrincipalManagerAccess access,
            AccessModel accessModel) {
        this.verdicts = verdicts;
        this.dossiers = dossiers;
        this.requests = requests;
        this.access = access;
        this.accessModel = accessModel;
    }

    @Override
    public String key() {
        return PrincipalManagerProcess.KEY;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<RequestStatus> statuses() {
        return List.of(RequestStatus.values());
    }

    @Override
    public Class<PrincipalManagerRequest> content() {
        return PrincipalManagerRequest.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of(VERIFY_MANDATE);
    }

    @Override
    public List<CaseStep<PrincipalManagerRequest, ?>> steps() {
        return List.of(
                step("verification", "mandate-verification", MandateVerification.class)
                        .described(
                                "Verify a mandate",
                                "Support, four eyes: not whoever asked, not whoever would be designated, nobody who holds "
                                        + "something in that entity. A refusal has a reason. Accepted, the manager is designated, and replaces the one of that "
                                        + "version only.")
                        .doing(VERIFY_MANDATE, "principalmanager.not-of-support")
                        .unless(access::hindrance)
                        .whileIt(request -> request.status() == RequestStatus.AWAITING_VERIFICATION)
                        .onWhatWasSeen() // Nobody is replaced unseen.
                        .performing(verdicts::verify),
                step("withdraw", "principal-manager-withdrawal", PrincipalManagerWithdrawal.class)
                        .formerly("withdraw-request", "withdrawal")
                        .described("Take a request back", "As long as it waits: whoever made it.")
                        .by(access::notTheRequester)
                        .whileIt(request -> request.status().isOpen())
                        .irrevocable()
                        .performing(verdicts::withdraw));
    }

    @Override
    public Optional<PrincipalManagerRequest> find(CaseId dossier) {
        return requests.find(dossier);
    }

    /** With the entity: one designation at a time. */
    @Override
    public PrincipalManagerRequest lock(CaseFile dossier) {
        accessModel.lock(dossier.organisation());
        return requests.lock(dossier.id()).orElseThrow(() -> new NotFoundException("dossier"));
    }

    /** While it waits, what may have changed is who manages the entity. */
    @Override
    public Handled lastHandled(PrincipalManagerRequest request) {
        return request.status().isOpen() ? verdicts.lastDesignation(request) : Handled.of(request);
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        return access.isSupport(actor)
                ? CaseList.Seen.all(KIND)
                : CaseList.Seen.of(KIND, access.entitiesOf(actor)).orOpenedBy(actor.person());
    }

    @Override
    public Set<OrganisationId> partialIn(Actor actor) {
        return access.partialIn(actor);
    }

    @Override
    public List<PersonId> people(PrincipalManagerRequest request) {
        return Stream.of(request.requestedBy(), request.formerManager())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Tone tone(String event) {
        return switch (event) {
            case "principal-manager.designated",
                    "principal-manager.mandate-verified",
                    "principal-manager.register-answered" -> Tone.POSITIVE;
            case "principal-manager.not-recognised",
                    "principal-manager.mandate-refused",
                    "principal-manager.overtaken",
                    "principal-manager.withdrawn" -> Tone.NEGATIVE;
            default -> Tone.NEUTRAL;
        };
    }

    @Override
    public List<TimelineEntry> timeline(Actor reader, PrincipalManagerRequest request, List<TimelineEntry> all) {
        return dossiers.timeline(reader, request, all);
    }

    @Override
    public List<SentMail> mails(Actor reader, PrincipalManagerRequest request, List<SentMail> all) {
        return dossiers.mails(reader, request, all);
    }

    @Override
    public List<Attachment> documents(Actor reader, PrincipalManagerRequest request) {
        return dossiers.documents(reader, request);
    }
}
