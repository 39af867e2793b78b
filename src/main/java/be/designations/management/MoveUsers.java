package be.designations.management;

import be.designations.access.Responsibility;
import be.designations.access.Standing;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Into another subdivision.
 *
 * @param to null: into none
 */
public record MoveUsers(
        @Nullable SubdivisionId to, @Nullable String reason) implements UserAction {

    @Override
    public UserTask task() {
        return UserTask.MOVE;
    }

    @Override
    public Set<String> roles() {
        return Set.of();
    }

    @Override
    public Optional<SubdivisionId> destination() {
        return Optional.ofNullable(to);
    }

    @Override
    public List<Rejection> check(UserActionPlace place) {
        return place.refusal().apply(to).stream().toList();
    }

    /** A move makes a new row; it must not switch on what is blocked. */
    @Override
    public Verdict decide(UserState state, Standing user, Actor actor, Instant now) {
        if (Objects.equals(user.responsibility().subdivision(), to)) {
            return Verdict.needless(state, "management.there-already");
        }
        return user.isBlocked()
                ? Verdict.refused(state, Rejection.of("management.blocked-is-not-moved"))
                : Verdict.done(state, List.of());
    }

    @Override
    public void apply(UserChanges changes) {
        changes.end();
        changes.begin(changes.users().stream().map(user -> moved(user, changes)).toList());
    }

    private Responsibility moved(Responsibility user, UserChanges changes) {
        return new Responsibility(
                UUID.randomUUID(),
                user.kind(),
                user.organisation(),
                user.quality(),
                to,
                user.person(),
                changes.at(),
                user.validUntil(),
                changes.basis());
    }

    @Override
    public void tell(ManagementMails mails, Map<PersonId, Verdict> done, ManagementMails.Decision decision) {
        mails.tellOfMove(to, done.keySet(), decision);
    }

    @Override
    public boolean gives() {
        return true;
    }

    @Override
    public Map<String, Object> recorded() {
        return Map.of("to", to == null ? "" : to.value());
    }
}
