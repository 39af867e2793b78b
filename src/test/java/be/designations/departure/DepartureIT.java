package be.designations.departure;

import static be.designations.testing.ManagedWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.access.Basis;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Rights;
import be.designations.access.TieDecisions;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.NewRelationship;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.WorkingRelationship;
import be.designations.management.NewTie;
import be.designations.management.RelationshipDeclaration;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.scheduling.OneByOne;
import be.designations.testing.ManagedWorld;
import be.designations.testing.ProcessElements.Departure;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of rights, posts and people when a working relationship ends: through services, engine, database and mails. */
class DepartureIT extends WholeApplication {

    private static final String EMPLOYER_ROLE = "CTMS_CONSULTATION";

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);

    @Autowired
    Relationships relationships;

    @Autowired
    DepartureSearch search;

    @Autowired
    DepartureStore store;

    @Autowired
    TieDecisions decisions;

    @Autowired
    Rights rights;

    @Autowired
    ProcessEngine engine;

    private ManagedWorld world;
    private ProcessTrace trace;
    private Person user;
    private WorkingRelationship tie;

    @BeforeEach
    void somebodyWhoUsesAnApplication() {
        world = worlds.managed();
        trace = new ProcessTrace(engine);
        user = world.userOfSubdivision;
        tie = only(user);
    }

    @Nested
    class Ending {

        @Test
        void the_rights_end_with_the_relationship_and_everybody_is_told() {
            LocalDate lastDay = today.plusDays(20);
            worlds.people().speaks(world.cpas.localManager, Language.NL);
            Consequences preview = relationships.preview(as(world.cpas.principalManager), tie.id(), lastDay);
            assertThat(preview.ending()).hasSize(1);
            assertThat(preview.users()).hasSize(1);
            assertThat(ends(user)).as("a preview changes nothing").containsOnlyNulls();

            DossierNumber number = relationships.end(as(world.cpas.principalManager), tie.id(), lastDay, "Démission");

            assertThat(only(user).until()).isEqualTo(Days.endOf(lastDay));
            assertThat(ends(user)).hasSize(2).containsOnly(Days.endOf(lastDay));
            assertThat(causes(user)).containsOnly("relationship-ended " + world.cpas.principalManager.id());
            assertThat(number.value()).matches("DEP-\\d{4}-\\d{5}");
            assertThat(trace.of(number))
                    .isWaitingAtExactly(Departure.GATEWAY_WAITING)
                    .hasPassed(Departure.TASK_TELL_DEPARTURE);
            assertThat(mails.to(user.id())).anySatisfy(mail -> assertThat(mail.words())
                    .contains("Votre lien de travail prend fin", new BelgianDates().day(lastDay), "Démission"));
            assertThat(mails.told(number, "relationship-ended-told"))
                    .contains(world.cpas.localManager.email(), world.cpas.coPrincipalManager.email())
                    .doesNotContain(world.cpas.principalManager.email(), user.email());
            assertThat(mails.about(number))
                    .filteredOn(mail -> mail.to().equals(world.cpas.localManager.email()))
                    .allSatisfy(mail -> assertThat(mail.words()).contains("de werkrelatie van", user.displayName()));
        }

        /** What somebody may do in another quality is not theirs to know. */
        @Test
        void a_local_manager_is_told_of_what_ends_in_their_own_quality_alone() {
            access.begin(new Responsibility(
                    UUID.randomUUID(),
                    ResponsibilityKind.USER,
                    world.cpas.cpas.id(),
                    world.employer.id(),
                    null,
                    user.id(),
                    Days.startOf(today.minusDays(100)),
                    null,
                    access.lastingIn(world.cpas.cpas.id(), user.id(), Instant.now())
                            .get(0)
                            .basis()));
            world.cpas.giveRight(user, "SOCIAL_WORKER", world.employer.id());

            DossierNumber number =
                    relationships.end(as(world.cpas.principalManager), tie.id(), today.plusDays(20), "Démission");

            assertThat(words(number, world.cpas.coPrincipalManager)).contains("e-Box", "Agent social");
            assertThat(words(number, world.cpas.localManager)).contains("e-Box").doesNotContain("Agent social");
            assertThat(words(number, world.otherLocalManager))
                    .contains("Agent social")
                    .doesNotContain("e-Box");
        }

        private String words(DossierNumber number, Person to) {
            return mails.about(number).stream()
                    .filter(mail -> mail.to().equals(to.email()))
                    .map(mail -> mail.words())
                    .collect(Collectors.joining());
        }

        @Test
        void on_a_past_day_the_columns_say_so_and_until_when_it_gave_access_all_the_same() {
            LocalDate lastDay = today.minusDays(10);
            UUID later = right(user, Days.startOf(today.minusDays(3)), null);
            Instant before = Instant.now();

            DossierNumber number = relationships.end(as(world.cpas.principalManager), tie.id(), lastDay, "Parti");

            assertThat(only(user).until()).isEqualTo(Days.endOf(lastDay));
            assertThat(ends(user)).contains(Days.endOf(lastDay), Days.startOf(today.minusDays(3)));
            assertThat(jdbc.sql("""
                            select valid_from = valid_until and gave_until >= :before
                              from role_assignment where id = :id""")
                            .param("id", later)
                            .param("before", Timestamp.from(before))
                            .query(Boolean.class)
                            .single())
                    .as("granted after that day, it ends as it begins; it gave access until now")
                    .isTrue();
            assertThat(trace.of(number)).isEnded().hasPassed(Departure.TASK_ASK_SUCCESSORS, Departure.EVENT_DEPARTED);
            assertThat(status(number)).isEqualTo("departure.settled");
        }

        @Test
        void what_had_ended_before_stays_as_it_was() {
            UUID ended = right(user, Days.startOf(today.minusDays(30)), Days.startOf(today.minusDays(2)));

            relationships.end(as(world.cpas.principalManager), tie.id(), today.minusDays(10), "Parti");

            assertThat(rights.find(List.of(ended)).get(0).until()).isEqualTo(Days.startOf(today.minusDays(2)));
        }

        @Test
        void the_same_click_twice_ends_it_once() {
            relationships.end(as(world.cpas.principalManager), tie.id(), today.plusDays(5), "Démission");

            assertThatThrownBy(() -> relationships.end(
                            as(world.cpas.principalManager), tie.id(), today.plusDays(5), "Démission"))
                    .isInstanceOfSatisfying(AlreadyHandledException.class, handled -> assertThat(handled.bySelf())
                            .isTrue());
            assertThat(dossiers(tie.id())).hasSize(1);
        }

        @Test
        void of_two_relationships_the_other_carries_the_rights() {
            UUID second = directory.relate(new NewRelationship(
                    user.id(),
                    world.cpas.cpas.id(),
                    RelationshipCategory.EXTERNAL,
                    null,
                    null,
                    Days.startOf(today.minusDays(100)),
                    Days.endOf(today.plusDays(50)),
                    null));

            relationships.end(as(world.cpas.principalManager), tie.id(), today.minusDays(1), "Fin du statut");

            assertThat(ends(user)).as("carried until the other ends").containsOnly(Days.endOf(today.plusDays(50)));
            relationships.end(as(world.cpas.principalManager), second, today, "Fin du contrat");
            assertThat(ends(user)).containsOnly(Days.endOf(today));
        }

        @Test
        void another_end_settles_what_was_told_before() {
            DossierNumber first =
                    relationships.end(as(world.cpas.principalManager), tie.id(), today.plusDays(20), "Démission");

            DossierNumber second =
                    relationships.end(as(world.cpas.principalManager), tie.id(), today.plusDays(10), "Plus tôt");

            assertThat(trace.of(first)).isEnded().hasPassed(Departure.EVENT_SUPERSEDED);
            assertThat(status(first)).isEqualTo("departure.changed");
            assertThat(trace.of(second)).isWaitingAtExactly(Departure.GATEWAY_WAITING);
            relationships.extend(as(world.cpas.principalManager), tie.id(), today.plusDays(40), null);
            assertThat(status(second)).isEqualTo("departure.changed");
            assertThat(only(user).until()).isEqualTo(Days.endOf(today.plusDays(40)));
            assertThat(ends(user))
                    .as("rights are extended by decisions of their own")
                    .containsOnly(Days.endOf(today.plusDays(10)));
        }

        @Test
        void what_cannot_be_is_refused_at_its_field_and_changes_nothing() {
            assertThat(refusals(() -> relationships.end(as(world.cpas.principalManager), tie.id(), today, " ")))
                    .containsExactly("departure.reason-missing reason");
            assertThat(refusals(() -> relationships.end(
                            as(world.cpas.principalManager), tie.id(), LocalDate.of(2019, 12, 30), "Parti")))
                    .containsExactly("departure.before-it-began lastDay");
            assertThat(refusals(() -> relationships.extend(as(world.cpas.principalManager), tie.id(), today, "Reste")))
                    .containsExactly("departure.without-end null");
            assertThat(only(user)).isEqualTo(tie);
            assertThat(dossiers(tie.id())).isEmpty();
        }
    }

    @Nested
    class Successors {

        @Test
        void the_only_local_manager_leaves_and_the_managers_of_the_entity_are_asked() {
            Person manager = world.otherLocalManager;
            WorkingRelationship theirs = tied(manager);

            Consequences preview =
                    relationships.preview(as(world.cpas.principalManager), theirs.id(), today.minusDays(1));
            assertThat(preview.posts())
                    .extracting(post -> post.kind())
                    .containsExactly(ResponsibilityKind.LOCAL_MANAGER);
            relationships.end(as(world.cpas.principalManager), theirs.id(), today.minusDays(1), "Parti");

            assertThat(replacements(manager)).containsExactly(world.otherLocalManagerId);
            assertThat(access.localManager(world.employer.id(), Instant.now()))
                    .as("nothing is switched off")
                    .isPresent();
        }

        @Test
        void a_technical_user_asks_for_a_successor_once_the_last_day_is_over() {
            WorkingRelationship theirs = tied(world.technicalUser);
            DossierNumber number =
                    relationships.end(as(world.cpas.principalManager), theirs.id(), today.plusDays(3), "Mutation");
            assertThat(replacements(world.technicalUser)).isEmpty();
            assertThat(mails.told(number, "relationship-ended-told")).contains(world.cpas.localManager.email());
            jdbc.sql("update working_relationship set valid_until = now() - interval '1 minute' where id = :id")
                    .param("id", theirs.id())
                    .update();

            trace.fire(number, Departure.EVENT_LAST_DAY_OVER);

            assertThat(replacements(world.technicalUser)).containsExactly(world.technicalUserId);
            assertThat(trace.of(number)).isEnded();
            assertThat(status(number)).isEqualTo("departure.settled");
        }

        @Test
        void of_a_data_protection_officer_the_desks_are_told() {
            WorkingRelationship theirs = tied(world.cpas.localManager);

            relationships.end(as(world.cpas.principalManager), theirs.id(), today.minusDays(1), "Parti");

            List<String> told = jdbc.sql("""
                            select to_address from notification
                             where kind = 'officer-without-tie' and link_path = :path""")
                    .param("path", "/qualities/" + world.cpas.socialAction.id().value())
                    .query(String.class)
                    .list();
            assertThat(told).contains("bcss@test.example", "spp-is@test.example", world.cpas.principalManager.email());
        }
    }

    @Nested
    class ByItsDate {

        @Test
        void whoever_is_concerned_is_told_once_whichever_node_looks() throws Exception {
            jdbc.sql("update departure_search set since = now() - interval '10 days'")
                    .update();
            jdbc.sql("update working_relationship set valid_until = now() - interval '1 hour' where id = :id")
                    .param("id", tie.id())
                    .update();
            jdbc.sql(
                            "update role_assignment set valid_until = (select valid_until from working_relationship where id = :id)"
                                    + " where person_id = :person")
                    .param("id", tie.id())
                    .param("person", user.id().value())
                    .update();

            atOnce(search::run, search::run);
            search.run();

            assertThat(dossiers(tie.id())).hasSize(1);
            DossierNumber number = dossiers(tie.id()).get(0);
            assertThat(status(number)).isEqualTo("departure.settled");
            assertThat(mails.to(user.id()))
                    .filteredOn(mail -> mail.kind().equals("relationship-ended"))
                    .hasSize(1)
                    .allSatisfy(
                            mail -> assertThat(mail.words()).contains("e-Box").doesNotContain("Motivation"));
            assertThat(mails.told(number, "relationship-ended-told"))
                    .contains(world.cpas.principalManager.email(), world.cpas.localManager.email());
        }

        @Test
        void those_of_which_nobody_was_told_are_read_page_by_page() {
            jdbc.sql("update departure_search set since = now() - interval '10 days'")
                    .update();
            UUID other = tied(world.technicalUser).id();
            jdbc.sql("update working_relationship set valid_until = now() - interval '1 hour' where id in (:ids)")
                    .param("ids", List.of(tie.id(), other))
                    .update();

            List<UUID> read = new ArrayList<>();
            OneByOne.<UUID>onAllPages(1, after -> store.endedUntold(Instant.now(), after, 1), read::add);

            assertThat(read).contains(tie.id(), other).doesNotHaveDuplicates();
        }

        @Test
        void what_somebody_ended_is_not_told_again() {
            jdbc.sql("update departure_search set since = now() - interval '10 days'")
                    .update();
            relationships.end(as(world.cpas.principalManager), tie.id(), today.minusDays(1), "Parti");

            search.run();

            assertThat(dossiers(tie.id())).hasSize(1);
        }
    }

    @TestFactory
    Stream<DynamicTest> whoever_manages_what_rests_on_it_ends_it_and_nobody_else() {
        var all = new LinkedHashMap<Person, String>();
        all.put(world.cpas.principalManager, "yes");
        all.put(world.cpas.coPrincipalManager, "yes");
        all.put(world.blockedCoPrincipal, "foreign");
        all.put(world.cpas.localManager, "yes");
        all.put(world.coLocalManager, "yes");
        all.put(world.blockedCoLocalManager, "foreign");
        all.put(world.formerCoLocalManager, "foreign");
        all.put(world.otherLocalManager, "departure.not-your-user");
        all.put(world.subdivisionManager, "access.not-your-task");
        all.put(world.technicalUser, "access.not-your-task");
        all.put(world.userOfOtherSubdivision, "access.not-your-task");
        all.put(user, "access.not-your-task");
        all.put(world.stranger, "foreign");
        all.put(worlds.cpas().principalManager, "foreign");
        return all.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().displayName() + ": " + entry.getValue(),
                        () -> assertThat(outcome(entry.getKey(), tie.id())).isEqualTo(entry.getValue())));
    }

    /** What another tie carries in another quality is not for who manages this one, neither on the page nor by mail. */
    @Test
    void who_manages_one_quality_learns_nothing_of_another() {
        UUID second = relationships.add(
                as(world.cpas.principalManager),
                world.cpas.cpas.enterpriseNumber(),
                user.id(),
                another(RelationshipCategory.EXTERNAL, today, today.plusYears(1)));
        world.give(user, ResponsibilityKind.USER, world.employer.id(), null);
        world.cpas.giveRight(user, EMPLOYER_ROLE, world.employer.id());

        assertThat(relationships
                        .preview(as(world.cpas.principalManager), second, today.plusDays(3))
                        .kept())
                .extracting(kept -> kept.right().role())
                .contains(EMPLOYER_ROLE);
        assertThat(relationships
                        .preview(as(world.cpas.localManager), second, today.plusDays(3))
                        .kept())
                .extracting(kept -> kept.right().role())
                .isNotEmpty()
                .doesNotContain(EMPLOYER_ROLE);
        assertThat(relationships
                        .managed(as(world.cpas.principalManager), second)
                        .relationship()
                        .reason())
                .isEqualTo("Renfort");
        assertThat(relationships
                        .managed(as(world.cpas.localManager), second)
                        .relationship()
                        .reason())
                .isNull();
    }

    @Test
    void nobody_ends_their_own() {
        WorkingRelationship own = tied(world.cpas.coPrincipalManager);

        assertThat(outcome(world.cpas.coPrincipalManager, own.id())).isEqualTo("departure.not-for-oneself");
    }

    @Test
    void who_manages_one_quality_ends_nothing_in_another() {
        world.give(user, ResponsibilityKind.USER, world.employer.id(), null);

        assertThat(outcome(world.cpas.localManager, tie.id())).isEqualTo("departure.beyond-your-qualities");
        assertThat(outcome(world.cpas.principalManager, tie.id())).isEqualTo("yes");
    }

    @Nested
    class Adding {

        @Test
        void one_more_relationship_is_declared_for_somebody_whom_the_entity_knows() {
            UUID id = relationships.add(
                    as(world.cpas.principalManager),
                    world.cpas.cpas.enterpriseNumber(),
                    user.id(),
                    another(RelationshipCategory.EXTERNAL, today, today.plusYears(1)));

            assertThat(directory.findRelationship(id)).hasValueSatisfying(added -> assertThat(added)
                    .returns(RelationshipCategory.EXTERNAL, WorkingRelationship::category)
                    .returns(Days.endOf(today.plusYears(1)), WorkingRelationship::until)
                    .returns("Renfort", WorkingRelationship::reason));
            assertThat(decisions.last(id)).hasValueSatisfying(decision -> assertThat(decision)
                    .returns("relationship-added", Basis::operation)
                    .returns(world.cpas.principalManager.id(), Basis::decidedBy));
            assertThat(mails.to(user.id())).extracting(mail -> mail.kind()).contains("relationship-added");
        }

        @Test
        void it_runs_into_none_of_its_category_and_begins_not_in_the_past() {
            var number = world.cpas.cpas.enterpriseNumber();
            assertThat(refusals(() -> relationships.add(
                            as(world.cpas.principalManager),
                            number,
                            user.id(),
                            another(RelationshipCategory.OFFICIAL, today, null))))
                    .containsExactly("management.relationship-overlaps firstDay");
            assertThat(refusals(() -> relationships.add(
                            as(world.cpas.principalManager),
                            number,
                            user.id(),
                            another(RelationshipCategory.EXTERNAL, today.minusDays(1), null))))
                    .containsExactly("management.begins-in-the-past firstDay");
            assertThat(refusals(() -> relationships.add(
                            as(world.cpas.principalManager),
                            number,
                            user.id(),
                            another(RelationshipCategory.EXTERNAL, today.plusDays(5), today.plusDays(4)))))
                    .containsExactly("management.ends-before-it-begins relationshipLastDay");
            assertThatThrownBy(() -> relationships.add(
                            as(world.cpas.principalManager),
                            number,
                            world.stranger.id(),
                            another(RelationshipCategory.EXTERNAL, today, null)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    private NewTie another(RelationshipCategory category, LocalDate firstDay, @Nullable LocalDate lastDay) {
        return new NewTie(
                new RelationshipDeclaration(category, "travail@test.example", "081 12 34 56", lastDay),
                firstDay,
                "Renfort");
    }

    private String outcome(Person by, UUID relationship) {
        Throwable thrown = catchThrowable(() -> relationships.preview(as(by), relationship, today.plusDays(1)));
        if (thrown == null) {
            return "yes";
        }
        return thrown instanceof NotAllowedException refused
                ? refused.rejection().code()
                : thrown instanceof NotFoundException ? "foreign" : thrown.toString();
    }

    private static List<String> refusals(ThrowingCallable operation) {
        Throwable thrown = catchThrowable(operation);
        assertThat(thrown).isInstanceOf(RejectedException.class);
        return ((RejectedException) thrown)
                .rejections().stream()
                        .map((Rejection refusal) -> refusal.code() + " " + refusal.field())
                        .toList();
    }

    private WorkingRelationship only(Person person) {
        List<WorkingRelationship> found = directory.relationships(List.of(person.id()), world.cpas.cpas.id());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private WorkingRelationship tied(Person person) {
        directory.relate(
                person.id(),
                world.cpas.cpas.id(),
                RelationshipCategory.OFFICIAL,
                Instant.parse("2020-01-01T00:00:00Z"),
                "Travaille au CPAS");
        return only(person);
    }

    private UUID right(Person person, Instant from, @Nullable Instant until) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, valid_until, basis_id)
                        select :id, :person, (select min(code) from role where code <> 'E_BOX_USER'), :quality, :from, :until, basis_id from role_assignment
                         where person_id = :person limit 1""")
                .param("id", id)
                .param("person", person.id().value())
                .param("quality", world.cpas.socialAction.id().value())
                .param("from", Timestamp.from(from))
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
        return id;
    }

    /** When the rights of that person end, and what they are as a user. */
    private List<Instant> ends(Person person) {
        return jdbc
                .sql("""
                        select valid_until from role_assignment where person_id = :person
                        union all select valid_until from responsibility where person_id = :person and kind = 'USER'""")
                .param("person", person.id().value())
                .query((row, number) -> row.getTimestamp(1))
                .list()
                .stream()
                .map(end -> end == null ? null : end.toInstant())
                .toList();
    }

    private List<String> causes(Person person) {
        return jdbc.sql("""
                        select b.operation || ' ' || b.decided_by from role_assignment a join basis b on b.id = a.ended_basis_id
                         where a.person_id = :person
                        union all
                        select b.operation || ' ' || b.decided_by from responsibility r join basis b on b.id = r.ended_basis_id
                         where r.person_id = :person""")
                .param("person", person.id().value())
                .query(String.class)
                .list();
    }

    private List<DossierNumber> dossiers(UUID relationship) {
        return jdbc.sql("""
                        select c.dossier_number from departure d join case_file c on c.id = d.case_id
                         where d.relationship_id = :id order by c.opened_at""").param("id", relationship).query(String.class).list().stream()
                .map(DossierNumber::new)
                .toList();
    }

    private List<UUID> replacements(Person person) {
        return jdbc.sql("""
                        select m.responsibility_id from manager_replacement m join responsibility r on r.id = m.responsibility_id
                         where r.person_id = :person""")
                .param("person", person.id().value())
                .query(UUID.class)
                .list();
    }

    private String status(DossierNumber number) {
        return jdbc.sql("select status from case_file where dossier_number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private static void atOnce(Runnable... work) throws Exception {
        var barrier = new CyclicBarrier(work.length);
        var threads = Executors.newFixedThreadPool(work.length);
        try {
            List<Callable<Object>> calls = Stream.of(work)
                    .<Callable<Object>>map(one -> () -> {
                        barrier.await();
                        one.run();
                        return Map.of();
                    })
                    .toList();
            for (Future<Object> done : threads.invokeAll(calls)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
