package be.designations.primaweb;

import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a profile must be like: described in Dutch and in French, in German too where people read German first, and in none of
 * them like another one of the CPAS; with a function at least. <i>Source: A9, D61.</i>
 */
final class ProfilePolicy {

    /** Of a description. */
    static final int LONGEST_NAME = 100;

    /** In a CPAS: all of them stand on one page. */
    static final int MOST_PROFILES = 200;

    private ProfilePolicy() {}

    /** @param taken codes of the languages in which another profile is called the same */
    static List<Rejection> check(ProfileDetails details, FunctionTree tree, boolean germanSpeaking, Set<String> taken) {
        List<Rejection> rejections = new ArrayList<>();
        name("nl", details.name().nl(), true, taken, rejections);
        name("fr", details.name().fr(), true, taken, rejections);
        name("de", details.name().de(), germanSpeaking, taken, rejections);
        if (details.functions().stream().anyMatch(code -> tree.find(code).isEmpty())) {
            rejections.add(Rejection.ofField("primaweb.unknown-function", "functions"));
        } else if (tree.known(details.functions()).isEmpty()) {
            rejections.add(Rejection.ofField("primaweb.no-function", "functions"));
        }
        return rejections;
    }

    private static void name(
            String language, String name, boolean needed, Set<String> taken, List<Rejection> rejections) {
        String field = "name." + language;
        String shown = language.toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            if (needed) {
                rejections.add(Rejection.ofField("primaweb.name-required", field, shown));
            }
        } else if (name.length() > LONGEST_NAME) {
            rejections.add(Rejection.ofField("primaweb.name-too-long", field, shown, LONGEST_NAME));
        } else if (taken.contains(language)) {
            rejections.add(Rejection.ofField("primaweb.name-taken", field, shown));
        }
    }
}
