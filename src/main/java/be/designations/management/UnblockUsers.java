package be.designations.management;

import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.notification.NotificationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** “Débloquer utilisateur(s)”. */
public record UnblockUsers(@Nullable String reason) implements UserAction.OfUsers {

    @Override
    public UserTask task() {
        return UserTask.UNBLOCK;
    }

    @Override
    public Verdict decide(UserState state, Standing user, Actor actor, Instant now) {
        return user.isBlocked()
                ? state.keptFrom(actor)
                        .map(refusal -> Verdict.refused(state, refusal))
                        .orElseGet(() -> Verdict.done(state, List.of()))
                : Verdict.needless(state, "management.not-blocked");
    }

    @Override
    public void apply(UserChanges changes) {
        changes.unblock();
    }

    @Override
    public NotificationKind told() {
        return NotificationKind.RESPONSIBILITY_UNBLOCKED;
    }

    @Override
    public boolean gives() {
        return true;
    }
}
