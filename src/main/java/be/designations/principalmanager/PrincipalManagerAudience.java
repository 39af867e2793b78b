package be.designations.principalmanager;

import be.designations.casework.CaseAudience;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.Desk;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who sees which dossiers and which work of this module. */
@Component
class PrincipalManagerAudience implements CaseAudience {

    private final PrincipalManagerAccess access;

    PrincipalManagerAudience(PrincipalManagerAccess access) {
        this.access = access;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.PRINCIPAL_MANAGER;
    }

    @Override
    public WorkList.Query workOf(Actor actor) {
        return new WorkList.Query(access.actsForSupport(actor) ? Set.of(Desk.SUPPORT) : Set.of(), Map.of());
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        return new CaseList.Seen(kind(), access.isSupport(actor) ? null : access.entitiesOf(actor), actor.person());
    }
}
