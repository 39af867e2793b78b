package be.designations.casework;

import java.text.Normalizer;

/** Makes names of files fit to be shown and to be given to another computer. */
final class FileNames {

    static final int LONGEST = 120;

    private FileNames() {}

    /** The last part of a path, without characters that cannot be seen; the extension stays when it must be shortened. */
    static String clean(String typed) {
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(character -> Character.isSpaceChar(character) || character == '\t' ? ' ' : character)
                .filter(FileNames::isVisible)
                .forEach(kept::appendCodePoint);
        String name = kept.toString().replaceAll(" {2,}", " ").strip();
        return shortened(name.isEmpty() || name.startsWith(".") ? "document" + name : name);
    }

    /** Characters that turn the direction of writing hide what a name ends with. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot >= 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        // Not between the halves of one character.
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }
}
