package be.designations.management;

import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.notification.NotificationKind;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * “Supprimer application(s)”.
 *
 * @param roles codes of the catalogue
 * @param only  of the rights of these roles only these, or empty for all
 */
public record RemoveApplications(
        Set<String> roles, Set<UUID> only, @Nullable String reason) implements UserAction.OfApplications {

    public RemoveApplications {
        roles = Set.copyOf(roles);
        only = Set.copyOf(only);
    }

    /** Of every right of these roles. */
    public RemoveApplications(Set<String> roles, @Nullable String reason) {
        this(roles, Set.of(), reason);
    }

    @Override
    public UserTask task() {
        return UserTask.REMOVE_APPLICATIONS;
    }

    @Override
    public List<Rejection> check(UserActionPlace place) {
        return roles.isEmpty() ? List.of(Rejection.ofField("management.no-application-ticked", "roles")) : List.of();
    }

    @Override
    public Verdict decide(UserState state, Standing user, Actor actor, Instant now) {
        List<String> held = UserState.roles(ended(state));
        return held.isEmpty() ? Verdict.needless(state, "management.has-none-of-these") : Verdict.done(state, held);
    }

    /** Those of that person that are of one of the roles. */
    List<Right> ended(UserState state) {
        return state.rightsOf(roles).stream()
                .filter(right -> only.isEmpty() || only.contains(right.id()))
                .toList();
    }

    @Override
    public void apply(UserChanges changes) {
        changes.endRights(this::ended);
    }

    @Override
    public void tell(ManagementMails mails, Map<PersonId, Verdict> done, ManagementMails.Decision decision) {
        mails.tellOfRights(NotificationKind.RIGHTS_ENDED, done, decision, UnaryOperator.identity());
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
