package be.designations.requests;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Desk;
import be.designations.casework.Desks;
import be.designations.casework.QualityDesk;
import be.designations.casework.Tone;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.notification.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Somebody asks for a right in an entity, or for a working relationship with it together with the right; whoever manages the
 * quality answers. <i>Source: B4 (self-registration), D43, D44.</i>
 */
@Component
public class RightRequestCase implements CaseType<RightRequest> {

    static final CaseKind KIND = new CaseKind("RIGHT_REQUEST", "RQR");
    public static final WorkKind DECIDE = new WorkKind(
            "DECIDE_RIGHT_REQUEST",
            RightRequestProcess.KEY,
            "task_decide-request",
            Desk.QUALITY_MANAGERS,
            "right-request",
            5);

    private static final String NOT_A_MANAGER = "requests.not-a-manager";

    private final RightRequests requests;
    private final QualityDesk desk;
    private final Capacities capacities;

    RightRequestCase(RightRequests requests, QualityDesk desk, Capacities capacities) {
        this.requests = requests;
        this.desk = desk;
        this.capacities = capacities;
    }

    @Override
    public String key() {
        return RightRequestProcess.KEY;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<RightRequestStatus> statuses() {
        return List.of(RightRequestStatus.values());
    }

    @Override
    public Class<RightRequest> content() {
        return RightRequest.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of(DECIDE);
    }

    @Override
    public List<CaseStep<RightRequest, ?>> steps() {
        return List.of(
                step("grant", "right-grant", RightGrant.class)
                        .described(
                                "Grant the right",
                                "Whoever manages the quality sets the period and the context. Where nothing ties the person to the "
                                        + "entity, the working relationship is declared at once. Never for oneself.")
                        .doing(DECIDE, NOT_A_MANAGER)
                        .unless(requests::hindrance)
                        .whileIt(RightRequest::isOpen)
                        .performing(requests::grant),
                step("refuse", "right-refusal", RightRefusal.class)
                        .described(
                                "Refuse the right", "Whoever manages the quality, with a reason that the person reads.")
                        .doing(DECIDE, NOT_A_MANAGER)
                        .unless(requests::hindrance)
                        .whileIt(RightRequest::isOpen)
                        .secondary()
                        .performing(requests::refuse),
                step("close", "right-request-end", RightRequestEnd.class)
                        .described(
                                "Close the request: the person has the right already",
                                "Whoever manages the quality, once the person has such a right by another decision.")
                        .doing(DECIDE, NOT_A_MANAGER)
                        .unless(requests::hindrance)
                        .whileIt(requests::isNeedless)
                        .secondary()
                        .performing(requests::close),
                step("withdraw", "right-request-end", RightRequestEnd.class)
                        .described("Withdraw the request", "Whoever asked, until it is decided.")
                        .by(RightRequests::notTheAsker)
                        .whileIt(RightRequest::isOpen)
                        .irrevocable()
                        .performing(requests::withdraw));
    }

    @Override
    public Optional<RightRequest> find(CaseId dossier) {
        return requests.find(dossier);
    }

    @Override
    public RightRequest lock(CaseFile dossier) {
        return requests.lock(dossier);
    }

    /** Whoever asked, and those who manage the quality or its entity. */
    @Override
    public CaseList.Seen seenBy(Actor actor) {
        List<Capacity> held = capacities.openingTo(actor);
        return CaseList.Seen.of(KIND, Desks.ofWholeEntities(held, CapacityKind.QUALITY_MANAGERS))
                .orOf(Desks.ofQualities(held, CapacityKind.QUALITY_MANAGERS))
                .orOpenedBy(actor.person());
    }

    @Override
    public List<PersonId> people(RightRequest request) {
        return List.of(request.person(), request.lastChangedBy());
    }

    @Override
    public Tone tone(String event) {
        return statuses().stream()
                .filter(status -> status.isLast() && status.code().equals(event))
                .map(RightRequestStatus::tone)
                .findFirst()
                .orElse(Tone.NEUTRAL);
    }

    /** The managers; when it is late those of the entity too (D14). */
    @Override
    public Collection<Recipient> reminded(WorkItemDue due, Recipient usual) {
        return desk.reminded(due, usual);
    }
}
