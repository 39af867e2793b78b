package be.designations.api;

import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.InvalidAnswersException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was sent. Every field is taken out by who knows it; what is left over is refused, as a misspelt
 * name must not pass for an answer that was not given.
 */
public final class Body {

    private static final String VERSION = "version";
    private static final Set<String> LANGUAGES = Set.of("fr", "nl", "de");

    private final ObjectNode rest;

    private Body(ObjectNode rest) {
        this.rest = rest;
    }

    public static Body of(ObjectNode json) {
        return new Body(json.deepCopy());
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
        return take(name).filter(JsonNode::isTextual).map(JsonNode::textValue).orElseThrow(() -> unreadable(name));
    }

    public Optional<String> optionalText(String name) {
        return take(name).map(node -> textOf(node, name));
    }

    /** A list of texts, empty when it is absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        take(name).ifPresent(list -> {
            if (!list.isArray()) {
                throw unreadable(name);
            }
            list.forEach(node -> texts.add(textOf(node, name)));
        });
        return texts;
    }

    /** A whole number, or null when it is absent. */
    public @Nullable Integer number(String name) {
        return take(name).map(node -> wholeNumber(node, name)).orElse(null);
    }

    /** A text in the three languages; a language that is absent is empty. */
    public LocalizedString localized(String name) {
        JsonNode object = take(name).orElseGet(JsonNodeFactory.instance::objectNode);
        if (!object.isObject()) {
            throw unreadable(name);
        }
        List<Rejection> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(language -> {
            if (!LANGUAGES.contains(language)) {
                unknown.add(Rejection.ofField("api.unknown-field", name + "." + shortened(language)));
            }
        });
        RejectedException.throwIfAny(unknown);
        return new LocalizedString(
                localized(object, name, "fr"), localized(object, name, "nl"), localized(object, name, "de"));
    }

    private static String localized(JsonNode object, String name, String language) {
        JsonNode text = object.path(language);
        return text.isMissingNode() || text.isNull() ? "" : textOf(text, name + "." + language);
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
                .forEachRemaining(name -> unknown.add(Rejection.ofField("api.unknown-field", shortened(name))));
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

    private static String textOf(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw unreadable(name);
        }
        return node.textValue();
    }

    private static int wholeNumber(JsonNode node, String name) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw unreadable(name);
        }
        return node.intValue();
    }

    private static RejectedException unreadable(String name) {
        return new RejectedException(Rejection.ofField("api.unreadable", name));
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
