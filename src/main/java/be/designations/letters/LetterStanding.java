package be.designations.letters;

import java.time.Instant;
import java.util.Set;

/** Knows whether what a letter tells still holds; whoever makes letters of a kind that can end brings one. */
public interface LetterStanding {

    Set<LetterKind> kinds();

    /** Asked of letters of these kinds alone. */
    boolean holds(Letter letter, Instant at);
}
