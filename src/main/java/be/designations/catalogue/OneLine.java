package be.designations.catalogue;

import be.designations.access.Translated;
import be.designations.rules.Typed;

/** Texts as they are kept, on one line. */
final class OneLine {

    private OneLine() {}

    static String of(String typed) {
        return Typed.line(typed);
    }

    static Translated of(Translated typed) {
        return new Translated(of(typed.fr()), of(typed.nl()), of(typed.de()));
    }
}
