package be.designations.management;

import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.notification.NotificationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** “Bloquer utilisateur(s)”: their rights stay on record and give nothing. */
public record BlockUsers(@Nullable String reason) implements UserAction.OfUsers {

    @Override
    public UserTask task() {
        return UserTask.BLOCK;
    }

    @Override
    public Verdict decide(UserState state, Standing user, Actor actor, Instant now) {
        return user.isBlocked()
                ? Verdict.needless(state, "management.blocked-already")
                : Verdict.done(state, List.of());
    }

    @Override
    public void apply(UserChanges changes) {
        changes.block();
    }

    @Override
    public NotificationKind told() {
        return NotificationKind.RESPONSIBILITY_BLOCKED;
    }

    @Override
    public boolean gives() {
        return false;
    }
}
