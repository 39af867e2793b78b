package be.designations.letters;

import java.util.Locale;

/**
 * What a letter can state. In the texts of support staff it stands in braces, by the name that it has in the language of the text:
 * message key {@code letters.word.<code>}, an example at {@code letters.sample.<code>}.
 */
public enum LetterWord {
    /** The name of the entity. */
    ENTITY,
    /** The number of the dossier. */
    DOSSIER,
    /** The day of the letter. */
    DATE,
    /** Who is to become data protection officer. */
    CANDIDATE,
    /** Who is data protection officer. */
    OFFICER,
    /** Hours a week. */
    HOURS,
    OPINION,
    REASON,
    /** The first day. */
    FROM,
    /** The last day. */
    UNTIL,
    /** Who is designated as a manager. */
    MANAGER,
    /** What somebody is made: a manager of that kind, an adjunct of the officer. */
    FUNCTION,
    QUALITY;

    /** As in message keys, and in the stored texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
