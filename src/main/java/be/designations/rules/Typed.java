package be.designations.rules;

import java.util.regex.Pattern;

/**
 * What people type, as it is kept: without control characters and halves of surrogate pairs, which the database refuses or turns
 * into question marks, without what XML, and so a PDF, cannot hold, and without the signs that turn the direction of what follows,
 * by which one name shows as another.
 */
public final class Typed {

    private static final String TURNING = "\\u202A-\\u202E\\u2066-\\u2069";

    /** What no text has that is kept, as a part of a class of characters. */
    public static final String UNFIT = "\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF" + TURNING;

    private static final Pattern TURNS = Pattern.compile("[" + TURNING + "]+");
    private static final Pattern IN_A_LINE = Pattern.compile("[\\s" + UNFIT + "]+");
    private static final Pattern IN_LINES = Pattern.compile("[" + UNFIT + "&&[^\n]]+");

    private Typed() {}

    /** On one line, with one space where there was more or something unfit, and none around it. */
    public static String line(String typed) {
        return IN_A_LINE.matcher(unturned(typed)).replaceAll(" ").strip();
    }

    /** With the line ends that it has. */
    public static String lines(String typed) {
        return IN_LINES.matcher(unturned(typed).replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" ")
                .strip();
    }

    /** Without the signs that turn the direction alone: they come along with what is copied, nobody sees them, and nothing takes their place. */
    public static String unturned(String typed) {
        return TURNS.matcher(typed).replaceAll("");
    }
}
