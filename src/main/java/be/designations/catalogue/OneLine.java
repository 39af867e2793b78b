package be.designations.catalogue;

import be.designations.access.Translated;

/** Texts as they are kept: on one line, nothing around them, and none of the characters that the database refuses. */
final class OneLine {

    private OneLine() {}

    static String of(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    static Translated of(Translated typed) {
        return new Translated(of(typed.fr()), of(typed.nl()), of(typed.de()));
    }
}
