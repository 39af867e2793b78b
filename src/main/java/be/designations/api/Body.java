package be.designations.api;

import be.designations.access.Translated;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.InvalidAnswersException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was sent. Every field is taken out by who knows it; what is left over is refused, as a misspelt
 * name must not pass for an answer that was not given.
 */
public final class Body {

    private static final String VERSION = "version";

    private final ObjectNode rest;

    /** What the names of fields begin with when they are told: where an object stands within another. */
    private final String path;

    private Body(ObjectNode rest, String path) {
        this.rest = rest;
        this.path = path;
    }

    public static Body of(ObjectNode json) {
        return new Body(json.deepCopy(), "");
    }

    /** Takes all of it: a field that is left over is refused. */
    public static <T> T read(ObjectNode json, Function<Body, T> reading) {
        Body body = of(json);
        T read = reading.apply(body);
        body.end();
        return read;
    }

    /** The version of the dossier that the caller has seen, or null when they take it as it is. */
    public @Nullable Integer version() {
        return number(VERSION);
    }

    public int requiredVersion() {
        return wholeNumber(take(VERSION).orElseThrow(() -> unreadable(VERSION)), VERSION);
    }

    /** A text that must be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> unreadable(name));
    }

    /** Empty when it is absent. */
    public Optional<String> optionalText(String name) {
        return optional(name, Function.identity());
    }

    /**
     * Something that is written as a text and must be there.
     *
     * @param reading throws an {@link IllegalArgumentException} or a {@link DateTimeException} for what it cannot read
     */
    public <T> T read(String name, Function<String, T> reading) {
        return optional(name, reading).orElseThrow(() -> unreadable(name));
    }

    /** As {@link #read}; empty when it is absent. */
    public <T> Optional<T> optional(String name, Function<String, T> reading) {
        return take(name).map(node -> read(name, node, reading));
    }

    /** A list of what is written as texts, in its order; empty when it is absent. */
    public <T> List<T> list(String name, Function<String, T> reading) {
        Optional<JsonNode> list = take(name);
        if (list.isPresent() && !list.get().isArray()) {
            throw unreadable(name);
        }
        List<T> found = new ArrayList<>();
        list.ifPresent(nodes -> nodes.forEach(node -> found.add(read(name, node, reading))));
        return found;
    }

    private <T> T read(String name, JsonNode node, Function<String, T> reading) {
        // No store keeps the character NUL, and nobody types it.
        if (!node.isTextual() || node.textValue().indexOf('\0') >= 0) {
            throw unreadable(name);
        }
        try {
            return reading.apply(node.textValue());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw unreadable(name);
        }
    }

    /** An object within, to be read in the same way and {@linkplain #end ended}; empty when it is absent. */
    public Optional<Body> within(String name) {
        return take(name).map(node -> {
            if (!(node instanceof ObjectNode object)) {
                throw unreadable(name);
            }
            return new Body(object, path + name + ".");
        });
    }

    /** A list of texts, empty when it is absent. */
    public List<String> texts(String name) {
        return list(name, Function.identity());
    }

    /** A whole number, or null when it is absent. */
    public @Nullable Integer number(String name) {
        return take(name).map(node -> wholeNumber(node, name)).orElse(null);
    }

    /** A text in the three languages; a language that is absent is empty. */
    public Translated localized(String name) {
        Body object = within(name).orElseGet(() -> new Body(JsonNodeFactory.instance.objectNode(), path + name + "."));
        Translated text = new Translated(
                object.optionalText("fr").orElse(""),
                object.optionalText("nl").orElse(""),
                object.optionalText("de").orElse(""));
        object.end();
        return text;
    }

    /** Whether the field is there, be it as null. */
    public boolean has(String name) {
        return rest.has(name);
    }

    /** False when it is absent. */
    public boolean flag(String name) {
        return take(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw unreadable(name);
                    }
                    return node.booleanValue();
                })
                .orElse(false);
    }

    /** An object within, left as it is. */
    public JsonNode object(String name) {
        return take(name).filter(JsonNode::isObject).orElseThrow(() -> unreadable(name));
    }

    /** @throws RejectedException when a field is left that nobody has taken */
    public void end() {
        List<Rejection> unknown = new ArrayList<>();
        rest.fieldNames()
                .forEachRemaining(name -> unknown.add(Rejection.ofField("api.unknown-field", path + shortened(name))));
        RejectedException.throwIfAny(unknown);
    }

    /**
     * All that is left, as answers of that form.
     *
     * @throws InvalidAnswersException when they do not fit it
     */
    public FormValues answers(FormDefinition form) {
        FormSubmission submission = form.readJson(rest);
        if (submission.hasErrors()) {
            throw new InvalidAnswersException(form, submission);
        }
        return submission.values();
    }

    private Optional<JsonNode> take(String name) {
        return Optional.ofNullable(rest.remove(name)).filter(node -> !node.isNull());
    }

    private int wholeNumber(JsonNode node, String name) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw unreadable(name);
        }
        return node.intValue();
    }

    private RejectedException unreadable(String name) {
        return new RejectedException(Rejection.ofField("api.unreadable", path + name));
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
