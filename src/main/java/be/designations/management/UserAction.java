package be.designations.management;

import be.designations.access.ResponsibilityKind;
import be.designations.access.Standing;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.notification.NotificationKind;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a manager does with one or many users of a quality at once: one type an action, whole in itself. {@link Users} does
 * what all have in common.
 */
public interface UserAction {

    UserTask task();

    /** The words of the manager, or null. */
    @Nullable
    String reason();

    /** Codes of the roles of which it gives or takes rights. */
    Set<String> roles();

    /** Into which subdivision people come by it. */
    Optional<SubdivisionId> destination();

    /** What is wrong with it, whomever it is for. */
    List<Rejection> check(UserActionPlace place);

    /** What it comes to for one user; the preview and the action itself ask alike. <i>Source: A2, A6, D5, D6.</i> */
    Verdict decide(UserState state, Standing user, Actor actor, Instant now);

    /** Does it with everybody whom it was decided for. */
    void apply(UserChanges changes);

    /** Tells them. */
    void tell(ManagementMails mails, Map<PersonId, Verdict> done, ManagementMails.Decision decision);

    /** Whether people have more by it: then the log tells how they stand after it, else how they stood before. */
    boolean gives();

    /** Whether it reaches those, too, who will be users by an earlier decision and are not yet. */
    default boolean reachesComing() {
        return false;
    }

    /** What the log tells besides whom and which roles it concerned. */
    Map<String, Object> recorded();

    /** One that concerns people as users, and asks nothing but why. */
    interface OfUsers extends UserAction {

        /** What the mail to them is of. */
        NotificationKind told();

        @Override
        default void tell(ManagementMails mails, Map<PersonId, Verdict> done, ManagementMails.Decision decision) {
            mails.tell(done.keySet(), told(), ResponsibilityKind.USER, decision);
        }

        @Override
        default Set<String> roles() {
            return Set.of();
        }

        @Override
        default Optional<SubdivisionId> destination() {
            return Optional.empty();
        }

        @Override
        default List<Rejection> check(UserActionPlace place) {
            return List.of();
        }

        @Override
        default Map<String, Object> recorded() {
            return Map.of();
        }
    }

    /** One that concerns their rights. */
    interface OfApplications extends UserAction {

        @Override
        default Optional<SubdivisionId> destination() {
            return Optional.empty();
        }

        @Override
        default Map<String, Object> recorded() {
            return Map.of();
        }
    }
}
