package be.designations.figures.web;

import be.designations.calendar.BelgianDates;
import be.designations.forms.ShownError;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is asked of a figure, as it stands in an address. A day that cannot be read is told at its field, and everything typed stays;
 * what else was made up counts as not asked.
 */
final class Asked {

    private static final List<String> NAMES = List.of(
            "day",
            "cover",
            "days",
            "place",
            "language",
            "q",
            "officer",
            "sharing",
            "step",
            "within",
            "desk",
            "state",
            "kind",
            "ground",
            "first",
            "last",
            "sort",
            "order");

    private static final int LONGEST = 60;

    private final String path;
    private final Map<String, String> typed = new LinkedHashMap<>();
    /** Each once, however often it is asked for. */
    private final Set<ShownError> problems = new LinkedHashSet<>();

    private final Page page;

    private Asked(String path, Page page) {
        this.path = path;
        this.page = page;
    }

    static Asked read(String path, MultiValueMap<String, String> parameters, Page page) {
        var asked = new Asked(path, page);
        for (String name : NAMES) {
            String value = parameters.getFirst(name);
            if (value != null && !value.isBlank()) {
                asked.typed.put(name, Inputs.line(value, LONGEST));
            }
        }
        return asked;
    }

    /** What was typed there; empty when nothing was. */
    public String text(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What is meant by what was typed, as far as it means anything. */
    <T> @Nullable T meant(String name, Function<String, Optional<T>> reader) {
        return reader.apply(text(name)).orElse(null);
    }

    /** A day as {@code dd/mm/yyyy} or as machines write it. */
    LocalDate day(String name, LocalDate usual) {
        String text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        Optional<LocalDate> day = Inputs.day(text);
        day.ifPresentOrElse(
                read -> typed.put(name, new BelgianDates().day(read)), () -> problem(name, "figures.no-day"));
        return day.orElse(usual);
    }

    /**
     * @param least the lowest number that can be asked for
     * @param most  the highest
     */
    int number(String name, int usual, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            problem(name, "figures.no-number", least, most);
            return usual;
        }
        return Integer.parseInt(text);
    }

    void problem(String name, String key, Object... arguments) {
        problems.add(page.error(name, key, arguments));
    }

    List<ShownError> problems() {
        return List.copyOf(problems);
    }

    /** Shown in its field where nothing was typed. */
    void usual(String name, String value) {
        typed.putIfAbsent(name, value);
    }

    /** The same list, with another answer to one of the questions. */
    public String with(String name, String value) {
        return address(path, Map.of(name, value)).toString();
    }

    /** The same, to two of them. */
    public String with(String name, String value, String other, String otherValue) {
        return address(path, Map.of(name, value, other, otherValue)).toString();
    }

    /** The same list as a file. */
    public String file() {
        return address(path + ".csv", Map.of()).toString();
    }

    /** A table above the list as a file. */
    public String table(String name) {
        return address("/figures/" + name + ".csv", Map.of()).toString();
    }

    /** The list itself. */
    String here() {
        return address(path, Map.of()).toString();
    }

    String page(int number) {
        return address(path, Map.of()).with("page", number).at("lines").toString();
    }

    /** How the list is sorted by that column, in the words of {@code aria-sort}; null when it is by another. */
    public @Nullable String sorting(String column) {
        return text("sort").equals(column) ? (text("order").equals("desc") ? "descending" : "ascending") : null;
    }

    /** The list in the order of that column; in the order that it has, turned round. */
    public String sortedBy(String column) {
        return address(path, Map.of("sort", column, "order", "ascending".equals(sorting(column)) ? "desc" : "asc"))
                .at("lines")
                .toString();
    }

    private Address address(String at, Map<String, String> changed) {
        Address address = Address.of(at);
        NAMES.forEach(name -> address.with(name, changed.getOrDefault(name, text(name))));
        return address;
    }
}
