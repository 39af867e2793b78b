package be.designations.demo.country;

import be.designations.demo.data.NamePool;
import be.designations.directory.Language;
import be.designations.identifier.Sex;
import be.designations.reference.CsvFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names that sound like those of a language, some much more common than others. */
final class Names {

    private static final Map<Language, Syllables> SYLLABLES =
            CsvFile.read("demo/syllables.csv", 4, Function.identity()).stream()
                    .collect(Collectors.toMap(
                            columns -> Language.of(columns.get(0)),
                            columns -> new Syllables(
                                    List.of(columns.get(1).split("\\|", -1)),
                                    words(columns.get(2)),
                                    words(columns.get(3)))));

    private static final List<Trade> TRADES =
            CsvFile.read("demo/trades.csv", 3, columns -> new Trade(columns.get(0), columns.get(1), columns.get(2)));

    private Names() {}

    /** @param language not English, of which there are none */
    static String family(Language language, SplittableRandom random) {
        Syllables syllables = Objects.requireNonNull(SYLLABLES.get(language));
        return pick(syllables.particles, random)
                + common(syllables.beginnings, random)
                + common(syllables.ends, random);
    }

    static String first(Language language, Sex sex, SplittableRandom random) {
        return NamePool.of(language).firstName(sex, random.nextInt(1_000));
    }

    static Trade trade(SplittableRandom random) {
        return pick(TRADES, random);
    }

    /** The earlier in the list, the likelier. */
    private static String common(List<String> choices, SplittableRandom random) {
        return choices.get(Math.min(random.nextInt(choices.size()), random.nextInt(choices.size())));
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /** What an enterprise does, in each language. */
    record Trade(String fr, String nl, String de) {}

    private record Syllables(List<String> particles, List<String> beginnings, List<String> ends) {}
}
