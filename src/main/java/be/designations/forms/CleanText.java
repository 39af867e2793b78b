package be.designations.forms;

import be.designations.rules.Typed;

/**
 * A posted text made fit for keeping: line ends as one character, white space at both ends gone, and {@linkplain Typed#unturned without
 * the signs that turn the direction}.
 *
 * @param text without control characters and halves of surrogate pairs, which a database refuses
 * @param hadForbidden whether some of those had to be taken out
 */
record CleanText(String text, boolean hadForbidden) {

    static CleanText ofLine(String raw) {
        return clean(raw.replace('\t', ' '), false);
    }

    static CleanText ofLines(String raw) {
        return clean(raw.replace("\r\n", "\n").replace('\r', '\n'), true);
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    private static CleanText clean(String raw, boolean lines) {
        String trimmed = trim(Typed.unturned(raw));
        StringBuilder kept = new StringBuilder(trimmed.length());
        trimmed.codePoints().filter(character -> isAllowed(character, lines)).forEach(kept::appendCodePoint);
        boolean hadForbidden = kept.length() != trimmed.length();
        return new CleanText(hadForbidden ? trim(kept.toString()) : trimmed, hadForbidden);
    }

    private static boolean isAllowed(int character, boolean lines) {
        if (lines && (character == '\n' || character == '\t')) {
            return true;
        }
        return !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE
                && character != 0xFFFE
                && character != 0xFFFF;
    }

    /** Unlike {@link String#strip} it takes no-break spaces too, which come with what is pasted. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
