package be.designations.forms;

/**
 * A posted text made fit for keeping: line ends as one character, white space at both ends gone.
 *
 * @param text without control characters and halves of surrogate pairs, which a database refuses, and without signs that turn the
 *     direction of what follows, by which one name shows as another
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
        String trimmed = trim(raw);
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
                && !turnsDirection(character)
                && character != 0xFFFE
                && character != 0xFFFF;
    }

    private static boolean turnsDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
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
