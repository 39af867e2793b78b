package be.designations.catalogue.web;

import be.designations.access.Translated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What stands in the fields of a page, as it was typed. */
public record Typed(MultiValueMap<String, String> fields) {

    /** The choice of no kind of entity in particular. */
    static final String ANY = "ANY";

    static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>()).with("onlyFor", ANY);
    }

    Typed with(String field, List<String> values) {
        Typed changed = new Typed(new LinkedMultiValueMap<>(fields));
        changed.fields.put(field, values);
        return changed;
    }

    Typed with(String field, String value) {
        return with(field, List.of(value));
    }

    Typed with(String field, Translated text) {
        return with(field + ".fr", text.fr()).with(field + ".nl", text.nl()).with(field + ".de", text.de());
    }

    String text(String field) {
        return Optional.ofNullable(fields.getFirst(field)).orElse("");
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    Optional<Integer> wholeNumber(String field) {
        String text = text(field).strip();
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    <T extends Enum<T>> Optional<T> choice(T[] offered, String field) {
        return Stream.of(offered).filter(one -> one.name().equals(text(field))).findFirst();
    }

    Translated translated(String field) {
        return new Translated(text(field + ".fr"), text(field + ".nl"), text(field + ".de"));
    }
}
