package be.designations.decisions;

import be.designations.decisions.AccessRequest.Thing;
import be.designations.identifier.Niss;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the database is asked.
 *
 * @param person      the person's id, or null
 * @param niss        the person's NISS, when the id is null
 * @param role        the only role that counts; null for any of the asker's, and for what local managers have
 * @param application the only application that counts, or null
 * @param function    the code of the function that is asked about, or null
 * @param capacity    the only capacity that counts, or null
 * @param level       how surely the person signed in; 0 when that is not known
 */
public record Question(
        @Nullable UUID person,
        @Nullable String niss,
        @Nullable String role,
        @Nullable String application,
        @Nullable String function,
        @Nullable String capacity,
        Where where,
        int level,
        Instant at) {

    /** The action that any of the asker's roles allows; the others are the codes of its roles. */
    public static final String USE = "use";

    /** The only kind of subject. */
    public static final String PERSON = "person";

    /** The capacity of whoever was granted a right. */
    static final String USER = "USER";

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    private static final Set<String> OPENING = Set.of(USER, "LOCAL_MANAGER", "CO_LOCAL_MANAGER");

    /** It shows no NISS. */
    @Override
    public String toString() {
        return "Question of " + (person == null ? "a number" : person);
    }

    /**
     * What a request means, or why it is refused without looking.
     *
     * @param question null when it is refused
     * @param refusal  null when it is to be asked
     */
    public record Meaning(
            @Nullable Question question, @Nullable Reason refusal) {

        private static Meaning refused(Reason reason) {
            return new Meaning(null, reason);
        }
    }

    /** @param now the instant when none is named */
    public static Meaning of(AccessRequest request, Asker asker, Instant now) {
        if (!request.subject().type().equals(PERSON)) {
            return Meaning.refused(Reason.UNKNOWN_SUBJECT_TYPE);
        }
        return ofPerson(request, ofThings(request, asker, now));
    }

    /** As {@link #of}, where the place that the resource is has no id yet. */
    public static Meaning ofAnyPlace(AccessRequest request, Asker asker, Instant now) {
        return request.subject().type().equals(PERSON)
                ? ofPerson(request, ofThings(request, asker, Where.ANYWHERE, now))
                : Meaning.refused(Reason.UNKNOWN_SUBJECT_TYPE);
    }

    private static Meaning ofPerson(AccessRequest request, Meaning things) {
        Question question = things.question();
        if (question == null) {
            return things;
        }
        String id = request.subject().id();
        Optional<UUID> person = Ids.parse(id);
        Optional<String> niss =
                person.isPresent() ? Optional.empty() : Niss.parse(id).map(Niss::value);
        if (person.isEmpty() && niss.isEmpty()) {
            return Meaning.refused(Reason.NO_RIGHT);
        }
        return new Meaning(
                new Question(
                        person.orElse(null),
                        niss.orElse(null),
                        question.role(),
                        question.application(),
                        question.function(),
                        question.capacity(),
                        question.where(),
                        question.level(),
                        question.at()),
                null);
    }

    /** As {@link #of}, whoever the subject is. */
    public static Meaning ofThings(AccessRequest request, Asker asker, Instant now) {
        Optional<Where> place = ResourceType.of(request.resource().type())
                .flatMap(type -> Where.ANYWHERE.in(type, request.resource().id()));
        return ofThings(request, asker, place.orElse(null), now);
    }

    /** @param place the one that the resource is; anywhere when it is none, null when it is not to be understood */
    private static Meaning ofThings(AccessRequest request, Asker asker, @Nullable Where place, Instant now) {
        Optional<ResourceType> type = ResourceType.of(request.resource().type());
        if (type.isEmpty()) {
            return Meaning.refused(Reason.UNKNOWN_RESOURCE_TYPE);
        }
        String id = request.resource().id();
        String role = request.action().equals(USE) ? null : request.action();
        String application = null;
        String function = null;
        if (type.get() == ResourceType.ROLE) {
            if (role != null && !role.equals(id)) {
                return Meaning.refused(Reason.NOT_YOURS);
            }
            role = id;
        } else if (type.get() == ResourceType.APPLICATION) {
            application = id;
        } else if (type.get() == ResourceType.FUNCTION) {
            String given = asker.functionRole();
            if (given == null || (role != null && !role.equals(given)) || !isCode(id)) {
                return Meaning.refused(Reason.NOT_YOURS);
            }
            role = given;
            function = id;
        }
        if ((role != null && !asker.roles().containsKey(role))
                || (application != null && !asker.applications().containsKey(application))) {
            return Meaning.refused(Reason.NOT_YOURS);
        }
        String capacity = request.subject().properties().get("capacity");
        if (capacity != null && !(function == null ? OPENING : Set.of(USER)).contains(capacity)) {
            return Meaning.refused(Reason.CAPACITY_OPENS_NOTHING);
        }
        Optional<Where> where = Optional.ofNullable(place)
                .flatMap(named -> within(named, request.resource()))
                .flatMap(named -> within(named, request.subject()));
        if (where.isEmpty()) {
            return Meaning.refused(Reason.PLACES_DIFFER);
        }
        Integer level = request.level();
        Instant at = request.at();
        return new Meaning(
                new Question(
                        null,
                        null,
                        role,
                        application,
                        function,
                        capacity,
                        where.get(),
                        level == null ? 0 : level,
                        at == null ? now : at),
                null);
    }

    /** Whether that is written as applications, roles and functions are. */
    static boolean isCode(String typed) {
        return CODE.matcher(typed).matches();
    }

    /** What the properties of an entity say about the place. */
    static Optional<Where> within(Where where, Thing named) {
        Optional<Where> narrowed = Optional.of(where);
        for (ResourceType type : Set.of(ResourceType.ENTITY, ResourceType.QUALITY, ResourceType.ESTABLISHMENT_UNIT)) {
            String id = named.properties().get(type.code());
            if (id != null) {
                narrowed = narrowed.flatMap(place -> place.in(type, id));
            }
        }
        return narrowed;
    }
}
