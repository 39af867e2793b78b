package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who has a dossier open whose work waits for them: told to those who may do that work, before they type. Whoever cannot do it neither
 * tells nor is told.
 */
@Component
public class Presence {

    /** So long after a page was last heard of it counts as open; one with JavaScript is heard of each minute. */
    private static final Duration HELD_OPEN = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofHours(1);

    private final Presences presences;
    private final Clock clock;

    Presence(Presences presences, Clock clock) {
        this.presences = presences;
        this.clock = clock;
    }

    /** Somebody else who has the dossier open. */
    public record Present(PersonId person, String name, Instant since) {}

    /** Where the rows are. */
    public interface Presences {

        /** Notes that the person has it open; who was away for longer than that comes anew. Answers with the others. */
        List<Present> note(CaseId dossier, PersonId person, Instant at, Instant seenSince);

        void forget(Instant before);
    }

    /** Since when somebody must have been heard of who has a dossier open now. */
    public static Instant seenSince(Instant now) {
        return now.minus(HELD_OPEN);
    }

    /** Notes that the reader has it open, and answers with who else has, the first first. */
    public List<Present> note(Actor reader, CaseView view) {
        if (!view.atDesk()) {
            return List.of();
        }
        Instant now = clock.instant();
        return presences.note(view.dossier().id(), reader.person(), now, seenSince(now));
    }

    /** Forgets who has long closed it. */
    void forget() {
        presences.forget(clock.instant().minus(KEPT));
    }
}
