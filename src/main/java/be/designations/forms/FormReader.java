package be.designations.forms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one form file (Camunda Forms JSON). What it does not understand it refuses: a rule drawn in the Modeler that the
 * server would silently pass over is worse than a start that fails.
 */
final class FormReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int DEFAULT_LINE_LENGTH = 200;
    private static final int DEFAULT_TEXT_LENGTH = 4000;
    private static final int DEFAULT_DECIMALS = 2;
    private static final int DEFAULT_ROWS = 5;
    /** The widths that the style sheet knows. */
    private static final Set<Integer> WIDTHS = Set.of(2, 3, 4, 5, 10, 20, 30);

    private static final Pattern FORM_ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PAGE_KEY = FORM_ID;
    private static final Pattern FIELD_KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern OPTION_VALUE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern AUTOCOMPLETE = Pattern.compile("[a-z -]+");
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*=\\s*([A-Za-z][A-Za-z0-9]*)\\s*(!?=)\\s*\"([^\"\\\\]*)\"\\s*");

    /** Forms of these names would mix up message keys. */
    private static final Set<String> RESERVED_FORM_IDS = Set.of("error", "ui");

    private static final String RESERVED_FIELD_KEY = "page";

    private static final Set<String> FORM_ATTRIBUTES = Set.of(
            "id", "type", "components", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter");
    private static final Set<String> PAGE_ATTRIBUTES =
            Set.of("id", "type", "label", "components", "layout", "showOutline", "properties");
    private static final Set<String> FIELD_ATTRIBUTES =
            Set.of("id", "type", "key", "description", "layout", "properties", "validate", "conditional");
    /** Names what is offered by whoever shows the form, where the file cannot know it. */
    private static final String VALUES_KEY = "valuesKey";

    private static final Set<String> FIELD_PROPERTIES = Set.of("format", "autocomplete", "width", "rows", "requiredIf");

    private final String file;
    private final Set<String> keys = new HashSet<>();

    private FormReader(String file) {
        this.file = file;
    }

    /**
     * @param file for messages; its name without {@code .form} must be the form's id
     * @throws FormFileException if the form cannot be used
     */
    static FormDefinition read(String file, String json) {
        return new FormReader(file).read(json);
    }

    private FormDefinition read(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new FormFileException(file, "is not JSON: " + broken.getOriginalMessage(), broken);
        }
        if (!root.isObject()) {
            throw refused("is not a JSON object");
        }
        onlyKnown(root, FORM_ATTRIBUTES, "the form");
        String id = matching(root, "id", FORM_ID, "the form");
        if (!file.equals(id + ".form") || RESERVED_FORM_IDS.contains(id)) {
            throw refused("the id \"" + id + "\" is not the name of the file, or is a reserved one");
        }
        if (!textOf(root, "executionPlatform").equals("Camunda Platform")
                || !root.path("schemaVersion").isInt()) {
            throw refused("executionPlatform must be \"Camunda Platform\" and schemaVersion a number");
        }
        List<JsonNode> components = components(root, "the form");
        if (!isGroup(components.get(0))) {
            return new FormDefinition(id, List.of(new FormPage(FormPage.ONLY_PAGE, "", fields(components))));
        }
        List<FormPage> pages = components.stream().map(this::page).toList();
        if (pages.stream().map(FormPage::key).distinct().count() < pages.size()) {
            throw refused("two pages have the same key");
        }
        return new FormDefinition(id, pages);
    }

    private FormPage page(JsonNode group) {
        if (!isGroup(group)) {
            throw refused("a form with groups has its fields in groups only");
        }
        JsonNode properties = group.path("properties");
        String key = matching(properties, "page", PAGE_KEY, "the properties of a group");
        onlyKnown(group, PAGE_ATTRIBUTES, "page " + key);
        onlyKnown(properties, Set.of("page"), "the properties of page " + key);
        return new FormPage(key, required(group, "label", "page " + key), fields(components(group, "page " + key)));
    }

    private List<FormField> fields(List<JsonNode> components) {
        List<FormField> fields = new ArrayList<>();
        for (JsonNode component : components) {
            fields.add(field(component, fields));
        }
        return fields;
    }

    private FormField field(JsonNode component, List<FormField> before) {
        String key = matching(component, "key", FIELD_KEY, "a field");
        String where = "field " + key;
        if (key.equals(RESERVED_FIELD_KEY) || !keys.add(key)) {
            throw refused(where + ": the key is taken or reserved");
        }
        FieldType type = type(component, where);
        String labelAttribute = type == FieldType.DATE ? "dateLabel" : "label";
        onlyKnown(component, attributesOf(type, labelAttribute), where);
        JsonNode properties = component.path("properties");
        onlyKnown(properties, FIELD_PROPERTIES, where + ", properties");
        String hint = textOf(component, "description");
        return new FormField(
                key,
                type,
                required(component, labelAttribute, where),
                hint.isEmpty() ? null : hint,
                type.hasOptions() ? options(component, where) : List.of(),
                rules(component, type, before, where),
                look(properties, type, where),
                condition(component, before, where));
    }

    private static Set<String> attributesOf(FieldType type, String labelAttribute) {
        Set<String> known = new HashSet<>(FIELD_ATTRIBUTES);
        known.add(labelAttribute);
        if (type.hasOptions()) {
            known.add("values");
            known.add(VALUES_KEY);
        } else if (type == FieldType.DATE) {
            known.add("subtype");
        } else if (type == FieldType.NUMBER) {
            known.add("decimalDigits");
        }
        return known;
    }

    private FieldType type(JsonNode component, String where) {
        String name = textOf(component, "type");
        for (FieldType type : FieldType.values()) {
            if (type.component().equals(name)) {
                if (type == FieldType.DATE && !textOf(component, "subtype").equals("date")) {
                    throw refused(where + ": of datetime only the subtype \"date\" is understood");
                }
                return type;
            }
        }
        throw refused(where + ": the type \"" + name + "\" is not understood");
    }

    private List<FormOption> options(JsonNode component, String where) {
        if (component.has(VALUES_KEY)) {
            if (component.has("values") || !textOf(component, "type").equals(FieldType.CHECKLIST.component())) {
                throw refused(where + ": " + VALUES_KEY + " is for a checklist without values");
            }
            matching(component, VALUES_KEY, FIELD_KEY, where);
            return List.of();
        }
        List<FormOption> options = new ArrayList<>();
        for (JsonNode value : component.path("values")) {
            onlyKnown(value, Set.of("value", "label"), where + ", values");
            options.add(new FormOption(
                    matching(value, "value", OPTION_VALUE, where), required(value, "label", where + ", values")));
        }
        if (options.isEmpty()
                || options.stream().map(FormOption::value).distinct().count() < options.size()) {
            throw refused(where + ": needs values, each one once");
        }
        return options;
    }

    private FieldRules rules(JsonNode component, FieldType type, List<FormField> before, String where) {
        JsonNode validate = component.path("validate");
        onlyKnown(validate, rulesOf(type), where + ", validate");
        int longest = type == FieldType.TEXTAREA ? DEFAULT_TEXT_LENGTH : DEFAULT_LINE_LENGTH;
        String validation = textOf(validate, "validationType");
        if (!validation.isEmpty() && !validation.equals("email")) {
            throw refused(where + ": the validationType \"" + validation + "\" is not understood");
        }
        return new FieldRules(
                flag(validate, "required", where),
                condition(textOf(component.path("properties"), "requiredIf"), "=", before, where),
                count(validate, "minLength", 0, where),
                count(validate, "maxLength", longest, where),
                number(validate, "min", where),
                number(validate, "max", where),
                count(component, "decimalDigits", DEFAULT_DECIMALS, where),
                pattern(validate, where),
                validation.equals("email"),
                format(component.path("properties"), type, where));
    }

    private static Set<String> rulesOf(FieldType type) {
        return switch (type) {
            case TEXTFIELD -> Set.of("required", "minLength", "maxLength", "pattern", "validationType");
            case TEXTAREA -> Set.of("required", "minLength", "maxLength");
            case NUMBER -> Set.of("required", "min", "max");
            default -> Set.of("required");
        };
    }

    private @Nullable Pattern pattern(JsonNode validate, String where) {
        String pattern = textOf(validate, "pattern");
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            throw new FormFileException(file, where + ": the pattern cannot be read", broken);
        }
    }

    private @Nullable FieldFormat format(JsonNode properties, FieldType type, String where) {
        String name = textOf(properties, "format");
        if (name.isEmpty()) {
            return null;
        }
        Optional<FieldFormat> format = FieldFormat.named(name);
        if (format.isEmpty() || type != FieldType.TEXTFIELD) {
            throw refused(where + ": the format \"" + name + "\" is not understood here");
        }
        return format.get();
    }

    private FieldLook look(JsonNode properties, FieldType type, String where) {
        String autocomplete = textOf(properties, "autocomplete");
        if (!autocomplete.isEmpty() && !AUTOCOMPLETE.matcher(autocomplete).matches()) {
            throw refused(where + ": autocomplete cannot be read");
        }
        int width = propertyCount(properties, "width", 0, where);
        if (width != 0 && !WIDTHS.contains(width)) {
            throw refused(where + ": the width must be one of "
                    + WIDTHS.stream().sorted().toList());
        }
        if (properties.has("rows") && type != FieldType.TEXTAREA) {
            throw refused(where + ": only a textarea has rows");
        }
        return new FieldLook(
                autocomplete.isEmpty() ? null : autocomplete,
                width == 0 ? null : width,
                propertyCount(properties, "rows", DEFAULT_ROWS, where));
    }

    private @Nullable Condition condition(JsonNode component, List<FormField> before, String where) {
        JsonNode conditional = component.path("conditional");
        onlyKnown(conditional, Set.of("hide"), where + ", conditional");
        return condition(textOf(conditional, "hide"), "!=", before, where);
    }

    private @Nullable Condition condition(String text, String operator, List<FormField> before, String where) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher parts = COMPARISON.matcher(text);
        if (!parts.matches() || !parts.group(2).equals(operator)) {
            throw refused(
                    where + ": of conditions only =radio " + operator + " \"VALUE\" is understood here, not " + text);
        }
        Condition condition = new Condition(parts.group(1), parts.group(3));
        boolean known = before.stream()
                .anyMatch(field -> field.key().equals(condition.key())
                        && field.type() == FieldType.RADIO
                        && field.condition() == null
                        && field.offers(condition.value()));
        if (!known) {
            throw refused(
                    where + ": its condition names no radio before it on the page that offers " + condition.value());
        }
        return condition;
    }

    private List<JsonNode> components(JsonNode parent, String where) {
        List<JsonNode> components = new ArrayList<>();
        parent.path("components").forEach(components::add);
        if (components.isEmpty()) {
            throw refused(where + " has no components");
        }
        return components;
    }

    private static boolean isGroup(JsonNode component) {
        return component.path("type").asText().equals("group");
    }

    private void onlyKnown(JsonNode node, Set<String> known, String where) {
        if (!(node instanceof MissingNode) && !node.isObject()) {
            throw refused(where + " is not an object");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw refused(where + ": \"" + entry.getKey() + "\" is not understood");
            }
        }
    }

    private String textOf(JsonNode node, String attribute) {
        JsonNode value = node.path(attribute);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw refused("\"" + attribute + "\" must be a text");
        }
        return value.asText();
    }

    private String required(JsonNode node, String attribute, String where) {
        String text = textOf(node, attribute);
        if (text.isBlank()) {
            throw refused(where + ": \"" + attribute + "\" is missing");
        }
        return text;
    }

    private String matching(JsonNode node, String attribute, Pattern pattern, String where) {
        String text = required(node, attribute, where);
        if (!pattern.matcher(text).matches()) {
            throw refused(where + ": the " + attribute + " \"" + text + "\" must match " + pattern);
        }
        return text;
    }

    private boolean flag(JsonNode node, String attribute, String where) {
        JsonNode value = node.path(attribute);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw refused(where + ": \"" + attribute + "\" must be true or false");
        }
        return value.asBoolean();
    }

    private int count(JsonNode node, String attribute, int otherwise, String where) {
        JsonNode value = node.path(attribute);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw refused(where + ": \"" + attribute + "\" must be a count");
        }
        return value.intValue();
    }

    /** Own properties are texts in the Modeler, numbers too. */
    private int propertyCount(JsonNode properties, String name, int otherwise, String where) {
        String text = textOf(properties, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]?")) {
            throw refused(where + ": the property \"" + name + "\" must be a count in quotes");
        }
        return Integer.parseInt(text);
    }

    private @Nullable BigDecimal number(JsonNode node, String attribute, String where) {
        JsonNode value = node.path(attribute);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber()) {
            throw refused(where + ": \"" + attribute + "\" must be a number");
        }
        return value.decimalValue();
    }

    private FormFileException refused(String problem) {
        return new FormFileException(file, problem);
    }
}
