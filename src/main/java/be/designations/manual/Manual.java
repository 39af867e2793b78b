package be.designations.manual;

import be.designations.manual.ManualPage.Part;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The manual in the language of whoever reads it. What pages show is not typed again in it: {@code [key]} stands for the text of that
 * key, so that a button has one name.
 */
@Component
public class Manual {

    private static final Pattern QUOTED = Pattern.compile("\\[([\\w.-]+)]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final MessageSource messages;

    Manual(MessageSource messages) {
        this.messages = messages;
    }

    public ManualPage page(ManualTask task, Locale locale) {
        String key = "manual." + task.code() + '.';
        return new ManualPage(
                task,
                messages.getMessage(key + "title", null, locale),
                messages.getMessage(key + "for", null, locale),
                IntStream.iterate(1, step -> step + 1)
                        .mapToObj(step ->
                                Objects.requireNonNullElse(messages.getMessage(key + step, null, "", locale), ""))
                        .takeWhile(step -> !step.isEmpty())
                        .map(step -> parts(step, locale))
                        .toList(),
                parts(messages.getMessage(key + "then", null, locale), locale),
                parts(messages.getMessage(key + "wrong", null, locale), locale));
    }

    /** @param query words that all stand on a page, in any order, with or without accents; blank for every page */
    public List<ManualPage> find(String query, Locale locale) {
        List<String> words = Arrays.asList(SPACE.split(plain(query).strip(), -1));
        return Arrays.stream(ManualTask.values())
                .map(task -> page(task, locale))
                .filter(page -> words.stream().allMatch(plain(page.text())::contains))
                .toList();
    }

    private static String plain(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private List<Part> parts(String sentences, Locale locale) {
        List<Part> parts = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(sentences);
        int from = 0;
        while (quoted.find()) {
            parts.add(new Part(sentences.substring(from, quoted.start()), false));
            parts.add(new Part(messages.getMessage(quoted.group(1), null, locale), true));
            from = quoted.end();
        }
        parts.add(new Part(sentences.substring(from), false));
        return List.copyOf(parts);
    }
}
