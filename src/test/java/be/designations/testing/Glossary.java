package be.designations.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The words of the field as {@code docs/glossary.yaml} has them. */
public final class Glossary {

    public static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en");

    private static final String HEAD = """
            # Glossary

            The words of the field, as the people who use them say them. In code: the English word of the column “en”. The rules that they
            stand in, and the codes of these (`D4`), are in the [rule book](rules.md). This page is made from
            [glossary.yaml](glossary.yaml), where a new word is written; what stands there under `not` is found in texts and refused.

            | fr | nl | de | en / in code | meaning | not | source |
            |---|---|---|---|---|---|---|
            """;

    private Glossary() {}

    /**
     * @param terms by language
     * @param ruledOut by language: what is not to be said for it, and how that is found
     * @param saidIn keys of texts that may say it all the same, because they explain it
     */
    public record Concept(
            Map<String, String> terms,
            String meaning,
            String source,
            Map<String, Map<String, Pattern>> ruledOut,
            List<String> saidIn) {

        @Override
        public String toString() {
            return terms.toString();
        }
    }

    public static List<Concept> read(Path data) {
        List<Map<String, Object>> entries = new Yaml().load(SourceFiles.read(data));
        return entries.stream().map(Glossary::concept).toList();
    }

    /** The page of the glossary, as it is to be read. */
    public static String page(List<Concept> concepts) {
        return HEAD
                + concepts.stream()
                        .map(concept -> "| "
                                + Stream.concat(
                                                LANGUAGES.stream().map(concept.terms()::get),
                                                Stream.of(concept.meaning(), ruledOut(concept), concept.source()))
                                        .collect(Collectors.joining(" | "))
                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String ruledOut(Concept concept) {
        return concept.ruledOut().entrySet().stream()
                .map(language -> language.getKey() + ": "
                        + language.getValue().keySet().stream()
                                .map(variant -> "`" + variant + "`")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /**
     * The terms in that text that are not to be said, each with the one to say.
     *
     * @param key of the text, or empty
     */
    public static List<String> found(List<Concept> concepts, String language, String key, String text) {
        String plain = plain(text);
        return concepts.stream()
                .filter(concept -> !concept.saidIn().contains(key))
                .flatMap(concept -> concept.ruledOut().getOrDefault(language, Map.of()).entrySet().stream()
                        .filter(variant -> variant.getValue().matcher(plain).find())
                        .map(variant -> "“" + variant.getKey() + "”; the term is: "
                                + concept.terms().get(language)))
                .toList();
    }

    /** What finds a variant that is ruled out, in words as {@link #plain} gives them. */
    public static Pattern pattern(String variant) {
        String words = Stream.of(variant.split("(?=[*]| … )|(?<=[*])|(?<= … )"))
                .map(part -> switch (part) {
                    case "*" -> "[\\p{L}-]*";
                    case " … " -> "\\s(?:[^.!?;]{0,60}?\\s)?";
                    default -> Pattern.quote(part);
                })
                .collect(Collectors.joining());
        boolean abbreviation = variant.equals(variant.toUpperCase(Locale.ROOT));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])",
                abbreviation ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A line without the marks that say where a word may be broken. */
    public static String plain(String line) {
        return line.replace("\u00ad", "").replace("\\u00AD", "").replace("\\u00ad", "");
    }

    @SuppressWarnings("unchecked")
    private static Concept concept(Map<String, Object> entry) {
        Map<String, String> terms = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> terms.put(language, text(entry, language)));
        Map<String, Map<String, Pattern>> ruledOut = new LinkedHashMap<>();
        ((Map<String, List<String>>) entry.getOrDefault("not", Map.of())).forEach((language, variants) -> {
            Map<String, Pattern> patterns = new LinkedHashMap<>();
            variants.forEach(variant -> patterns.put(variant, pattern(variant)));
            ruledOut.put(language, patterns);
        });
        return new Concept(terms, text(entry, "meaning"), text(entry, "source"), ruledOut, (List<String>)
                entry.getOrDefault("said in", List.of()));
    }

    private static String text(Map<String, Object> entry, String key) {
        return (String) entry.getOrDefault(key, "");
    }
}
