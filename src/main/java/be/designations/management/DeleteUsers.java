package be.designations.management;

import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.notification.NotificationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** “Supprimer utilisateur(s)”: they cease to be users, and their rights in the quality end. */
public record DeleteUsers(@Nullable String reason) implements UserAction.OfUsers {

    @Override
    public UserTask task() {
        return UserTask.DELETE;
    }

    @Override
    public Verdict decide(UserState state, Standing user, Actor actor, Instant now) {
        return Verdict.done(state, UserState.roles(ended(state)));
    }

    /** All of that person's. */
    List<Right> ended(UserState state) {
        return state.rights();
    }

    @Override
    public void apply(UserChanges changes) {
        changes.endRights(this::ended);
        changes.endForGood();
    }

    @Override
    public NotificationKind told() {
        return NotificationKind.RESPONSIBILITY_ENDED;
    }

    @Override
    public boolean reachesComing() {
        return true;
    }

    @Override
    public boolean gives() {
        return false;
    }
}
