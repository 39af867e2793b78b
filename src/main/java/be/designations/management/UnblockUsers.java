package be.designations.management;

import be.designations.access.ResponsibilityKind;
import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.notification.NotificationKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    public void tell(ManagementMails mails, Map<PersonId, Verdict> done, ManagementMails.Decision decision) {
        mails.tell(done.keySet(), NotificationKind.RESPONSIBILITY_UNBLOCKED, ResponsibilityKind.USER, decision);
    }

    @Override
    public boolean gives() {
        return true;
    }
}
