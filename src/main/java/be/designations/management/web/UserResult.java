package be.designations.management.web;

import be.designations.access.QualityId;
import be.designations.directory.PersonId;
import be.designations.management.UserTask;
import be.designations.management.Verdict;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the last action of somebody came to, as kept in the session: its page can be read again, and the same form sent
 * twice is told the same and does nothing more.
 *
 * @param key of the form that was sent
 */
public record UserResult(
        UUID key,
        UUID actor,
        UUID quality,
        UserTask task,
        @Nullable String subdivision,
        String list,
        List<Verdict> verdicts)
        implements Serializable {

    private static final String ATTRIBUTE = UserResult.class.getName();

    public UserResult {
        verdicts = List.copyOf(verdicts);
    }

    static Optional<UserResult> in(HttpSession session, PersonId actor, QualityId quality) {
        return session.getAttribute(ATTRIBUTE) instanceof UserResult result
                        && result.actor().equals(actor.value())
                        && result.quality().equals(quality.value())
                ? Optional.of(result)
                : Optional.empty();
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
