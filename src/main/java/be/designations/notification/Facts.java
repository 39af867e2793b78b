package be.designations.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The details of a mail as the database keeps them: by their code, as the recipient is to read them. */
final class Facts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Facts() {}

    static String write(Map<Detail, String> details) {
        Map<String, String> byCode = new TreeMap<>();
        details.forEach((detail, value) -> byCode.put(detail.code(), value));
        try {
            return JSON.writeValueAsString(byCode);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException when there is a detail that this version does not know */
    static Map<Detail, String> read(String facts) {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        try {
            JSON.readValue(facts, new TypeReference<Map<String, String>>() {})
                    .forEach((code, value) -> details.put(
                            Detail.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')), value));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("facts of a mail that cannot be read", unreadable);
        }
        return details;
    }
}
