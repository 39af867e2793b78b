package be.designations.notification;

/** Text for a mail header: a line end in it would start another header. */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    }
}
