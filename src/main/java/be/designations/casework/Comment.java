package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said about a dossier, beside what is done in it. It never changes; its author may take the words away
 * for a while, and that they did so stays. <i>Source: D89.</i>
 *
 * @param inPlaceOf whose deputy its author was (D84), or null
 * @param side      where its author works
 * @param internal  whether only that side reads it; else everybody who sees the dossier does
 * @param words     1 to {@link #LONGEST} characters, or null once it was withdrawn
 * @param mentioned who was told of it
 */
public record Comment(
        CommentId id,
        PersonId author,
        @Nullable PersonId inPlaceOf,
        Side side,
        boolean internal,
        @Nullable String words,
        Set<PersonId> mentioned,
        Instant writtenAt,
        @Nullable Instant withdrawnAt) {

    /** In characters. */
    public static final int LONGEST = 2000;

    /** So many people are mentioned in one at most. */
    public static final int MOST_MENTIONED = 5;

    /** So many are written in one dossier at most. */
    static final int MOST = 300;

    /** For so long its author may withdraw it. */
    public static final Duration WITHDRAWABLE = Duration.ofHours(1);

    public Comment {
        mentioned = Set.copyOf(mentioned);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether that person may still withdraw it. */
    public boolean mayWithdraw(PersonId person, Instant now) {
        return author.equals(person) && !isWithdrawn() && now.isBefore(writtenAt.plus(WITHDRAWABLE));
    }

    /** Whether that is the same, said once more: a second click. */
    boolean says(NewComment said, Side from) {
        return side == from
                && internal == said.internal()
                && said.words().equals(words)
                && mentioned.equals(said.mentioned());
    }
}
