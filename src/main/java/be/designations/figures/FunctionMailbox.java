package be.designations.figures;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address may be published when it is that of a function and surely nobody’s own: before the @ it has words for a function, the name
 * of the municipality and figures, nothing else; and nowhere in it stands a name of the officer. What is not known as such is taken for a
 * person’s. <i>Source: D72.</i>
 */
final class FunctionMailbox {

    /** What administrations call such mailboxes in the languages of the country. */
    private static final Set<String> FUNCTIONS = Set.of(
            "accueil",
            "action",
            "admin",
            "administration",
            "administratie",
            "avg",
            "contact",
            "cpas",
            "data",
            "datenschutz",
            "datenschutzbeauftragter",
            "delegue",
            "dienst",
            "directie",
            "direction",
            "donnees",
            "dpd",
            "dpo",
            "dsb",
            "dsgvo",
            "empfang",
            "fg",
            "functionaris",
            "gdpr",
            "gegevensbescherming",
            "gemeinde",
            "gemeente",
            "general",
            "greffe",
            "info",
            "information",
            "informatie",
            "ict",
            "it",
            "kontakt",
            "maatschappelijk",
            "mail",
            "ocmw",
            "officer",
            "onthaal",
            "oshz",
            "post",
            "privacy",
            "protection",
            "rgpd",
            "secretariaat",
            "secretariat",
            "securite",
            "security",
            "sekretariat",
            "service",
            "sicherheit",
            "sociaal",
            "social",
            "sociale",
            "sozial",
            "sozialdienst",
            "sozialhilfe",
            "sozialhilfezentrum",
            "veiligheid",
            "veiligheidsconsulent",
            "welzijn");

    private static final Set<String> SMALL_WORDS =
            Set.of("a", "de", "der", "des", "du", "en", "et", "fur", "la", "und", "van", "voor");

    /** Shorter names stand in many words. */
    private static final int SHORTEST_NAME = 3;

    private FunctionMailbox() {}

    /**
     * @param municipality its names
     * @param officer      last and first name of whoever is officer now
     */
    static boolean isSurely(String address, List<String> municipality, List<String> officer) {
        int at = address.indexOf('@');
        if (at < 1 || at != address.lastIndexOf('@') || at == address.length() - 1) {
            return false;
        }
        List<String> words = words(address.substring(0, at)).toList();
        Set<String> place =
                municipality.stream().flatMap(FunctionMailbox::words).collect(Collectors.toSet());
        String whole = plain(address);
        return words.stream().anyMatch(FUNCTIONS::contains)
                && words.stream()
                        .allMatch(word -> FUNCTIONS.contains(word)
                                || SMALL_WORDS.contains(word)
                                || place.contains(word)
                                || word.matches("[0-9]+"))
                && officer.stream()
                        .flatMap(FunctionMailbox::words)
                        .filter(name -> name.length() >= SHORTEST_NAME)
                        .noneMatch(whole::contains);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(plain(text).split("[^a-z0-9]+", -1)).filter(word -> !word.isEmpty());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
