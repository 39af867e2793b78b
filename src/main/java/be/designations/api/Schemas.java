package be.designations.api;

import be.designations.forms.FormSchemas;
import be.designations.forms.Forms;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What {@link Body} reads, in the words of OpenAPI. */
@Component
public class Schemas {

    private final Forms forms;
    private final FormSchemas ofForms;

    Schemas(Forms forms, FormSchemas ofForms) {
        this.forms = forms;
        this.ofForms = ofForms;
    }

    /** The answers of a form, as the form’s own file has them. */
    public Schema<?> ofForm(String form) {
        return Json.mapper().convertValue(ofForms.of(forms.get(form), Locale.ENGLISH), Schema.class);
    }

    /** An object that has these fields and no others. */
    public static Schema<Object> closed(Map<String, Schema<?>> fields, String... required) {
        Schema<Object> schema = new ObjectSchema();
        new TreeMap<>(fields).forEach(schema::addProperty);
        schema.setAdditionalProperties(false);
        if (required.length > 0) {
            schema.setRequired(Arrays.asList(required));
        }
        return schema;
    }

    /**
     * The same object with an example of it.
     *
     * @param example its fields as JSON has them, in the order of their names: the schema’s own method writes it as Java prints a map
     */
    public static Schema<Object> showing(Map<String, ?> example, Schema<Object> object) {
        object.setExample(new TreeMap<>(example));
        return object;
    }

    /** The object of that name. */
    public static Schema<?> named(String name) {
        return new Schema<>().$ref(name);
    }

    public static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

    /** The codes of what there is. */
    public static Schema<?> oneOf(Enum<?>... offered) {
        return oneOf(Arrays.stream(offered).map(Enum::name).toList());
    }

    public static Schema<?> oneOf(List<String> codes) {
        return new StringSchema()._enum(codes);
    }

    public static Schema<?> email(String description) {
        return new StringSchema().format("email").maxLength(254).description(description);
    }

    public static Schema<?> id(String description) {
        return new StringSchema().format("uuid").description(description);
    }

    public static Schema<?> day(String description) {
        return new StringSchema().format("date").description(description);
    }

    public static Schema<?> number(String description) {
        return new IntegerSchema().format("int32").description(description);
    }

    public static Schema<?> flag(String description) {
        return new BooleanSchema().description(description);
    }

    public static Schema<?> texts(String description) {
        return new ArraySchema().items(new StringSchema()).description(description);
    }

    /** A text in the three languages. */
    public static Schema<?> localized(String description) {
        return new ObjectSchema()
                .addProperty("fr", new StringSchema())
                .addProperty("nl", new StringSchema())
                .addProperty("de", new StringSchema())
                .description(description);
    }
}
