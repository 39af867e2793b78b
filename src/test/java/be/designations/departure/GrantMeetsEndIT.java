package be.designations.departure;

import static be.designations.testing.ManagedWorld.as;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.WorkingRelationship;
import be.designations.management.Grant;
import be.designations.management.Grants;
import be.designations.management.Verdict;
import be.designations.management.Verdict.Outcome;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** D38, D39: whichever comes first, a right that is granted while the relationship ends rests on a tie or is none. */
class GrantMeetsEndIT extends WholeApplication {

    private static final int PEOPLE = 6;

    @Autowired
    private Relationships relationships;

    @Autowired
    private Grants grants;

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5})
    void of_a_grant_and_the_end_of_the_relationship_at_once_no_right_is_left_without_a_tie(int days) throws Exception {
        ManagedWorld world = worlds.managed();
        LocalDate today = LocalDate.now(Days.BRUSSELS);
        LocalDate lastDay = today.plusDays(days);
        var grant = new Grant(Set.of("E_BOX_USER"), Set.of(), false, null, today, today.plusMonths(6), null);
        List<UUID> crowd = worlds.people().crowd(PEOPLE, "Ensemble" + UUID.randomUUID());
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (UUID id : crowd) {
                PersonId person = new PersonId(id);
                directory.relate(
                        person,
                        world.cpas.cpas.id(),
                        RelationshipCategory.PERMANENT,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        "Travaille au CPAS");
                WorkingRelationship tie = directory
                        .relationships(List.of(person), world.cpas.cpas.id())
                        .get(0);
                var start = new CyclicBarrier(2);
                Future<List<Verdict>> granted = threads.submit(() -> {
                    start.await();
                    return grants.carryOut(
                            as(world.cpas.localManager), world.cpas.cpas.enterpriseNumber(), grant, List.of(person));
                });
                Future<?> ended = threads.submit(() -> {
                    start.await();
                    return relationships.end(as(world.cpas.principalManager), tie.id(), lastDay, "Parti");
                });

                ended.get();
                Verdict verdict = granted.get().get(0);
                if (verdict.outcome() != Outcome.DONE) {
                    assertThat(Objects.requireNonNull(verdict.why()).code())
                            .isIn(
                                    "management.not-of-the-entity",
                                    "management.not-tied",
                                    "management.right-outlives-relationship");
                }
                assertThat(beyond(person, Days.endOf(lastDay)))
                        .as("outcome of the grant: %s", verdict)
                        .isZero();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** How many rights and posts of a user go on after that instant. */
    private int beyond(PersonId person, Instant end) {
        return jdbc.sql("""
                        select count(*)
                          from (select valid_from, valid_until from role_assignment where person_id = :person
                                union all
                                select valid_from, valid_until from responsibility
                                 where person_id = :person and kind = 'USER') held
                         where valid_until is null
                            or (valid_until > cast(:end as timestamptz) and valid_until > valid_from)""")
                .param("person", person.value())
                .param("end", Timestamp.from(end))
                .query(Integer.class)
                .single();
    }
}
