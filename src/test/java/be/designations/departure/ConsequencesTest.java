package be.designations.departure;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.BasisId;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.calendar.Days;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.Tie;
import be.designations.directory.Tied;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ends with a relationship and what another tie carries (D39). */
class ConsequencesTest {

    private static final @Nullable Instant OPEN = null;
    private static final Instant JANUARY = day(1, 1);
    private static final Instant JUNE = day(6, 1);
    private static final Instant AUGUST = day(8, 1);

    private final PersonId ann = PersonId.random();
    private final QualityId quality = new QualityId(UUID.randomUUID());

    @Test
    void a_right_ends_with_the_only_relationship() {
        Right open = right(JANUARY, OPEN);
        Right longer = right(JANUARY, AUGUST);
        Right shorter = right(JANUARY, day(5, 1));

        Consequences found = of(tied(tie(JANUARY, JUNE)), List.of(open, longer, shorter));

        assertThat(found.ending())
                .containsExactly(new Consequences.EndingRight(open, JUNE), new Consequences.EndingRight(longer, JUNE));
        assertThat(found.kept()).isEmpty();
    }

    @Test
    void a_right_that_would_begin_later_never_begins() {
        Right later = right(AUGUST, OPEN);

        assertThat(of(tied(tie(JANUARY, JUNE)), List.of(later)).ending())
                .containsExactly(new Consequences.EndingRight(later, AUGUST));
    }

    @Test
    void a_right_lives_while_another_tie_carries_it() {
        Tie other = tie(JANUARY, OPEN);
        Right open = right(JANUARY, OPEN);

        Consequences found = of(tied(tie(JANUARY, JUNE), other), List.of(open));

        assertThat(found.ending()).isEmpty();
        assertThat(found.kept()).containsExactly(new Consequences.KeptRight(open, other));
    }

    @Test
    void a_right_that_the_other_tie_does_not_carry_to_its_end_ends_with_it() {
        Right open = right(JANUARY, OPEN);
        Right short1 = right(JANUARY, day(7, 1));

        Consequences found = of(tied(tie(JANUARY, JUNE), tie(JANUARY, AUGUST)), List.of(open, short1));

        assertThat(found.ending()).containsExactly(new Consequences.EndingRight(open, AUGUST));
        assertThat(found.kept()).hasSize(1);
    }

    @Test
    void one_that_adjoins_carries_on_and_one_after_a_gap_does_not() {
        Right open = right(JANUARY, OPEN);

        assertThat(of(tied(tie(JANUARY, JUNE), tie(JUNE, OPEN)), List.of(open)).ending())
                .isEmpty();
        assertThat(of(tied(tie(JANUARY, JUNE), tie(JUNE.plusMillis(1), OPEN)), List.of(open))
                        .ending())
                .containsExactly(new Consequences.EndingRight(open, JUNE));
    }

    @Test
    void posts_stay_and_ask_for_a_successor_where_no_tie_that_allows_them_is_left() {
        Responsibility manager = post(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER);
        Responsibility technical = post(ResponsibilityKind.TECHNICAL_USER);
        Responsibility user = post(ResponsibilityKind.USER);
        Tie external = new Tie(UUID.randomUUID(), ann, null, RelationshipCategory.EXTERNAL, JANUARY, OPEN);

        Consequences alone = Consequences.of(
                tied(tie(JANUARY, JUNE)),
                JUNE,
                List.of(),
                List.of(manager, technical, user),
                ConsequencesTest::allowing,
                true);
        assertThat(alone.posts()).containsExactly(manager, technical);
        assertThat(alone.users()).containsExactly(new Consequences.EndingUser(user, JUNE));
        assertThat(alone.officer()).isTrue();

        Consequences stillExternal = Consequences.of(
                tied(tie(JANUARY, JUNE), external),
                JUNE,
                List.of(),
                List.of(manager, technical, user),
                ConsequencesTest::allowing,
                true);
        assertThat(stillExternal.posts()).containsExactly(manager);
        assertThat(stillExternal.users()).isEmpty();
        assertThat(stillExternal.officer()).isFalse();

        Tie function = new Tie(UUID.randomUUID(), ann, LegalFunctionKind.DIRECTOR, null, JANUARY, OPEN);
        assertThat(Consequences.of(
                                tied(tie(JANUARY, JUNE), function),
                                JUNE,
                                List.of(),
                                List.of(manager),
                                ConsequencesTest::allowing,
                                false)
                        .posts())
                .isEmpty();
    }

    /** The last day has 25 hours; what ends with it ends after all of them. */
    @Test
    void the_last_day_of_summer_time_is_whole() {
        Instant end = Days.endOf(LocalDate.of(2026, 10, 25));

        assertThat(end).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(Consequences.of(
                                tied(tie(JANUARY, end)),
                                end,
                                List.of(right(JANUARY, end)),
                                List.of(),
                                ConsequencesTest::allowing,
                                false)
                        .ending())
                .isEmpty();
    }

    private Consequences of(Tied left, List<Right> rights) {
        return Consequences.of(left, JUNE, rights, List.of(), ConsequencesTest::allowing, false);
    }

    private static Set<RelationshipCategory> allowing(ResponsibilityKind kind) {
        return kind == ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER
                ? Set.of(RelationshipCategory.PERMANENT, RelationshipCategory.OFFICIAL)
                : Set.of(RelationshipCategory.values());
    }

    private static Tied tied(Tie... ties) {
        return new Tied(List.of(ties));
    }

    private Tie tie(Instant from, @Nullable Instant until) {
        return new Tie(UUID.randomUUID(), ann, null, RelationshipCategory.PERMANENT, from, until);
    }

    private Right right(Instant from, @Nullable Instant until) {
        return new Right(
                UUID.randomUUID(), ann, "A", quality, Set.of(), from, until, null, new BasisId(UUID.randomUUID()));
    }

    private Responsibility post(ResponsibilityKind kind) {
        return new Responsibility(
                UUID.randomUUID(),
                kind,
                new OrganisationId(UUID.randomUUID()),
                quality,
                null,
                ann,
                JANUARY,
                OPEN,
                new BasisId(UUID.randomUUID()));
    }

    private static Instant day(int month, int day) {
        return Days.startOf(LocalDate.of(2026, month, day));
    }
}
