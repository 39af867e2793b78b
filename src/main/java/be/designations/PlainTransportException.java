package be.designations;

import java.util.List;

/** What would go over a network in the clear; says what to set, and no address, in which a password may stand. */
final class PlainTransportException extends RuntimeException {

    private final transient List<String> sentences;

    PlainTransportException(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
