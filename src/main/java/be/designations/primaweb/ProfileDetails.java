package be.designations.primaweb;

import be.designations.access.Translated;
import java.util.Set;

/** What somebody makes a profile to be. */
public record ProfileDetails(Translated name, Set<String> functions) {

    public ProfileDetails {
        functions = Set.copyOf(functions);
    }

    /** On one line, nothing around it, and none of the characters that the database refuses. */
    ProfileDetails tidy() {
        return new ProfileDetails(
                new Translated(oneLine(name.fr()), oneLine(name.nl()), oneLine(name.de())), functions);
    }

    private static String oneLine(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
