package be.designations.management;

import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of each person what an action comes to; the preview and the action itself ask alike. <i>Source: A2, A6, D5, D6.</i> */
final class UserRules {

    private UserRules() {}

    static Verdict decide(UserAction action, UserState state, Actor actor, Instant now) {
        Standing user = state.user();
        if (user == null) {
            return Verdict.refused(state, Rejection.of("management.not-a-user"));
        }
        if (action instanceof UserAction.Delete) {
            return Verdict.done(state, roles(state.rights()));
        }
        if (action instanceof UserAction.Block) {
            return user.isBlocked()
                    ? Verdict.needless(state, "management.blocked-already")
                    : Verdict.done(state, List.of());
        }
        if (action instanceof UserAction.Unblock) {
            return unblock(state, user, actor);
        }
        if (action instanceof UserAction.AddApplications add) {
            return add(add, state, user, actor, now);
        }
        if (action instanceof UserAction.RemoveApplications remove) {
            List<String> held = roles(ofRoles(state.rights(), remove.roles()));
            return held.isEmpty() ? Verdict.needless(state, "management.has-none-of-these") : Verdict.done(state, held);
        }
        return move((UserAction.Move) action, state, user);
    }

    /** The rights of that person that the action ends. */
    static List<Right> ended(UserAction action, UserState state) {
        return action instanceof UserAction.RemoveApplications remove
                ? ofRoles(state.rights(), remove.roles())
                : action instanceof UserAction.Delete ? state.rights() : List.of();
    }

    private static Verdict unblock(UserState state, Standing user, Actor actor) {
        if (!user.isBlocked()) {
            return Verdict.needless(state, "management.not-blocked");
        }
        return keptFrom(state, actor)
                .map(refusal -> Verdict.refused(state, refusal))
                .orElseGet(() -> Verdict.done(state, List.of()));
    }

    /** Why that person is given nothing by that manager. */
    private static Optional<Rejection> keptFrom(UserState state, Actor actor) {
        return NotForOneselfPolicy.check(actor, state.person()).or(() -> PersonStandsPolicy.check(state.disabled()));
    }

    private static Verdict add(
            UserAction.AddApplications add, UserState state, Standing user, Actor actor, Instant now) {
        Optional<Rejection> kept = keptFrom(state, actor);
        if (kept.isPresent()) {
            return Verdict.refused(state, kept.get());
        }
        Instant from = Days.startOf(add.firstDay(), now);
        Instant until = Days.endOf(add.lastDay());
        if (isAfter(until, user.responsibility().validUntil())) {
            return Verdict.refused(state, Rejection.of("management.right-outlives-user"));
        }
        List<Right> overlapping = ofRoles(state.rights(), add.roles()).stream()
                .filter(right -> overlaps(right, from, until))
                .toList();
        if (!overlapping.stream().allMatch(right -> covers(right, add, from, until))) {
            return Verdict.refused(state, Rejection.of("management.remove-first"));
        }
        Set<String> held = overlapping.stream().map(Right::role).collect(Collectors.toUnmodifiableSet());
        List<String> missing = add.roles().stream()
                .filter(role -> !held.contains(role))
                .sorted()
                .toList();
        return missing.isEmpty()
                ? Verdict.needless(state, "management.has-them-already")
                : Verdict.done(state, missing);
    }

    /** Whether the right gives all that is asked for: as long, and in as many places. */
    private static boolean covers(Right right, UserAction.AddApplications add, Instant from, @Nullable Instant until) {
        boolean asLong = !right.from().isAfter(from) && (right.until() == null || !isAfter(until, right.until()));
        boolean asWide = right.context().isEmpty()
                || (!add.context().isEmpty() && right.context().containsAll(add.context()));
        return asLong && asWide;
    }

    /** A move makes a new row; it must not switch on what is blocked. */
    private static Verdict move(UserAction.Move move, UserState state, Standing user) {
        if (Objects.equals(user.responsibility().subdivision(), move.to())) {
            return Verdict.needless(state, "management.there-already");
        }
        return user.isBlocked()
                ? Verdict.refused(state, Rejection.of("management.blocked-is-not-moved"))
                : Verdict.done(state, List.of());
    }

    private static boolean overlaps(Right right, Instant from, @Nullable Instant until) {
        return (right.until() == null || right.until().isAfter(from))
                && (until == null || right.from().isBefore(until));
    }

    /** Null means that no end is known: after every instant. */
    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return other != null && (one == null || one.isAfter(other));
    }

    private static List<Right> ofRoles(List<Right> rights, Set<String> roles) {
        return rights.stream().filter(right -> roles.contains(right.role())).toList();
    }

    private static List<String> roles(List<Right> rights) {
        return rights.stream().map(Right::role).distinct().sorted().toList();
    }
}
