package be.designations.management.web;

import be.designations.access.QualityId;
import be.designations.directory.PersonId;
import be.designations.management.UserTask;
import be.designations.management.Verdict;
import be.designations.management.Verdict.Outcome;
import be.designations.rules.Rejection;
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
record UserResult(
        UUID key,
        UUID actor,
        UUID quality,
        UserTask task,
        @Nullable String subdivision,
        String list,
        List<Line> lines) implements Serializable {

    private static final String ATTRIBUTE = UserResult.class.getName();

    UserResult {
        lines = List.copyOf(lines);
    }

    /** A verdict in what can be written into a session. */
    record Line(
            UUID person,
            @Nullable String name,
            Outcome outcome,
            List<String> roles,
            @Nullable String rule,
            List<String> arguments)
            implements Serializable {

        static Line of(Verdict verdict) {
            Rejection why = verdict.why();
            return new Line(
                    verdict.person().value(),
                    verdict.name(),
                    verdict.outcome(),
                    verdict.roles(),
                    why == null ? null : why.code(),
                    why == null
                            ? List.of()
                            : why.arguments().stream().map(String::valueOf).toList());
        }

        Verdict verdict() {
            return new Verdict(
                    new PersonId(person),
                    name,
                    outcome,
                    roles,
                    rule == null ? null : Rejection.of(rule, arguments.toArray()));
        }
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

    List<Verdict> verdicts() {
        return lines.stream().map(Line::verdict).toList();
    }
}
