package be.designations.casework.persistence;

import be.designations.casework.DossierFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions by which dossiers are sought. Nothing that a user typed becomes part of a statement.
 *
 * @param id           column with the id of the dossier
 * @param organisation column with the organisation that it is about
 * @param names        condition that the organisation is one of those, {@code %s}
 * @param numbers      condition that the words {@code %s} are in its number
 * @param about        condition that it is about one of the people {@code %s}; null where the reader does not see names
 */
record SoughtDossiers(
        String id,
        String organisation,
        String names,
        String numbers,
        @Nullable String about) {

    /** Fewer letters begin the names of too many. */
    private static final int LETTERS_OF_A_NAME = 3;

    /** Every word typed, as the beginning of one; nothing that can be typed is more than letters and digits. */
    private static final String WORDS =
            "to_tsquery('simple', replace(nullif(%s(cast(:%s as text)), ''), ' ', ':* & ') || ':*')";

    /** Conditions, each with “and” in front. */
    String conditions(DossierFilter sought, Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        sought.number().ifPresent(number -> conditions
                .append(" and ")
                .append(id)
                .append(" = (select n.id from case_file n where n.dossier_number = :")
                .append(parameter(parameters, number.value()))
                .append(")"));
        sought.organisation().ifPresent(number -> conditions
                .append(" and ")
                .append(organisation)
                .append(" = (select n.id from organisation n where n.enterprise_number = :")
                .append(parameter(parameters, number.value()))
                .append(")"));
        sought.words().ifPresent(words -> conditions.append(matching(words, parameters)));
        if (sought.province() != null) {
            conditions
                    .append(
                            " and exists (select from organisation n join municipality m on m.nis_code = n.nis_code where n.id = ")
                    .append(organisation)
                    .append(" and m.province_fr = :")
                    .append(parameter(parameters, sought.province().nameFr()))
                    .append(")");
        }
        if (sought.language() != null) {
            conditions
                    .append(" and exists (select from organisation n where n.id = ")
                    .append(organisation)
                    .append(" and n.letter_language = :")
                    .append(parameter(parameters, sought.language().code()))
                    .append(")");
        }
        return conditions.toString();
    }

    /**
     * Names are looked up once for the whole statement; only words with a digit are sought in numbers. Where they can be nowhere
     * but in the names of organisations, the planner is left to choose between the dossiers of the few and the order of the list.
     */
    private String matching(String typed, Map<String, Object> parameters) {
        String parameter = parameter(parameters, typed);
        String words = WORDS.formatted("plain_text", parameter);
        String named = """
                select n.id from organisation n
                 where to_tsvector('simple', plain_text(n.name_fr || ' ' || n.name_nl || ' ' || n.name_de)) @@ %s""".formatted(words);
        List<String> places = new ArrayList<>();
        if (typed.chars().anyMatch(Character::isDigit)) {
            places.add(numbers.formatted(words));
        }
        if (about != null && typed.length() >= LETTERS_OF_A_NAME) {
            places.add(about.formatted("""
                    select p.id from person p where person_words(p.first_name, p.last_name) @@ %s""".formatted(WORDS.formatted("plain_name", parameter))));
        }
        if (places.isEmpty()) {
            return " and " + organisation + " in (" + named + " offset 0)";
        }
        places.add(names.formatted(named));
        return " and (" + String.join(" or ", places) + ")";
    }

    /** A name that no other parameter has. */
    private static String parameter(Map<String, Object> parameters, Object value) {
        String name = "sought" + parameters.size();
        parameters.put(name, value);
        return name;
    }
}
