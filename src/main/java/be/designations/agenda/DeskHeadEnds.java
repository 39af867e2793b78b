package be.designations.agenda;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.Desk;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ends what the head of a desk is once another organisation has it, unless that person works there too (D104). */
@Component
public class DeskHeadEnds {

    private final DeskHeadStore heads;
    private final PresentHeads present;
    private final AccessModel access;
    private final AuditLog audit;

    DeskHeadEnds(DeskHeadStore heads, PresentHeads present, AccessModel access, AuditLog audit) {
        this.heads = heads;
        this.present = present;
        this.access = access;
        this.audit = audit;
    }

    /** Holds other changes of that desk back until this transaction ends. */
    public void hold(Desk desk) {
        heads.lock(desk);
    }

    /** @param takenOver when the other organisation had the desk; a head who was designated since stays */
    public void endIfGone(Desk desk, Instant takenOver) {
        hold(desk);
        heads.current(desk)
                .filter(head -> head.from().isBefore(takenOver) && !present.worksAt(head.person(), desk))
                .ifPresent(head -> {
                    BasisId basis = access.save(Basis.of(null, "desk-taken-over", null, takenOver, null, null));
                    heads.end(head, takenOver, basis);
                    audit.record(AuditEvent.of("agenda.head-dismissed", "desk-head", head.id())
                            .changing(
                                    Map.of("desk", desk, "person", head.person().value()), null)
                            .justifiedBy(basis.value()));
                });
    }
}
