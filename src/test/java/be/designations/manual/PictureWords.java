package be.designations.manual;

import be.designations.testing.SourceFiles;
import java.nio.file.Path;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page whoever looks, whenever: headings, names of fields and columns, buttons; each once, in their order. Numbers
 * and the names of days and months are left out. Kept beside the pictures in a file for each language, it tells whether a picture still
 * shows the page.
 */
final class PictureWords {

    static final String FOLDER = "src/test/resources/manual";

    private static final String FIXED =
            "h1, h2, h3, legend, label, button, summary, caption, dt, th[scope=col], a.govuk-button";
    /** What a browser does not draw, and what is drawn of people and things by name. */
    private static final String ASIDE = ".govuk-visually-hidden, .govuk-caption-l, .govuk-caption-xl, [hidden]";

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private PictureWords() {}

    /** @param steady the id of what alone counts, or null for all of the page */
    static List<String> of(Document page, Locale locale, @Nullable String steady) {
        Document copy = page.clone();
        copy.select(ASIDE).remove();
        LinkedHashSet<String> words = new LinkedHashSet<>();
        for (Element element :
                copy.select(steady == null ? "main" : "#" + steady).select(FIXED)) {
            words.add(DIGITS.matcher(days(locale).matcher(element.text()).replaceAll("#"))
                    .replaceAll("#"));
        }
        words.remove("");
        return List.copyOf(words);
    }

    private static Pattern days(Locale locale) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        return Pattern.compile(
                Stream.of(symbols.getWeekdays(), symbols.getMonths())
                        .flatMap(Arrays::stream)
                        .filter(name -> !name.isEmpty())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "\\b(", ")\\b")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static Path file(String language) {
        return Path.of(FOLDER, "pictures_" + language + ".txt");
    }

    /** What was kept, by task. */
    static Map<String, List<String>> kept(String language) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String line : SourceFiles.read(file(language)).lines().toList()) {
            Matcher heading = Pattern.compile("== ([a-z-]+)").matcher(line);
            if (heading.matches()) {
                words = new ArrayList<>();
                kept.put(heading.group(1), words);
            } else {
                words.add(line);
            }
        }
        return kept;
    }

    static String written(Map<String, List<String>> words) {
        return words.entrySet().stream()
                .map(task -> "== " + task.getKey() + "\n"
                        + task.getValue().stream().map(line -> line + "\n").collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
