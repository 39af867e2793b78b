package be.designations.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What nobody types in earnest, the same in the same order for the same seed. */
public final class HostileValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "%00",
            "%",
            "'\"><script>alert(1)</script>",
            "' or 1=1 --",
            "${7*7}",
            "__${7*7}__::.x",
            "#{T(Runtime)}",
            "{0}",
            "{",
            "a\r\nSet-Cookie: a=b",
            "../../../../etc/passwd",
            "99999999999999999999",
            "-1",
            "0",
            "1e309",
            "NaN",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-00-00",
            "2026-02-30",
            "1900-01-01",
            "٣٤",
            "\u202egnp.exe",
            "\u200b",
            "😀".repeat(50),
            "e\u0301".repeat(100),
            "null",
            "true",
            "[]",
            "{}",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "00000000000",
            "0000000000",
            "a@b",
            "a@b.example\u0000",
            "https://elsewhere.example/",
            "//elsewhere.example",
            "\\\\elsewhere.example\\x",
            "FR",
            "x".repeat(300),
            "x".repeat(5_000),
            "\uffff",
            "+32" + "0".repeat(40));

    private static final List<String> SEGMENTS = List.of(
            "%00",
            "%25",
            "%2e%2e",
            "%2F",
            "%5C",
            "%0a",
            "%ED%A0%80",
            "%F0%9F%98%80",
            ";a=b",
            "x".repeat(3000),
            "-1",
            "..",
            "%27",
            "DPD-2026-99999",
            "DPD-9999999999999-00001");

    private static final List<String> HEADERS = List.of(
            "x",
            "*/*;q=2",
            "application/xml",
            "text/html;charset=nothing",
            "\"",
            "W/\"x\"",
            "0",
            "-1",
            "99999999999999999999",
            "fr-;;",
            "a".repeat(2000),
            "multipart/form-data",
            "application/json;charset=utf-16");

    private final Random random;

    public HostileValues(long seed) {
        random = new Random(seed);
    }

    public String text() {
        return oneOf(TEXTS);
    }

    /** Of a path, encoded. */
    public String segment() {
        return oneOf(SEGMENTS);
    }

    public String headerValue() {
        return oneOf(HEADERS);
    }

    /** As it may stand in a header: without quotes and line ends. */
    public String fileName() {
        return text().replaceAll("[\"\\r\\n]", "") + oneOf(List.of("", ".pdf", ".pdf.exe", ".docx"));
    }

    public byte[] bytes() {
        byte[] bytes = new byte[below(2000)];
        random.nextBytes(bytes);
        return bytes;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean sometimes() {
        return random.nextBoolean();
    }

    public boolean rarely() {
        return below(10) == 0;
    }

    public String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The fields with some of them spoilt, left out or added. */
    public Map<String, String> spoil(Map<String, String> fields) {
        Map<String, String> spoilt = new LinkedHashMap<>(fields);
        List<String> names = new ArrayList<>(fields.keySet());
        if (names.isEmpty() || rarely()) {
            spoilt.put(text(), text());
            return spoilt;
        }
        for (int i = 0; i <= below(3); i++) {
            String name = oneOf(names);
            if (rarely()) {
                spoilt.remove(name);
            } else {
                spoilt.put(name, text());
            }
        }
        return spoilt;
    }

    /** The body with one value of it, at any depth, replaced by something else. */
    public JsonNode spoil(JsonNode body) {
        if (body instanceof ObjectNode object && !object.isEmpty() && !rarely()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = oneOf(names);
            object.set(name, spoil(object.get(name)));
            return object;
        }
        if (body instanceof ArrayNode array && !array.isEmpty() && !rarely()) {
            return array.set(0, spoil(array.get(0)));
        }
        JsonNodeFactory node = JsonNodeFactory.instance;
        return switch (below(9)) {
            case 0 -> node.nullNode();
            case 1 -> node.objectNode().put(text(), text());
            case 2 -> node.arrayNode().add(text()).add(node.nullNode());
            case 3 -> node.numberNode(Long.MAX_VALUE);
            case 4 -> node.numberNode(-1.5);
            case 5 -> node.booleanNode(true);
            default -> node.textNode(text());
        };
    }

    /** Mostly the JSON itself, now and then what no parser takes. */
    public String maimed(String json) {
        if (!rarely()) {
            return json;
        }
        return switch (below(7)) {
            case 0 -> json.substring(0, below(json.length() + 1));
            case 1 -> json + json;
            case 2 -> "[".repeat(2000);
            case 3 -> "\ufeff" + json;
            case 4 -> "";
            case 5 -> "\"\\ud800\"";
            default -> json.replaceFirst("\\{", "{\"version\":1e400,\"version\":\"x\",");
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
