package be.designations.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The ways in which answers arrive, all brought to one form: texts by the name of their input. */
final class Submissions {

    /** What pages post beside the answers. */
    private static final Set<String> INFRASTRUCTURE = Set.of("_csrf", "_version", "_page", "_action", "_same");

    private static final int LONGEST_NAME_SHOWN = 60;

    private Submissions() {}

    static FormSubmission posted(Map<String, ? extends List<String>> posted, List<FormField> fields) {
        Set<String> known = new HashSet<>(INFRASTRUCTURE);
        fields.forEach(field -> known.addAll(field.inputNames()));
        Map<String, List<String>> typed = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        posted.forEach((name, texts) -> {
            if (known.contains(name)) {
                typed.put(name, texts.stream().filter(Objects::nonNull).toList());
            } else {
                errors.add(unknown(name));
            }
        });
        return check(typed, fields, errors);
    }

    static FormSubmission json(JsonNode body, List<FormField> fields) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, List<String>> typed = new LinkedHashMap<>();
        if (!body.isObject()) {
            errors.add(FieldError.of("", "malformed"));
            return new FormSubmission(FormValues.empty(), errors);
        }
        Map<String, FormField> byKey = new LinkedHashMap<>();
        fields.forEach(field -> byKey.put(field.key(), field));
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            FormField field = byKey.get(entry.getKey());
            if (field == null) {
                errors.add(unknown(entry.getKey()));
            } else if (!entry.getValue().isNull()) {
                if (fits(entry.getValue(), field.type())) {
                    typed.put(field.key(), texts(entry.getValue()));
                } else {
                    errors.add(FieldError.of(field.key(), "malformed"));
                }
            }
        }
        return check(typed, fields, errors);
    }

    static FormSubmission saved(FormValues draft, List<FormField> fields) {
        return check(draft.byName(), fields, new ArrayList<>());
    }

    private static FormSubmission check(
            Map<String, List<String>> typed, List<FormField> fields, List<FieldError> errors) {
        SubmissionCheck check = new SubmissionCheck(typed, errors);
        fields.forEach(check::read);
        return check.result();
    }

    private static FieldError unknown(String name) {
        return FieldError.of(
                name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) : name, "unknown-field");
    }

    private static boolean fits(JsonNode value, FieldType type) {
        return switch (type) {
            case CHECKLIST -> {
                boolean texts = value.isArray();
                for (JsonNode item : value) {
                    texts &= item.isTextual();
                }
                yield texts;
            }
            case CHECKBOX -> value.isBoolean();
            case NUMBER -> value.isNumber() || value.isTextual();
            default -> value.isTextual();
        };
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) {
            return List.of(value.asText());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
