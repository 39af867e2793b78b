package be.designations.primaweb;

import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions under a name, given to users together. <i>Source: A9.</i>
 *
 * @param everything whether it is “Tous les accès”, which holds each function that there is and belongs to no CPAS (D23)
 * @param name       German may be empty where people do not read German first
 * @param functions  codes, also of functions that were withdrawn since; empty for “Tous les accès”
 * @param version    rises with each change
 * @param changedBy  null for who made the tables
 */
public record Profile(
        ProfileId id,
        boolean everything,
        Translated name,
        Set<String> functions,
        int version,
        Instant changedAt,
        @Nullable PersonId changedBy) {

    public Profile {
        functions = Set.copyOf(functions);
    }

    /** In the language of the reader; in French where it has no German name. */
    public String in(Language language) {
        return called(name, language);
    }

    /** A name in the language of the reader; in French where there is none in German. */
    public static String called(Translated name, Language language) {
        return language == Language.DE && name.de().isEmpty() ? name.fr() : name.in(language);
    }

    /** The codes of the functions that it gives now. */
    public Set<String> functionsOf(FunctionTree tree) {
        return everything ? tree.functions() : tree.known(functions);
    }

    ProfileDetails details() {
        return new ProfileDetails(name, functions);
    }
}
