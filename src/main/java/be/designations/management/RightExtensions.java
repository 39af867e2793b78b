package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Authority.Reach;
import be.designations.access.Basis;
import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.access.Standing;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.Tied;
import be.designations.notification.Detail;
import be.designations.notification.NotificationKind;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets rights go on for longer than they were given for. Each extension is a decision of its own: the longest period of the role is counted
 * from its day, and no right outlasts the ties of its person. <i>Source: B4 (changing the duration), D22, D38, D42.</i>
 */
@Service
@Transactional
public class RightExtensions {

    /** As long as a right is proposed for (D22). */
    private static final int YEARS = 4;

    private final Authority authority;
    private final AccessModel access;
    private final Rights rights;
    private final Catalogue catalogue;
    private final Directory directory;
    private final ManagementRecord record;
    private final ManagementMails mails;
    private final Clock clock;

    RightExtensions(
            Authority authority,
            AccessModel access,
            Rights rights,
            Catalogue catalogue,
            Directory directory,
            ManagementRecord record,
            ManagementMails mails,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.rights = rights;
        this.catalogue = catalogue;
        this.directory = directory;
        this.record = record;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * How long a right can go on.
     *
     * @param lastDay the latest last day, later than the one that it has; null when it goes on no longer
     * @param why     what keeps it from going on; null when nothing does
     */
    public record Proposal(
            @Nullable LocalDate lastDay, @Nullable Rejection why) {}

    /**
     * How long these rights can go on by a decision of that actor, by id.
     *
     * @throws NotFoundException when one is foreign to the actor
     */
    @Transactional(readOnly = true)
    public Map<UUID, Proposal> proposals(Actor actor, Collection<UUID> ids) {
        Instant now = clock.instant();
        Map<UUID, Proposal> proposals = new HashMap<>();
        rights.find(ids).stream().collect(Collectors.groupingBy(Right::quality)).forEach((quality, some) -> {
            Here here = here(
                    actor, quality, some.stream().map(Right::person).distinct().toList(), now);
            some.forEach(right -> proposals.put(right.id(), proposal(actor, here, right, now)));
        });
        return proposals;
    }

    /**
     * Lets a right go on until that day; one that goes on until then already, as after a second click, stays as it is.
     *
     * @throws RejectedException when it cannot go on for so long
     */
    public void extend(Actor actor, UUID id, LocalDate lastDay) {
        Reach before = authority.requireInQuality(actor, find(id).quality(), ManagementTask.RIGHTS);
        access.lock(before.quality().id());
        rights.lock(List.of(find(id).person()));
        Right right = find(id);
        Instant now = clock.instant();
        Here here = here(actor, right.quality(), List.of(right.person()), now);
        hindrance(actor, here, right, now).ifPresent(why -> {
            throw new RejectedException(why);
        });
        Instant end = Days.endOf(lastDay);
        if (end.equals(right.until())) {
            return;
        }
        Proposal proposal = latest(here, right, now);
        Rejection why = proposal.why();
        if (why != null) {
            throw new RejectedException(why);
        }
        LocalDate latest = Objects.requireNonNull(proposal.lastDay());
        Instant until = Objects.requireNonNull(right.until());
        if (!end.isAfter(until)) {
            throw new RejectedException(
                    Rejection.ofField("management.not-later", "lastDay", new BelgianDates().lastDay(until)));
        }
        if (lastDay.isAfter(latest)) {
            throw new RejectedException(
                    Rejection.ofField("management.extended-too-far", "lastDay", new BelgianDates().day(latest)));
        }
        Basis basis = record.decision("rights-extended", actor, now, null, null);
        access.save(basis);
        rights.extend(List.of(id), end, basis.id());
        access.extend(
                here.users().values().stream()
                        .map(user -> user.responsibility().id())
                        .toList(),
                end,
                basis.id());
        Place place = new Place(directory.organisation(before.quality().organisation()), before.quality(), null);
        record.extended(actor, place, right, end, basis);
        Person person = directory.person(right.person());
        mails.tellOfRights(
                NotificationKind.RIGHTS_EXTENDED,
                Map.of(
                        person.id(),
                        new Verdict(
                                person.id(), person.displayName(), Verdict.Outcome.DONE, List.of(right.role()), null)),
                new ManagementMails.Decision(
                        directory.person(actor.person()).displayName(), place, basis.decidedAt(), null),
                mail -> mail.with(Detail.LAST_DAY, lastDay));
    }

    private Right find(UUID id) {
        return rights.find(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("right"));
    }

    /** What the rules ask of a quality and of some people in it. */
    private record Here(
            Reach reach,
            List<Role> offered,
            Map<PersonId, Standing> users,
            List<Right> held,
            Map<PersonId, Tied> ties,
            Map<PersonId, Person> people) {

        Optional<Role> role(Right right) {
            return offered.stream()
                    .filter(role -> role.code().equals(right.role()))
                    .findFirst();
        }
    }

    private Here here(Actor actor, QualityId quality, Collection<PersonId> people, Instant now) {
        Reach reach = authority.requireInQuality(actor, quality, ManagementTask.RIGHTS);
        Organisation organisation = directory.organisation(reach.quality().organisation());
        return new Here(
                reach,
                catalogue.rolesFor(reach.quality().kind(), organisation),
                access.standings(quality, people, now).stream()
                        .filter(held -> held.responsibility().kind() == ResponsibilityKind.USER)
                        .collect(Collectors.toMap(held -> held.responsibility().person(), Function.identity())),
                rights.of(quality, people, now),
                directory.ties(people, organisation.id()),
                directory.people(people).stream().collect(Collectors.toMap(Person::id, Function.identity())));
    }

    private static Proposal proposal(Actor actor, Here here, Right right, Instant now) {
        return hindrance(actor, here, right, now)
                .map(why -> new Proposal(null, why))
                .orElseGet(() -> latest(here, right, now));
    }

    private static Optional<Rejection> hindrance(Actor actor, Here here, Right right, Instant now) {
        Instant until = right.until();
        // What was taken back before it began ends when it begins, which may be later than now.
        if (until == null || !until.isAfter(now) || !until.isAfter(right.from())) {
            return Optional.of(Rejection.of("management.nothing-to-extend"));
        }
        Optional<Standing> user = Optional.ofNullable(here.users().get(right.person()));
        Optional<Role> role = here.role(right);
        boolean within = user.filter(
                        held -> here.reach().coversWholly(held.responsibility().subdivision())
                                || role.filter(opened -> here.reach().coversEverywhere(opened.domains()))
                                        .isPresent())
                .isPresent();
        if (!within) {
            return Optional.of(Rejection.of("management.not-a-user"));
        }
        return Stream.of(
                        NotForOneselfPolicy.check(actor, right.person()),
                        Optional.ofNullable(here.people().get(right.person())).flatMap(PersonStandsPolicy::check),
                        user.filter(Standing::isBlocked).map(blocked -> Rejection.of("management.user-blocked")),
                        role.isPresent()
                                ? Optional.<Rejection>empty()
                                : Optional.of(Rejection.of("management.role-not-of-quality")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Proposal latest(Here here, Right right, Instant now) {
        LocalDate today = Days.of(now);
        Integer months = here.role(right).map(Role::longestMonths).orElse(null);
        LocalDate longest =
                months == null ? today.plusYears(YEARS) : earlier(today.plusYears(YEARS), today.plusMonths(months));
        LocalDate next = here.held().stream()
                .filter(other -> other.person().equals(right.person())
                        && other.role().equals(right.role())
                        && other.from().isAfter(right.from()))
                .map(Right::from)
                .min(Comparator.naturalOrder())
                .map(Days::lastBefore)
                .orElse(longest);
        Optional<Tied.Until> tied =
                here.ties().getOrDefault(right.person(), Tied.NOT_AT_ALL).until(now);
        if (tied.isEmpty()) {
            return new Proposal(null, Rejection.of("management.not-tied"));
        }
        Instant end = tied.get().end();
        LocalDate carried = end == null ? longest : Days.lastBefore(end);
        LocalDate latest = earlier(earlier(longest, next), carried);
        LocalDate present = Days.lastBefore(Objects.requireNonNull(right.until()));
        if (latest.isAfter(present)) {
            return new Proposal(latest, null);
        }
        return new Proposal(
                null,
                end != null && !carried.isAfter(present)
                        ? Rejection.of("management.right-outlives-relationship", new BelgianDates().day(carried))
                        : Rejection.of("management.as-long-as-can-be"));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
