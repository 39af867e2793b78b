package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.identifier.Sex;
import be.designations.reference.CsvFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names as they are common in a language, for people of whom there are many. */
public record NamePool(List<String> men, List<String> women, List<String> families) {

    private static final Map<Language, NamePool> POOLS = CsvFile.read("demo/names.csv", 4, Function.identity()).stream()
            .collect(Collectors.toMap(
                    columns -> Language.of(columns.get(0)),
                    columns -> new NamePool(words(columns.get(1)), words(columns.get(2)), words(columns.get(3)))));

    public NamePool {
        men = List.copyOf(men);
        women = List.copyOf(women);
        families = List.copyOf(families);
    }

    /** @param language not English, of which there is none */
    public static NamePool of(Language language) {
        return Objects.requireNonNull(POOLS.get(language));
    }

    /** @param number 0 to some millions */
    public String firstName(Sex sex, int number) {
        // A stride, or else neighbours in the list would be neighbours on the map.
        List<String> names = sex == Sex.MALE ? men : women;
        return names.get(number * 7 % names.size());
    }

    String lastName(int number) {
        return families.get(number * 11 % families.size());
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
