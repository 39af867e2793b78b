package be.designations.management.web.rights;

import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Verdict;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the last change of rights by somebody came to, as kept in the session: its page can be read again, and the same form sent
 * twice is told the same and does nothing more.
 *
 * @param key  of the form that was sent
 * @param task by whose code the page speaks of it, as in {@link be.designations.management.UserTask}
 */
public record RightsResult(UUID key, UUID actor, String entity, String task, List<Verdict> verdicts)
        implements Serializable {

    private static final String ATTRIBUTE = RightsResult.class.getName();

    public RightsResult {
        verdicts = List.copyOf(verdicts);
    }

    static Optional<RightsResult> in(HttpSession session, PersonId actor, EnterpriseNumber entity) {
        return session.getAttribute(ATTRIBUTE) instanceof RightsResult result
                        && result.actor().equals(actor.value())
                        && result.entity().equals(entity.value())
                ? Optional.of(result)
                : Optional.empty();
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
