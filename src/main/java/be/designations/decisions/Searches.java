package be.designations.decisions;

import be.designations.decisions.SearchStore.Sought;
import be.designations.directory.SignInLevel;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who may do something, where somebody may do it, and what they may do there. A level of sign-in that is not said is not asked for:
 * what is found is permitted to whoever signs in surely enough (D35).
 */
@Service
public class Searches {

    private static final int HIGHEST_LEVEL = 500;

    private final SearchStore store;
    private final Decisions decisions;
    private final DecisionLog log;
    private final Clock clock;

    Searches(SearchStore store, Decisions decisions, DecisionLog log, Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The ids of people.
     *
     * @param after where the page before ended, or null
     */
    public List<String> subjects(Asker asker, AccessRequest request, @Nullable String after, int most) {
        Question asked = Question.ofThings(request, asker, clock.instant()).question();
        UUID last = after == null ? null : Ids.parse(after).orElse(null);
        List<String> found = asked == null || !request.subject().type().equals(Question.PERSON)
                ? List.of()
                : store.people(sought(asker, request, asked), last, most).stream()
                        .map(UUID::toString)
                        .toList();
        log.searched(asker, "subject", found.size());
        return found;
    }

    /** The ids of resources of the type that is asked for. */
    public List<String> resources(Asker asker, AccessRequest request, @Nullable String after, int most) {
        Optional<ResourceType> type = ResourceType.of(request.resource().type());
        List<String> found = type.isEmpty()
                ? List.of()
                : switch (type.get()) {
                    case APPLICATION ->
                        page(permitted(asker, asker.applications().keySet(), request::withResource), after, most);
                    case ROLE -> page(permitted(asker, asker.roles().keySet(), request::withResource), after, most);
                    case ENTITY, QUALITY, ESTABLISHMENT_UNIT -> places(asker, request, type.get(), after, most);
                    case FUNCTION -> functions(asker, request, after, most);
                };
        log.searched(asker, "resource", found.size());
        return found;
    }

    /** The names of actions: {@code use}, and the codes of roles. */
    public List<String> actions(Asker asker, AccessRequest request, @Nullable String after, int most) {
        List<String> all = Stream.concat(asker.roles().keySet().stream(), Stream.of(Question.USE))
                .toList();
        List<String> found = page(permitted(asker, all, request::withAction), after, most);
        log.searched(asker, "action", found.size());
        return found;
    }

    private List<String> places(
            Asker asker, AccessRequest request, ResourceType type, @Nullable String after, int most) {
        Instant now = clock.instant();
        Question asked = Question.ofAnyPlace(request, asker, now).question();
        return asked == null ? List.of() : store.places(type, asked, sought(asker, request, asked), after, most);
    }

    /** As the places where somebody has the role by which functions are had. */
    private List<String> functions(Asker asker, AccessRequest request, @Nullable String after, int most) {
        String role = asker.functionRole();
        return role == null
                ? List.of()
                : places(asker, request.withResource(ResourceType.ROLE, role), ResourceType.FUNCTION, after, most);
    }

    private List<String> permitted(Asker asker, Collection<String> candidates, Function<String, AccessRequest> with) {
        List<String> all = List.copyOf(candidates);
        List<Decision> decided = decisions.decide(
                asker, all.stream().map(with).map(Searches::atItsLevel).toList());
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .filter(i -> decided.get(i).isPermitted())
                .map(all::get)
                .toList();
    }

    private static AccessRequest atItsLevel(AccessRequest request) {
        return request.level() != null
                ? request
                : new AccessRequest(
                        request.subject(), request.action(), request.resource(), HIGHEST_LEVEL, request.at());
    }

    private static List<String> page(List<String> found, @Nullable String after, int most) {
        return found.stream()
                .sorted()
                .filter(one -> after == null || one.compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    private static Sought sought(Asker asker, AccessRequest request, Question asked) {
        Integer said = request.level();
        SignInLevel level = new SignInLevel(said == null ? HIGHEST_LEVEL : said);
        return new Sought(
                atMost(level, asker.rolesCounting(asked)),
                atMost(level, asker.applicationsCounting(asked)),
                asked.capacity(),
                asked.function(),
                asked.where(),
                asked.at());
    }

    private static Set<String> atMost(SignInLevel level, Map<String, SignInLevel> needed) {
        return needed.entrySet().stream()
                .filter(one -> level.isAtLeast(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
