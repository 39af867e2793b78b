package be.designations.forms;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form. Its label and hint are the French texts of the form file; {@link FormViews} gives those of the
 * other languages.
 */
public final class FormField {

    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String key;
    private final FieldType type;
    private final String label;
    private final @Nullable String hint;
    private final List<FormOption> options;
    private final FieldRules rules;
    private final FieldLook look;
    private final @Nullable Condition condition;

    FormField(
            String key,
            FieldType type,
            String label,
            @Nullable String hint,
            List<FormOption> options,
            FieldRules rules,
            FieldLook look,
            @Nullable Condition condition) {
        this.key = key;
        this.type = type;
        this.label = label;
        this.hint = hint;
        this.options = List.copyOf(options);
        this.rules = rules;
        this.look = look;
        this.condition = condition;
    }

    /** Unique within the form; letters and digits only. */
    public String key() {
        return key;
    }

    public FieldType type() {
        return type;
    }

    public String label() {
        return label;
    }

    public @Nullable String hint() {
        return hint;
    }

    /** Empty unless the type offers a choice; for a checklist too, where they are given when it is shown. */
    public List<FormOption> options() {
        return options;
    }

    public boolean required() {
        return rules.required();
    }

    FieldRules rules() {
        return rules;
    }

    FieldLook look() {
        return look;
    }

    @Nullable
    Condition condition() {
        return condition;
    }

    /** Of a checklist whose values are given when it is shown, anything that could be one: what is offered, the domain knows. */
    boolean offers(String value) {
        return options.isEmpty()
                ? GIVEN.matcher(value).matches()
                : options.stream().anyMatch(option -> option.value().equals(value));
    }

    /** The names under which a browser posts the answer. */
    List<String> inputNames() {
        return type == FieldType.DATE ? List.of(key, dayName(), monthName(), yearName()) : List.of(key);
    }

    String dayName() {
        return key + "-day";
    }

    String monthName() {
        return key + "-month";
    }

    String yearName() {
        return key + "-year";
    }

    @Override
    public String toString() {
        return key;
    }
}
