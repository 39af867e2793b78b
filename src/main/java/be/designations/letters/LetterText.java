package be.designations.letters;

import be.designations.directory.Language;

/**
 * The text of a letter in one language. What is in braces is a {@link LetterWord} by its code; a line that is empty parts
 * paragraphs; a paragraph with a word that has nothing to say is left out.
 */
public record LetterText(Language language, String title, String body) {

    /**
     * The field of the form where it is typed.
     *
     * @param what {@code title} or {@code body}
     */
    public static String field(String what, Language language) {
        return what + language.name().charAt(0) + language.code().substring(1);
    }
}
