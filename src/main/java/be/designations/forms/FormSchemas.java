package be.designations.forms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Describes what {@link FormDefinition#readJson} reads, for those who write programs. */
@Component
public final class FormSchemas {

    private final MessageSource messages;

    public FormSchemas(MessageSource messages) {
        this.messages = messages;
    }

    /** A JSON schema, as OpenAPI 3.0 understands it, with the labels of that language as descriptions. */
    public ObjectNode of(FormDefinition form, Locale locale) {
        FormTexts texts = new FormTexts(messages, form, locale);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (FormField field : form.fields()) {
            ObjectNode property = properties.putObject(field.key());
            describe(field, property);
            String hint = texts.hint(field);
            property.put("description", texts.label(field) + (hint == null ? "" : ". " + hint));
        }
        form.fields().stream()
                .filter(field -> field.required() && field.condition() == null)
                .forEach(field -> schema.withArray("required").add(field.key()));
        return schema;
    }

    private static void describe(FormField field, ObjectNode property) {
        switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> describeText(field.rules(), property);
            case DATE -> property.put("type", "string").put("format", "date");
            case NUMBER -> describeNumber(field.rules(), property);
            case CHECKBOX -> property.put("type", "boolean");
            case CHECKLIST -> addOptions(field, property.put("type", "array").putObject("items"));
            case SELECT, RADIO -> addOptions(field, property);
        }
    }

    private static void describeText(FieldRules rules, ObjectNode property) {
        property.put("type", "string").put("maxLength", rules.maxLength());
        if (rules.minLength() > 0) {
            property.put("minLength", rules.minLength());
        }
        if (rules.email()) {
            property.put("format", "email");
        }
    }

    private static void describeNumber(FieldRules rules, ObjectNode property) {
        property.put("type", "number");
        BigDecimal min = rules.min();
        if (min != null) {
            property.put("minimum", min);
        }
        BigDecimal max = rules.max();
        if (max != null) {
            property.put("maximum", max);
        }
    }

    private static void addOptions(FormField field, ObjectNode property) {
        property.put("type", "string");
        field.options().forEach(option -> property.withArray("enum").add(option.value()));
    }
}
