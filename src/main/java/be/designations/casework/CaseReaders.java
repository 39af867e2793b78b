package be.designations.casework;

import be.designations.directory.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which work and which dossiers are an actor's, of every kind. */
@Component
public class CaseReaders {

    private final List<CaseAudience> audiences;

    CaseReaders(List<CaseAudience> audiences) {
        this.audiences = List.copyOf(audiences);
    }

    /** The work of the desks that the actor belongs to in the capacity chosen. */
    public WorkList.Query workOf(Actor actor) {
        return audiences.stream()
                .map(audience -> audience.workOf(actor))
                .reduce(WorkList.Query.NOTHING, WorkList.Query::and);
    }

    /** Which dossiers the actor sees. */
    public List<CaseList.Seen> seenBy(Actor actor) {
        return audiences.stream().map(audience -> audience.seenBy(actor)).toList();
    }

    /** Which dossiers of that kind the actor sees. */
    public List<CaseList.Seen> seenBy(Actor actor, CaseKind kind) {
        return audiences.stream()
                .filter(audience -> audience.kind() == kind)
                .map(audience -> audience.seenBy(actor))
                .toList();
    }

    /** Whether the actor sees that dossier. */
    public boolean sees(Actor actor, CaseFile dossier) {
        return seenBy(actor, dossier.kind()).stream().anyMatch(seen -> seen.covers(dossier));
    }
}
