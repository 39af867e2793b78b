package be.designations.decisions.api;

import be.designations.decisions.AccessRequest;
import be.designations.decisions.AccessRequest.Thing;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What a request says. Unknown fields are left alone; a field twice, an odd type and a missing field are refused. <i>Source:
 * Authorization API 1.0 §5, §10.1; RFC 7493 §2.3.</i>
 */
final class Asked {

    /** Bytes of a body at most. */
    private static final int LONGEST = 512 * 1024;

    private static final int HIGHEST_LEVEL = 500;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private Asked() {}

    /** The parts of a request that may be asked for. */
    enum Part {
        SUBJECT("subject"),
        ACTION("action"),
        RESOURCE("resource");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** @throws UnreadableException when the body is no JSON object */
    static ObjectNode body(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw new UnreadableException("Content-Type must be application/json");
        }
        byte[] sent = request.getInputStream().readNBytes(LONGEST + 1);
        if (sent.length > LONGEST) {
            throw new UnreadableException("The body is longer than " + LONGEST + " bytes");
        }
        try {
            if (JSON.readTree(sent) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException unreadable) {
            // Bytes that are no text at all are another failure to the library than text that is no JSON.
            throw new UnreadableException("The body is not valid JSON");
        }
        throw new UnreadableException("The body must be a JSON object");
    }

    private static boolean isJson(@Nullable String type) {
        if (MediaType.APPLICATION_JSON_VALUE.equals(type)) {
            return true;
        }
        try {
            return type != null && MediaType.parseMediaType(type).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** @throws UnreadableException when something that is needed is missing, or of another type */
    static AccessRequest evaluation(JsonNode body) {
        return request(body, null);
    }

    /** A search: the part that is searched for needs no id, and one that it brings is not looked at. */
    static AccessRequest search(JsonNode body, Part sought) {
        return request(body, sought);
    }

    private static AccessRequest request(JsonNode body, @Nullable Part sought) {
        ObjectNode context = object(body, "context", false);
        return new AccessRequest(
                entity(body, Part.SUBJECT, sought),
                sought == Part.ACTION ? "" : action(body),
                entity(body, Part.RESOURCE, sought),
                context == null ? null : level(context),
                context == null ? null : at(context));
    }

    private static String action(JsonNode body) {
        ObjectNode action = needed(body, Part.ACTION.field());
        object(action, "properties", false);
        return text(action, "action", "name");
    }

    private static Thing entity(JsonNode body, Part part, @Nullable Part sought) {
        ObjectNode entity = needed(body, part.field());
        ObjectNode properties = object(entity, "properties", false);
        return new Thing(
                text(entity, part.field(), "type"),
                part == sought ? "" : text(entity, part.field(), "id"),
                properties == null ? Map.of() : texts(properties));
    }

    /** What says where; of the rest nothing is understood. */
    private static Map<String, String> texts(ObjectNode properties) {
        Map<String, String> texts = new HashMap<>();
        for (String name : List.of("entity", "quality", "establishment_unit", "capacity")) {
            JsonNode value = properties.get(name);
            if (value != null && !value.isNull()) {
                if (!value.isTextual()) {
                    throw new UnreadableException("properties." + name + " must be a string");
                }
                texts.put(name, value.textValue());
            }
        }
        return texts;
    }

    private static @Nullable Integer level(ObjectNode context) {
        JsonNode level = context.get("sign_in_level");
        if (level == null || level.isNull()) {
            return null;
        }
        if (!level.isIntegralNumber()
                || !level.canConvertToInt()
                || level.intValue() < 0
                || level.intValue() > HIGHEST_LEVEL) {
            throw new UnreadableException("context.sign_in_level must be an integer from 0 to " + HIGHEST_LEVEL);
        }
        return level.intValue();
    }

    private static @Nullable Instant at(ObjectNode context) {
        JsonNode time = context.get("time");
        if (time == null || time.isNull()) {
            return null;
        }
        try {
            Instant at =
                    time.isTextual() ? OffsetDateTime.parse(time.textValue()).toInstant() : null;
            if (at != null && !at.isBefore(Instant.EPOCH) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException unreadable) {
            // As any other.
        }
        throw new UnreadableException("context.time must be a date and time with its offset, from 1970 to 9999");
    }

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static String text(ObjectNode object, String of, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new UnreadableException(of + '.' + name + " is missing");
        }
        if (!value.isTextual()) {
            throw new UnreadableException(of + '.' + name + " must be a string");
        }
        return value.textValue();
    }

    private static ObjectNode needed(JsonNode body, String name) {
        ObjectNode object = object(body, name, true);
        if (object == null) {
            throw new UnreadableException(name + " is missing");
        }
        return object;
    }

    /** @return null when it is not there and may be missing */
    static @Nullable ObjectNode object(JsonNode body, String name, boolean needed) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            if (needed) {
                throw new UnreadableException(name + " is missing");
            }
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new UnreadableException(name + " must be an object");
    }

    /** The fields whose defaults stand at the top of a batch. */
    static Stream<String> defaults() {
        return Stream.concat(Arrays.stream(Part.values()).map(Part::field), Stream.of("context"));
    }

    /** Refuses defaults that could never be one, before any of the batch is looked at. */
    static void checkDefaults(ObjectNode body) {
        Set<String> there = Set.copyOf(defaults().filter(body::hasNonNull).toList());
        if (there.contains("subject")) {
            entity(body, Part.SUBJECT, null);
        }
        if (there.contains("resource")) {
            entity(body, Part.RESOURCE, null);
        }
        if (there.contains("action")) {
            action(body);
        }
        ObjectNode context = object(body, "context", false);
        if (context != null) {
            level(context);
            at(context);
        }
    }
}
