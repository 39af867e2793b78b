package be.designations.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What people call the organisation at a desk, in one language, as it stands in a sentence.
 *
 * @param article in front of it, in the nominative; empty where it has none
 * @param noun    the name itself
 */
record DeskName(Language language, String article, String noun) {

    private static final String VOWELS = "aeiouh";

    /** How a sentence needs it. */
    enum Form {
        /** By itself, as in a label. */
        BARE,
        /** As the subject of a sentence. */
        THE,
        ACCUSATIVE,
        DATIVE,
        OF,
        TO,
        FROM,
        AT
    }

    /** As somebody types it: “le SPP IS”, “l’Agence”, “de POD MI”, “the Agency”. */
    static DeskName of(Language language, String typed) {
        String name = typed.strip().replace('\'', '’');
        String lower = name.toLowerCase(Locale.ROOT);
        for (String article : articles(language)) {
            String before = article.endsWith("’") ? article : article + " ";
            if (lower.startsWith(before) && name.length() > before.length()) {
                return new DeskName(
                        language, article, name.substring(before.length()).strip());
            }
        }
        return new DeskName(language, "", name);
    }

    private static List<String> articles(Language language) {
        return switch (language) {
            case FR -> List.of("le", "la", "l’", "les");
            case NL -> List.of("de", "het");
            case DE -> List.of("der", "die", "das");
            case EN -> List.of("the");
        };
    }

    String as(Form form) {
        if (form == Form.BARE) {
            return noun;
        }
        return switch (language) {
            case FR -> french(form);
            case DE -> german(form);
            case NL, EN -> after(article);
        };
    }

    private String french(Form form) {
        return switch (form) {
            case OF ->
                switch (article) {
                    case "le" -> after("du");
                    case "les" -> after("des");
                    case "" -> beginsWithVowel() ? "d’" + noun : after("de");
                    default -> "de " + after(article);
                };
            case TO ->
                switch (article) {
                    case "le" -> after("au");
                    case "les" -> after("aux");
                    default -> "à " + after(article);
                };
            default -> after(article);
        };
    }

    private String german(Form form) {
        boolean feminine = article.equals("die");
        boolean masculine = article.equals("der");
        if (article.isEmpty()) {
            return switch (form) {
                case OF, FROM -> after("von");
                case TO -> after("zu");
                case AT -> after("bei");
                default -> noun;
            };
        }
        return switch (form) {
            case ACCUSATIVE -> after(masculine ? "den" : article);
            case DATIVE -> after(feminine ? "der" : "dem");
            case OF -> after(feminine ? "der" : "des");
            case TO -> after(feminine ? "zur" : "zum");
            case FROM -> after(feminine ? "von der" : "vom");
            case AT -> after(feminine ? "bei der" : "beim");
            default -> after(article);
        };
    }

    private String after(String word) {
        return word.isEmpty() ? noun : word.endsWith("’") ? word + noun : word + " " + noun;
    }

    private boolean beginsWithVowel() {
        return VOWELS.indexOf(Normalizer.normalize(noun, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .charAt(0))
                >= 0;
    }
}
