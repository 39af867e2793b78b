package be.designations.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a person may do something. Begun with {@link #about}, and narrowed by its other methods, each of which makes another one.
 * It shows no person in a log.
 */
public final class Question {

    private final String person;
    private final String action;
    private final String resourceType;
    private final String resource;
    private final Map<String, String> places;
    private final Optional<String> capacity;
    private final Optional<Integer> level;
    private final Optional<Instant> at;

    private Question(
            String person,
            String action,
            String resourceType,
            String resource,
            Map<String, String> places,
            Optional<String> capacity,
            Optional<Integer> level,
            Optional<Instant> at) {
        this.person = person;
        this.action = action;
        this.resourceType = resourceType;
        this.resource = resource;
        this.places = Map.copyOf(places);
        this.capacity = capacity;
        this.level = level;
        this.at = at;
    }

    /** @param person the opaque id, or the NISS, which goes into the body of the request only */
    public static Asking about(String person) {
        return new Asking(person);
    }

    /** A question without its resource yet. */
    public static final class Asking {

        private final String person;

        private Asking(String person) {
            this.person = person;
        }

        /** Whether the person may open that application of yours. */
        public Question application(String code) {
            return of("application", code);
        }

        /** Whether the person has that role of yours. */
        public Question role(String code) {
            return of("role", code);
        }

        /** Whether the person may work with you for the entity of that enterprise number, ten digits. */
        public Question entity(String enterpriseNumber) {
            return of("entity", enterpriseNumber);
        }

        /** Whether the person may work with you in that quality: its id, or the code of its kind. */
        public Question quality(String id) {
            return of("quality", id);
        }

        /** Whether the person may work with you in the establishment unit of that number, ten digits. */
        public Question establishmentUnit(String number) {
            return of("establishment_unit", number);
        }

        /** Whether profiles give the person that function, by its code, with your role that functions are had by. */
        public Question function(String code) {
            return of("function", code);
        }

        private Question of(String type, String id) {
            return new Question(
                    person, "use", type, id, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** By that role of yours alone. */
    public Question as(String role) {
        return new Question(person, role, resourceType, resource, places, capacity, level, at);
    }

    /** By what the person may in that capacity alone: {@code USER}, {@code LOCAL_MANAGER} or {@code CO_LOCAL_MANAGER}. */
    public Question inCapacity(String code) {
        return new Question(person, action, resourceType, resource, places, Optional.of(code), level, at);
    }

    /** @param enterpriseNumber ten digits */
    public Question inEntity(String enterpriseNumber) {
        return in("entity", enterpriseNumber);
    }

    /** @param id of a quality, or the code of its kind */
    public Question inQuality(String id) {
        return in("quality", id);
    }

    /** @param number ten digits */
    public Question inEstablishmentUnit(String number) {
        return in("establishment_unit", number);
    }

    private Question in(String type, String id) {
        Map<String, String> more = new TreeMap<>(places);
        more.put(type, id);
        return new Question(person, action, resourceType, resource, more, capacity, level, at);
    }

    /** How surely the person signed in, 0 to 500; left out, it is 0. */
    public Question signedInAt(int signInLevel) {
        return new Question(person, action, resourceType, resource, places, capacity, Optional.of(signInLevel), at);
    }

    /** At that instant; left out, it is now. */
    public Question at(Instant instant) {
        return new Question(person, action, resourceType, resource, places, capacity, level, Optional.of(instant));
    }

    Map<String, Object> body() {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("type", "person");
        subject.put("id", person);
        capacity.ifPresent(code -> subject.put("properties", Map.of("capacity", code)));
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("type", resourceType);
        asked.put("id", resource);
        if (!places.isEmpty()) {
            asked.put("properties", places);
        }
        Map<String, Object> context = new LinkedHashMap<>();
        level.ifPresent(value -> context.put("sign_in_level", value));
        at.ifPresent(instant -> context.put("time", instant.toString()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", subject);
        body.put("action", Map.of("name", action));
        body.put("resource", asked);
        body.put("context", context);
        return body;
    }

    @Override
    public String toString() {
        return action + " of " + resourceType + ' ' + resource;
    }
}
