package be.designations.management;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.BasisId;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.directory.Tie;
import be.designations.directory.Tied;
import be.designations.management.Verdict.Outcome;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserActionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final @Nullable Instant OPEN = null;

    private final PersonId ann = PersonId.random();
    private final Actor manager = new Actor(PersonId.random(), null, SignInLevel.EID);
    private final QualityId quality = new QualityId(UUID.randomUUID());
    private final SubdivisionId subdivision = new SubdivisionId(UUID.randomUUID());

    @Test
    void who_is_no_user_is_refused_whatever_the_action() {
        var nobody = new UserState(ann, null, null, false, List.of(), Tied.NOT_AT_ALL);

        assertThat(List.of(
                        new DeleteUsers(null),
                        new BlockUsers(null),
                        new UnblockUsers(null),
                        adding(null, "A"),
                        removing("A")))
                .allSatisfy(action -> assertThat(verdict(action, nobody))
                        .returns(Outcome.REFUSED, Verdict::outcome)
                        .returns("management.not-a-user", UserActionTest::why));
    }

    @Test
    void deleting_ends_every_right_the_future_ones_too() {
        var state = user(OPEN, right("A", LONG_AGO, OPEN), right("B", NOW.plusSeconds(99), OPEN));

        assertThat(verdict(new DeleteUsers(null), state).roles()).containsExactly("A", "B");
        assertThat(new DeleteUsers(null).ended(state)).hasSize(2);
    }

    @Test
    void blocking_twice_is_needless() {
        assertThat(verdict(new BlockUsers(null), user(OPEN)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(verdict(new BlockUsers(null), blocked()))
                .returns(Outcome.NEEDLESS, Verdict::outcome)
                .returns("management.blocked-already", UserActionTest::why);
    }

    @Test
    void who_is_not_blocked_needs_no_unblocking() {
        assertThat(verdict(new UnblockUsers(null), blocked()).outcome()).isEqualTo(Outcome.DONE);
        assertThat(verdict(new UnblockUsers(null), user(OPEN)).outcome()).isEqualTo(Outcome.NEEDLESS);
    }

    @Test
    void nobody_unblocks_themselves_or_adds_applications_for_themselves() {
        var self = new Actor(ann, null, SignInLevel.EID);

        assertThat(blocked().decide(new UnblockUsers(null), self, NOW))
                .returns(Outcome.REFUSED, Verdict::outcome)
                .returns("management.not-for-oneself", UserActionTest::why);
        assertThat(user(OPEN).decide(adding(null, "A"), self, NOW))
                .returns(Outcome.REFUSED, Verdict::outcome)
                .returns("management.not-for-oneself", UserActionTest::why);
    }

    @Test
    void who_is_switched_off_altogether_is_given_nothing() {
        var off = new UserState(
                ann, "Ann Test", new Standing(responsibility(OPEN), LONG_AGO), true, List.of(), tied(OPEN));

        assertThat(List.of(new UnblockUsers(null), adding(null, "A")))
                .allSatisfy(action -> assertThat(verdict(action, off))
                        .returns(Outcome.REFUSED, Verdict::outcome)
                        .returns("management.person-disabled", UserActionTest::why));
        assertThat(verdict(new DeleteUsers(null), off).outcome()).isEqualTo(Outcome.DONE);
    }

    /** D28 */
    @Test
    void who_is_blocked_gets_no_new_right_unless_it_is_said_on_purpose() {
        assertThat(verdict(adding(null, "A"), blocked()))
                .returns(Outcome.REFUSED, Verdict::outcome)
                .returns("management.user-blocked", UserActionTest::why);
        var onPurpose = new AddApplications(Set.of("A"), Set.of(), false, TODAY, null, null, true);

        assertThat(verdict(onPurpose, blocked()).roles()).containsExactly("A");
        assertThat(onPurpose.recorded()).containsEntry("althoughBlocked", true);
        assertThat(adding(null, "A").recorded()).isEmpty();
    }

    @Test
    void a_right_for_another_period_is_removed_first() {
        var untilJune = user(OPEN, right("A", LONG_AGO, Instant.parse("2026-06-30T22:00:00Z")));
        var later = user(OPEN, right("A", NOW.plusSeconds(9_999), OPEN));

        assertThat(List.of(
                        verdict(adding(LocalDate.of(2026, 12, 31), "A"), untilJune), verdict(adding(null, "A"), later)))
                .allSatisfy(verdict -> assertThat(verdict)
                        .returns(Outcome.REFUSED, Verdict::outcome)
                        .returns("management.remove-first", UserActionTest::why));
        assertThat(verdict(adding(LocalDate.of(2026, 5, 31), "A"), untilJune))
                .returns("management.has-them-already", UserActionTest::why);
    }

    @Test
    void only_the_missing_applications_are_added() {
        var state = user(OPEN, right("A", LONG_AGO, OPEN));

        assertThat(verdict(adding(null, "A", "B"), state).roles()).containsExactly("B");
        assertThat(verdict(adding(null, "A"), state))
                .returns(Outcome.NEEDLESS, Verdict::outcome)
                .returns("management.has-them-already", UserActionTest::why);
    }

    @Test
    void a_right_that_ends_before_the_new_one_begins_is_not_in_its_way() {
        var ended = user(OPEN, right("A", LONG_AGO, Instant.parse("2026-03-31T22:00:00Z")));

        assertThat(verdict(addingFrom(LocalDate.of(2026, 4, 1), null, "A"), ended)
                        .outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(verdict(addingFrom(LocalDate.of(2026, 3, 31), null, "A"), ended)
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
    }

    /** 25 October 2026 has 25 hours: a right of that day holds through the hour that comes twice, and one of the next day adjoins. */
    @Test
    void rights_of_one_day_and_the_next_adjoin_where_the_clocks_go_back() {
        LocalDate sunday = LocalDate.of(2026, 10, 25);
        Instant midnight = Instant.parse("2026-10-25T23:00:00Z");
        var until = user(OPEN, right("A", LONG_AGO, midnight));
        var from = user(OPEN, right("A", midnight, OPEN));

        assertThat(verdict(addingFrom(sunday.plusDays(1), null, "A"), until).outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(verdict(addingFrom(sunday, null, "A"), until))
                .returns("management.remove-first", UserActionTest::why);
        assertThat(verdict(addingFrom(TODAY, sunday, "A"), from).outcome()).isEqualTo(Outcome.DONE);
        assertThat(verdict(addingFrom(TODAY, sunday.plusDays(1), "A"), from))
                .returns("management.remove-first", UserActionTest::why);
        assertThat(verdict(addingFrom(sunday, sunday, "A"), until))
                .as("all 25 hours are had already")
                .returns("management.has-them-already", UserActionTest::why);
        assertThat(verdict(
                        addingFrom(sunday, sunday, "A"),
                        user(OPEN, right("A", LONG_AGO, midnight.minusSeconds(3_600)))))
                .as("24 hours are not the day")
                .returns("management.remove-first", UserActionTest::why);
    }

    @Test
    void a_right_ends_when_the_user_does_at_the_latest() {
        var until = user(Instant.parse("2026-06-30T22:00:00Z"));

        assertThat(verdict(adding(LocalDate.of(2026, 6, 30), "A"), until).outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(verdict(adding(LocalDate.of(2026, 7, 1), "A"), until))
                .returns(Outcome.REFUSED, Verdict::outcome)
                .returns("management.right-outlives-user", UserActionTest::why);
        assertThat(verdict(adding(null, "A"), until).outcome()).isEqualTo(Outcome.REFUSED);
    }

    /** D38 */
    @Test
    void a_right_ends_when_the_ties_of_its_person_do_at_the_latest() {
        Instant endOfJune = Instant.parse("2026-06-30T22:00:00Z");

        assertThat(verdict(adding(LocalDate.of(2026, 6, 30), "A"), tiedUser(endOfJune))
                        .outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(List.of(
                        verdict(adding(LocalDate.of(2026, 7, 1), "A"), tiedUser(endOfJune)),
                        verdict(adding(null, "A"), tiedUser(endOfJune))))
                .allSatisfy(verdict -> assertThat(verdict.why())
                        .isEqualTo(Rejection.of("management.right-outlives-relationship", "30/06/2026")));
    }

    /** D38 */
    @Test
    void ties_that_adjoin_carry_a_right_together() {
        Instant endOfJune = Instant.parse("2026-06-30T22:00:00Z");
        Tie next = new Tie(UUID.randomUUID(), ann, null, RelationshipCategory.EXTERNAL, endOfJune, OPEN);
        var state = new UserState(
                ann,
                "Ann Test",
                new Standing(responsibility(OPEN), null),
                false,
                List.of(),
                tied(endOfJune).with(next));

        assertThat(verdict(adding(null, "A"), state).outcome()).isEqualTo(Outcome.DONE);
    }

    /** D38 */
    @Test
    void who_is_not_tied_on_the_first_day_is_given_nothing() {
        assertThat(verdict(
                        addingFrom(LocalDate.of(2026, 8, 1), null, "A"),
                        tiedUser(Instant.parse("2026-06-30T22:00:00Z"))))
                .returns(Outcome.REFUSED, Verdict::outcome)
                .returns("management.not-tied", UserActionTest::why);
        assertThat(verdict(adding(null, "A"), tiedUser(LONG_AGO.plusSeconds(1))))
                .returns("management.not-tied", UserActionTest::why);
    }

    @Test
    void only_what_a_person_has_is_removed() {
        var state = user(OPEN, right("A", LONG_AGO, OPEN), right("B", LONG_AGO, OPEN));

        assertThat(verdict(removing("A", "C"), state).roles()).containsExactly("A");
        assertThat(removing("A", "C").ended(state)).extracting(Right::role).containsExactly("A");
        assertThat(verdict(removing("C"), state)).returns("management.has-none-of-these", UserActionTest::why);
    }

    @Test
    void moving_does_not_unblock() {
        var elsewhere = new SubdivisionId(UUID.randomUUID());

        assertThat(verdict(new MoveUsers(elsewhere, null), user(OPEN)).outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(verdict(new MoveUsers(null, null), user(OPEN)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(verdict(new MoveUsers(subdivision, null), user(OPEN)).outcome())
                .isEqualTo(Outcome.NEEDLESS);
        assertThat(verdict(new MoveUsers(elsewhere, null), blocked()))
                .returns(Outcome.REFUSED, Verdict::outcome)
                .returns("management.blocked-is-not-moved", UserActionTest::why);
    }

    private Verdict verdict(UserAction action, UserState state) {
        return state.decide(action, manager, NOW);
    }

    private static @Nullable String why(Verdict verdict) {
        Rejection why = verdict.why();
        return why == null ? null : why.code();
    }

    private static AddApplications adding(@Nullable LocalDate lastDay, String... roles) {
        return addingFrom(TODAY, lastDay, roles);
    }

    private static AddApplications addingFrom(LocalDate firstDay, @Nullable LocalDate lastDay, String... roles) {
        return new AddApplications(Set.of(roles), Set.of(), false, firstDay, lastDay, null, false);
    }

    private static RemoveApplications removing(String... roles) {
        return new RemoveApplications(Set.of(roles), null);
    }

    private UserState user(@Nullable Instant until, Right... rights) {
        return new UserState(
                ann, "Ann Test", new Standing(responsibility(until), null), false, List.of(rights), tied(OPEN));
    }

    private UserState tiedUser(@Nullable Instant until) {
        return new UserState(ann, "Ann Test", new Standing(responsibility(OPEN), null), false, List.of(), tied(until));
    }

    private Tied tied(@Nullable Instant until) {
        return new Tied(
                List.of(new Tie(UUID.randomUUID(), ann, null, RelationshipCategory.PERMANENT, LONG_AGO, until)));
    }

    private UserState blocked() {
        return new UserState(
                ann, "Ann Test", new Standing(responsibility(OPEN), LONG_AGO), false, List.of(), tied(OPEN));
    }

    private Responsibility responsibility(@Nullable Instant until) {
        return new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.USER,
                new OrganisationId(UUID.randomUUID()),
                quality,
                subdivision,
                ann,
                LONG_AGO,
                until,
                new BasisId(UUID.randomUUID()));
    }

    private Right right(String role, Instant from, @Nullable Instant until) {
        return new Right(
                UUID.randomUUID(), ann, role, quality, Set.of(), from, until, null, new BasisId(UUID.randomUUID()));
    }
}
