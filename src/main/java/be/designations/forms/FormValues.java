package be.designations.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a form by the key of their field, as they were typed: trimmed, without control characters, dates as
 * {@code yyyy-MM-dd}. A value that cannot be read as what is asked for counts as absent. Its text form names the fields
 * only, for answers are personal data and must not reach a log.
 */
public final class FormValues {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FormValues EMPTY = new FormValues(Map.of());

    private final Map<String, List<String>> byName;

    /** A name without texts is left out. */
    FormValues(Map<String, List<String>> byName) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        byName.forEach((name, typed) -> {
            if (!typed.isEmpty()) {
                copy.put(name, List.copyOf(typed));
            }
        });
        this.byName = Collections.unmodifiableMap(copy);
    }

    /** The values of a form that nobody has filled in yet. */
    public static FormValues empty() {
        return EMPTY;
    }

    public boolean has(String key) {
        return byName.containsKey(key);
    }

    /** The answer as text, empty if there is none. */
    public String text(String key) {
        return list(key).stream().findFirst().orElse("");
    }

    public Optional<String> optionalText(String key) {
        return list(key).stream().findFirst();
    }

    public Optional<BigDecimal> number(String key) {
        return optionalText(key).flatMap(Parsing::number);
    }

    public Optional<LocalDate> date(String key) {
        return optionalText(key).flatMap(Parsing::isoDate);
    }

    /** The boxes ticked in a checklist. */
    public List<String> list(String key) {
        return byName.getOrDefault(key, List.of());
    }

    public boolean isChecked(String key) {
        return text(key).equals("true");
    }

    /** These values with one answer given or replaced: for what the application knows beforehand. */
    public FormValues with(String key, String text) {
        Map<String, List<String>> changed = new LinkedHashMap<>(byName);
        changed.put(key, text.isBlank() ? List.of() : List.of(text));
        return new FormValues(changed);
    }

    /** The same for a checklist. */
    public FormValues with(String key, List<String> chosen) {
        Map<String, List<String>> changed = new LinkedHashMap<>(byName);
        changed.put(key, chosen);
        return new FormValues(changed);
    }

    /** These values with all answers of a page replaced, so that an answer taken back is gone. */
    public FormValues replacing(FormPage page, FormValues answersOfPage) {
        Map<String, List<String>> changed = new LinkedHashMap<>(byName);
        for (FormField field : page.fields()) {
            field.inputNames().forEach(name -> changed.put(name, answersOfPage.list(name)));
        }
        return new FormValues(changed);
    }

    /**
     * The answers in the order of the form, each as its field is typed: texts, numbers, dates as {@code yyyy-MM-dd},
     * booleans, lists. Questions that were not answered are left out.
     */
    public Map<String, Object> typed(FormDefinition form) {
        Map<String, Object> typed = new LinkedHashMap<>();
        form.fields().stream().filter(field -> has(field.key())).forEach(field -> typed.put(field.key(), typed(field)));
        return typed;
    }

    private Object typed(FormField field) {
        String key = field.key();
        return switch (field.type()) {
            case CHECKLIST -> list(key);
            case CHECKBOX -> isChecked(key);
            case NUMBER -> number(key).map(Object.class::cast).orElse(text(key));
            default -> text(key);
        };
    }

    Map<String, List<String>> byName() {
        return byName;
    }

    /** For saving a draft: an object of texts, or of lists of texts where several were chosen. */
    public String toJson() {
        ObjectNode object = JSON.createObjectNode();
        byName.forEach((name, typed) -> {
            if (typed.size() == 1) {
                object.put(name, typed.get(0));
            } else {
                ArrayNode array = object.putArray(name);
                typed.forEach(array::add);
            }
        });
        return object.toString();
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static FormValues fromJson(String json) {
        JsonNode object = parse(json);
        if (object == null || !object.isObject()) {
            throw new IllegalArgumentException("Not a saved form");
        }
        Map<String, List<String>> byName = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            List<String> typed = new ArrayList<>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(item -> typed.add(savedText(item)));
            } else {
                typed.add(savedText(entry.getValue()));
            }
            byName.put(entry.getKey(), typed);
        });
        return new FormValues(byName);
    }

    private static @Nullable JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            // The parser's message quotes the answers: not passed on.
            return null;
        }
    }

    private static String savedText(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("Not a saved form");
        }
        return node.textValue();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FormValues values && values.byName.equals(byName);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(byName);
    }

    @Override
    public String toString() {
        return "FormValues" + byName.keySet();
    }
}
