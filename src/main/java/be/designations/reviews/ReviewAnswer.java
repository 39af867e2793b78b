package be.designations.reviews;

/** What became of a right in a review; none while it waits. */
public enum ReviewAnswer {
    CONFIRMED,
    TAKEN_BACK,
    /** It ended by another decision, or by its period. */
    ENDED,
    /** The campaign ended it: nobody had confirmed it. */
    NOT_CONFIRMED,
    /** Nobody answered, and the campaign ends nothing. */
    UNANSWERED
}
