package be.designations.directory;

import be.designations.directory.DeskName.Form;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds in texts where they name who has a desk. A text says <code>[[le SPP IS]]</code> where it means whoever decides at that moment:
 * the words as they are with the first organisation, between brackets. Where the words alone do not tell their case, it stands after a
 * bar: <code>[[der ZDSS|of]]</code>, <code>[[BCSS|bare]]</code>. What names the procedure of the sources stays without brackets.
 * <i>Source: D18.</i>
 */
public final class DeskWords {

    private static final Pattern NAMED = Pattern.compile("\\[\\[([^\\[\\]|]+)(?:\\|([a-z]+))?]]");
    private static final Pattern SENTENCE_BEGINS = Pattern.compile("(^|[.:!?] |\\n)$");

    private static final Map<String, OrganisationKind> FIRST = Map.ofEntries(
            Map.entry("SPP IS", OrganisationKind.SPP_IS),
            Map.entry("PPS SI", OrganisationKind.SPP_IS),
            Map.entry("POD MI", OrganisationKind.SPP_IS),
            Map.entry("ÖPD SI", OrganisationKind.SPP_IS),
            Map.entry("SPP Intégration sociale", OrganisationKind.SPP_IS),
            Map.entry("PPS Social Integration", OrganisationKind.SPP_IS),
            Map.entry("POD Maatschappelijke Integratie", OrganisationKind.SPP_IS),
            Map.entry("BCSS", OrganisationKind.BCSS),
            Map.entry("CBSS", OrganisationKind.BCSS),
            Map.entry("KSZ", OrganisationKind.BCSS),
            Map.entry("ZDSS", OrganisationKind.BCSS));

    /** What the word before the name says of its case. */
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("du", Form.OF),
            Map.entry("de la", Form.OF),
            Map.entry("au", Form.TO),
            Map.entry("à la", Form.TO),
            Map.entry("des", Form.OF),
            Map.entry("dem", Form.DATIVE),
            Map.entry("den", Form.ACCUSATIVE),
            Map.entry("zum", Form.TO),
            Map.entry("zur", Form.TO),
            Map.entry("vom", Form.FROM),
            Map.entry("beim", Form.AT));

    private DeskWords() {}

    /** The text with the names of the first organisations, as it is written. */
    public static String asWritten(String text) {
        return replace(text, Language.EN, desk -> null);
    }

    /** @param names what the organisation at a desk is called in that language, or null while it is the first one */
    static String replace(String text, Language language, Function<OrganisationKind, @Nullable DeskName> names) {
        if (!text.contains("[[")) {
            return text;
        }
        // Brackets around something else stay: somebody may have typed them.
        return NAMED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(named(match)
                        .map(desk -> said(match, language, names.apply(desk), text))
                        .orElse(match.group())));
    }

    private static Optional<OrganisationKind> named(MatchResult match) {
        return FIRST.entrySet().stream()
                .filter(first -> match.group(1).endsWith(first.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String said(MatchResult match, Language language, @Nullable DeskName name, String text) {
        String words = match.group(1);
        if (name == null) {
            return words;
        }
        String before = FIRST.keySet().stream()
                .filter(words::endsWith)
                .map(first ->
                        words.substring(0, words.length() - first.length()).strip())
                .findFirst()
                .orElse("");
        String said = name.as(form(before, match.group(2), language));
        boolean begins = before.isEmpty()
                ? SENTENCE_BEGINS.matcher(text.substring(0, match.start())).find()
                : Character.isUpperCase(before.charAt(0));
        return begins ? said.substring(0, 1).toUpperCase(language.locale()) + said.substring(1) : said;
    }

    /** English says the name of the first two without an article, whether or not it stands in a sentence. */
    private static Form form(String before, @Nullable String marked, Language language) {
        if (marked != null) {
            return Form.valueOf(marked.toUpperCase(Locale.ROOT));
        }
        return before.isEmpty() && language != Language.EN
                ? Form.BARE
                : FORMS.getOrDefault(before.toLowerCase(Locale.ROOT), Form.THE);
    }
}
