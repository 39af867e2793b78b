package be.designations.management;

import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.notification.Detail;
import be.designations.notification.NotificationKind;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * “Ajouter application(s)”.
 *
 * @param roles    codes of the catalogue
 * @param context  the establishment units to which the rights are limited
 * @param wholeEntity said on purpose for a role that takes a context and is to hold without one (D21)
 * @param lastDay  the last day of the rights, or null when no end is given
 * @param althoughBlocked whether who is blocked gets them too; they give nothing until the person is unblocked (D6)
 */
public record AddApplications(
        Set<String> roles,
        Set<EstablishmentUnitNumber> context,
        boolean wholeEntity,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String reason,
        boolean althoughBlocked)
        implements UserAction.OfApplications {

    public AddApplications {
        roles = Set.copyOf(roles);
        context = Set.copyOf(context);
    }

    @Override
    public UserTask task() {
        return UserTask.ADD_APPLICATIONS;
    }

    @Override
    public List<Rejection> check(UserActionPlace place) {
        return RightsPolicy.check(
                this,
                place.roles().get(),
                context.isEmpty() ? List.of() : place.units().get(),
                place.today());
    }

    @Override
    public Verdict decide(UserState state, Standing user, Actor actor, Instant now) {
        Optional<Rejection> kept = state.keptFrom(actor);
        if (kept.isPresent()) {
            return Verdict.refused(state, kept.get());
        }
        if (user.isBlocked() && !althoughBlocked) {
            return Verdict.refused(state, Rejection.of("management.user-blocked"));
        }
        Instant from = Days.startOf(firstDay, now);
        Instant until = Days.endOfPeriod(lastDay);
        if (isAfter(until, user.responsibility().validUntil())) {
            return Verdict.refused(state, Rejection.of("management.right-outlives-user"));
        }
        Optional<Rejection> untied = TiesCarryPolicy.check(state.ties(), from, until);
        if (untied.isPresent()) {
            return Verdict.refused(state, untied.get());
        }
        List<Right> overlapping = state.rightsOf(roles).stream()
                .filter(right -> overlaps(right, from, until))
                .toList();
        if (!overlapping.stream().allMatch(right -> covers(right, from, until))) {
            return Verdict.refused(state, Rejection.of("management.remove-first"));
        }
        Set<String> held = overlapping.stream().map(Right::role).collect(Collectors.toUnmodifiableSet());
        List<String> missing =
                roles.stream().filter(role -> !held.contains(role)).sorted().toList();
        return missing.isEmpty()
                ? Verdict.needless(state, "management.has-them-already")
                : Verdict.done(state, missing);
    }

    /** Whether the right gives all that is asked for: as long, and in as many places. */
    private boolean covers(Right right, Instant from, @Nullable Instant until) {
        boolean asLong = !right.from().isAfter(from) && (right.until() == null || !isAfter(until, right.until()));
        boolean asWide = right.context().isEmpty()
                || (!context.isEmpty() && right.context().containsAll(context));
        return asLong && asWide;
    }

    private static boolean overlaps(Right right, Instant from, @Nullable Instant until) {
        return (right.until() == null || right.until().isAfter(from))
                && (until == null || right.from().isBefore(until));
    }

    /** Null means that no end is known: after every instant. */
    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return other != null && (one == null || one.isAfter(other));
    }

    @Override
    public void apply(UserChanges changes) {
        changes.grant(changes.done().stream()
                .flatMap(verdict -> verdict.roles().stream().map(role -> right(verdict.person(), role, changes)))
                .toList());
    }

    private Right right(PersonId person, String role, UserChanges changes) {
        return new Right(
                UUID.randomUUID(),
                person,
                role,
                changes.quality(),
                context,
                Days.startOf(firstDay, changes.at()),
                Days.endOfPeriod(lastDay),
                Words.ofReason(reason),
                changes.basis());
    }

    @Override
    public void tell(ManagementMails mails, Map<PersonId, Verdict> done, ManagementMails.Decision decision) {
        mails.tellOfRights(
                NotificationKind.RIGHTS_GIVEN,
                done,
                decision.from(Days.startOf(firstDay, decision.at())),
                mail -> lastDay == null ? mail : mail.with(Detail.LAST_DAY, lastDay));
    }

    @Override
    public Map<String, Object> recorded() {
        return althoughBlocked ? Map.of("althoughBlocked", true) : Map.of();
    }

    @Override
    public boolean gives() {
        return true;
    }
}
