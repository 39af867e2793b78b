package be.designations.management;

import static be.designations.testing.CpasWorld.as;
import static be.designations.testing.DomainWorld.CUSTOMS;
import static be.designations.testing.DomainWorld.ONEGATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.NewRelationship;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.insight.Staff;
import be.designations.management.Verdict.Outcome;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.testing.DomainWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Granting and taking back by entity: over qualities, to many, to those who are no users yet, and by two managers at once. */
class GrantsIT extends WholeApplication {

    private static final String EMPLOYER_ROLE = "CTMS_CONSULTATION";

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final AtomicInteger UNITS = new AtomicInteger(5_000_000);

    @Autowired
    Grants grants;

    @Autowired
    Users users;

    @Autowired
    Managers managers;

    @Autowired
    ManagedPeople people;

    @Autowired
    Rights rights;

    private final LocalDate today = Days.of(Instant.now());
    private final LocalDate lastDay = today.plusYears(1);

    private DomainWorld world;
    private EnterpriseNumber entity;
    private QualityId social;
    private Actor principal;

    @BeforeEach
    void makeTheWorld() {
        world = worlds.domains();
        entity = world.cpas.cpas.enterpriseNumber();
        social = world.cpas.socialAction.id();
        principal = as(world.cpas.principalManager);
    }

    @Test
    void of_two_hundred_people_three_cannot_and_the_others_are_granted_it() {
        List<PersonId> crowd = new ArrayList<>(staff(197));
        Person disabled = tied("Désiré", null);
        worlds.people().disable(disabled);
        Person leaving = tied("Léa", Days.endOf(today.plusMonths(2)));
        Person stranger = world.cpas.person("Étienne");
        crowd.addAll(100, List.of(disabled.id(), leaving.id(), stranger.id()));

        List<Verdict> verdicts = grants.carryOut(principal, entity, of(CUSTOMS), crowd);

        assertThat(verdicts).extracting(Verdict::person).containsExactlyElementsOf(crowd);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.outcome() == Outcome.DONE)
                .hasSize(197);
        assertThat(verdicts.get(100)).returns("management.person-disabled", GrantsIT::why);
        assertThat(verdicts.get(101)).returns("management.right-outlives-relationship", GrantsIT::why);
        assertThat(verdicts.get(102))
                .returns("management.not-of-the-entity", GrantsIT::why)
                .returns(null, Verdict::name);
        assertThat(rights.of(world.federal.id(), crowd, Instant.now()))
                .hasSize(197)
                .allSatisfy(right -> assertThat(right.until()).isEqualTo(Days.endOf(lastDay)));
        assertThat(access.memberships(List.of(world.federal.id()), crowd, Instant.now()))
                .hasSize(197)
                .allSatisfy(user -> assertThat(user.kind()).isEqualTo(ResponsibilityKind.USER));
    }

    @Test
    void who_gets_a_right_of_a_quality_becomes_its_user_as_long_as_they_are_tied() {
        Instant end = Days.endOf(today.plusYears(2));
        Person colleague = tied("Carla", end);

        assertThat(carryOut(principal, of(CUSTOMS), colleague)).returns(List.of(CUSTOMS), Verdict::roles);

        assertThat(user(colleague, world.federal.id())).satisfies(user -> {
            assertThat(user.validUntil()).isEqualTo(end);
            assertThat(user.runs(Instant.now())).isTrue();
        });
        assertThat(mails.to(colleague.id())).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(world.cpas.principalManager.displayName()));
        assertThat(carryOut(principal, of(CUSTOMS), colleague))
                .returns(Outcome.NEEDLESS, Verdict::outcome)
                .returns("management.has-them-already", GrantsIT::why);
    }

    @Test
    void rights_of_two_qualities_are_granted_together_or_not_at_all() {
        Person colleague = world.colleague;
        relate(world.cpas.localManager, LONG_AGO, null);

        assertThat(carryOut(principal, of(CUSTOMS, "SOCIAL_WORKER"), colleague, world.cpas.localManager))
                .satisfiesExactly(
                        both -> assertThat(both.roles()).containsExactly(CUSTOMS, "SOCIAL_WORKER"),
                        manager -> assertThat(manager).returns("management.is-already.LOCAL_MANAGER", GrantsIT::why));

        assertThat(rights.of(world.federal.id(), List.of(world.cpas.localManager.id()), Instant.now()))
                .isEmpty();
        assertThat(roles(colleague)).containsExactlyInAnyOrder(CUSTOMS, "SOCIAL_WORKER");
    }

    @Test
    void a_preview_changes_nothing() {
        assertThat(grants.preview(principal, entity, of(CUSTOMS), List.of(world.colleague.id())))
                .singleElement()
                .returns(Outcome.DONE, Verdict::outcome);

        assertThat(roles(world.colleague)).isEmpty();
        assertThat(access.memberships(List.of(world.federal.id()), List.of(world.colleague.id()), Instant.now()))
                .isEmpty();
    }

    @Test
    void two_managers_at_once_grant_it_once_and_nobody_waits_for_ever() throws Exception {
        List<PersonId> people = staff(40);
        List<PersonId> backwards = new ArrayList<>(people);
        Collections.reverse(backwards);
        var barrier = new CyclicBarrier(2);

        List<List<Verdict>> outcomes = atOnce(
                () -> at(barrier, principal, of(CUSTOMS, "SOCIAL_WORKER"), people),
                () -> at(barrier, as(world.cpas.coPrincipalManager), of("SOCIAL_WORKER", CUSTOMS), backwards));

        assertThat(outcomes.stream()
                        .flatMap(List::stream)
                        .map(Verdict::outcome)
                        .filter(outcome -> outcome == Outcome.DONE))
                .hasSize(40);
        assertThat(outcomes.stream().flatMap(List::stream).filter(verdict -> verdict.outcome() == Outcome.NEEDLESS))
                .hasSize(40);
        assertThat(rights.of(social, people, Instant.now())).hasSize(40);
        assertThat(rights.of(world.federal.id(), people, Instant.now())).hasSize(40);
    }

    @Test
    void a_right_begins_with_the_relationship_and_not_before() {
        LocalDate begin = today.plusMonths(1);
        Person coming = world.cpas.person("Camille");
        relate(coming, Days.startOf(begin), null);

        assertThat(carryOut(principal, of(CUSTOMS), coming)).returns("management.not-tied", GrantsIT::why);
        assertThat(carryOut(principal, from(begin, CUSTOMS), coming)).returns(Outcome.DONE, Verdict::outcome);
        assertThat(carryOut(principal, from(begin.plusDays(3), ONEGATE), coming))
                .returns(Outcome.DONE, Verdict::outcome);

        assertThat(user(coming, world.federal.id()).validFrom()).isEqualTo(Days.startOf(begin));
    }

    @Test
    void what_takes_a_context_names_units_or_is_said_to_hold_for_the_whole_entity() {
        EstablishmentUnitNumber own = unit(world.cpas.cpas.id().value());
        EstablishmentUnitNumber foreign = unit(worlds.cpas().cpas.id().value());

        assertThat(refused(in(Set.of(), false, "MATCH_IT_READER"))).containsExactly("management.context-needed");
        assertThat(refused(in(Set.of(own), true, "MATCH_IT_READER")))
                .containsExactly("management.context-and-whole-entity");
        assertThat(refused(in(Set.of(foreign), false, "MATCH_IT_READER")))
                .containsExactly("management.unit-of-another-entity");
        assertThat(refused(in(Set.of(own), false, CUSTOMS))).containsExactly("management.role-takes-no-context");

        assertThat(carryOut(principal, in(Set.of(own), false, "MATCH_IT_READER"), world.colleague))
                .returns(Outcome.DONE, Verdict::outcome);
        assertThat(carryOut(principal, in(Set.of(), true, "MATCH_IT_READER"), world.cpas.user))
                .returns(Outcome.DONE, Verdict::outcome);
        assertThat(rights.of(social, List.of(world.colleague.id()), Instant.now()))
                .singleElement()
                .satisfies(right -> assertThat(right.context()).containsExactly(own));
    }

    @Test
    void what_the_grant_itself_breaks_is_refused_for_everybody() {
        assertThat(refused(of())).containsExactly("management.no-application-ticked");
        assertThat(refused(of("NO_SUCH_ROLE"))).containsExactly("management.role-not-yours");
        assertThat(refused(from(today.minusDays(1), CUSTOMS))).containsExactly("management.begins-in-the-past");
        assertThat(refused(new Grant(Set.of("SOCIAL_WORKER"), Set.of(), false, null, today, null, null)))
                .containsExactly("management.end-needed");
        assertThat(codes(() -> grants.carryOut(principal, entity, of(CUSTOMS), List.of())))
                .containsExactly("management.nobody-ticked");
        assertThat(codes(() -> grants.carryOut(
                        principal,
                        entity,
                        of(CUSTOMS),
                        Stream.generate(PersonId::random)
                                .limit(Grants.MOST_AT_ONCE + 1)
                                .toList())))
                .containsExactly("management.too-many-ticked");
    }

    @Test
    void managers_grant_what_is_theirs_and_no_more() {
        assertThat(grants.grantableRoles(as(world.accessManager), entity))
                .extracting(Role::code)
                .contains(CUSTOMS)
                .doesNotContain(ONEGATE, "SOCIAL_WORKER");
        assertThat(grants.grantableRoles(as(world.cpas.localManager), entity))
                .extracting(Role::code)
                .contains("SOCIAL_WORKER")
                .doesNotContain(CUSTOMS);
        assertThat(grants.grantableRoles(principal, entity))
                .extracting(Role::code)
                .contains(CUSTOMS, ONEGATE, "SOCIAL_WORKER");
    }

    @Test
    void a_manager_of_a_subdivision_takes_people_into_it_and_knows_nobody_of_another() {
        var managed = worlds.managed();
        EnterpriseNumber number = managed.cpas.cpas.enterpriseNumber();

        assertThat(grants.carryOut(
                        as(managed.subdivisionManager),
                        number,
                        of("SOCIAL_WORKER"),
                        List.of(managed.colleague.id(), managed.userOfOtherSubdivision.id())))
                .satisfiesExactly(own -> assertThat(own.outcome()).isEqualTo(Outcome.DONE), other -> assertThat(other)
                        .returns("management.not-of-the-entity", GrantsIT::why)
                        .returns(null, Verdict::name));
        assertThat(user(managed.colleague, managed.cpas.socialAction.id()).subdivision())
                .isEqualTo(managed.subdivision);
    }

    /** D48: somebody else’s user is not theirs to see, by whatever address; nor what their own user has elsewhere. */
    @Test
    void a_manager_of_a_subdivision_sees_no_user_of_another_and_no_right_beyond_it() {
        var managed = worlds.managed();
        EnterpriseNumber number = managed.cpas.cpas.enterpriseNumber();
        Actor manager = as(managed.subdivisionManager);

        assertThat(people.tied(manager, number, List.of(managed.colleague.id())))
                .hasSize(1);
        assertThatThrownBy(() -> people.tied(manager, number, List.of(managed.userOfOtherSubdivision.id())))
                .isInstanceOf(NotFoundException.class);

        SubdivisionId own = subdivisionOf(managed.employer.id());
        SubdivisionId foreign = subdivisionOf(managed.employer.id());
        managed.give(managed.subdivisionManager, ResponsibilityKind.SUBDIVISION_MANAGER, managed.employer.id(), own);
        managed.give(managed.userOfSubdivision, ResponsibilityKind.USER, managed.employer.id(), foreign);
        managed.cpas.giveRight(managed.userOfSubdivision, "SOCIAL_WORKER", managed.cpas.socialAction.id());
        managed.cpas.giveRight(managed.userOfSubdivision, EMPLOYER_ROLE, managed.employer.id());
        assertThat(grants.held(manager, number, List.of(managed.userOfSubdivision.id())))
                .extracting(Right::role)
                .contains("SOCIAL_WORKER")
                .doesNotContain(EMPLOYER_ROLE);
        assertThat(grants.held(as(managed.cpas.principalManager), number, List.of(managed.userOfSubdivision.id())))
                .extracting(Right::role)
                .contains("SOCIAL_WORKER", EMPLOYER_ROLE);
    }

    private SubdivisionId subdivisionOf(QualityId quality) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into subdivision (id, quality_id, name) values (:id, :quality, :name)")
                .param("id", id)
                .param("quality", quality.value())
                .param("name", "S " + id)
                .update();
        return new SubdivisionId(id);
    }

    @Test
    void rights_are_taken_back_in_every_quality_where_they_are_held() {
        carryOut(principal, of(CUSTOMS, "SOCIAL_WORKER"), world.colleague);

        List<Verdict> verdicts = grants.revoke(
                principal,
                entity,
                new RemoveApplications(Set.of(CUSTOMS, "SOCIAL_WORKER", ONEGATE), "Autre fonction"),
                List.of(world.colleague.id(), world.federalUser.id(), world.cpas.candidate.id()));

        assertThat(verdicts)
                .satisfiesExactly(
                        both -> assertThat(both.roles()).containsExactly(CUSTOMS, "SOCIAL_WORKER"),
                        federal -> assertThat(federal.roles()).containsExactly(CUSTOMS, ONEGATE),
                        nobody -> assertThat(nobody)
                                .returns("management.has-no-right-of-yours", GrantsIT::why)
                                .returns(null, Verdict::name));
        assertThat(roles(world.colleague)).isEmpty();
        assertThat(mails.to(world.colleague.id()))
                .anySatisfy(mail -> assertThat(mail.text()).contains("Autre fonction"));
    }

    /** Whoever changes what people have, in whatever quality, locks the people. */
    @Test
    void what_ends_while_somebody_waits_for_the_person_is_not_taken_back() {
        Person colleague = world.colleague;
        carryOut(principal, of(CUSTOMS), colleague);
        List<Verdict> verdicts = new ArrayList<>();

        waitingFor(
                        () -> {
                            rights.lock(List.of(colleague.id()));
                            jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                                    .param("person", colleague.id().value())
                                    .update();
                        },
                        () -> verdicts.addAll(grants.revoke(
                                principal,
                                entity,
                                new RemoveApplications(Set.of(CUSTOMS), "Autre fonction"),
                                List.of(colleague.id()))))
                .join();

        assertThat(verdicts).extracting(Verdict::outcome).doesNotContain(Outcome.DONE);
    }

    @Test
    void a_right_to_come_is_taken_back_from_who_is_no_user_yet() {
        Person coming = comingUser(today.plusMonths(1));

        assertThat(grants.revoke(
                        principal, entity, new RemoveApplications(Set.of(CUSTOMS), "Renonce"), List.of(coming.id())))
                .singleElement()
                .returns(Outcome.DONE, Verdict::outcome)
                .returns(List.of(CUSTOMS), Verdict::roles)
                .returns(coming.displayName(), Verdict::name);

        assertThat(roles(coming)).isEmpty();
        assertThat(mails.to(coming.id()))
                .anySatisfy(mail -> assertThat(mail.text()).contains("Renonce"));
    }

    @Test
    void who_is_no_user_yet_is_deleted_so_that_they_never_become_one_and_cannot_be_blocked() {
        Person coming = comingUser(today.plusMonths(1));
        QualityId federal = world.federal.id();

        assertThat(users.carryOut(principal, federal, new BlockUsers(null), List.of(coming.id())))
                .singleElement()
                .returns("management.not-a-user", GrantsIT::why);
        assertThat(users.carryOut(principal, federal, new DeleteUsers(null), List.of(coming.id())))
                .singleElement()
                .returns(Outcome.DONE, Verdict::outcome)
                .returns(List.of(CUSTOMS), Verdict::roles);

        assertThat(roles(coming)).isEmpty();
        assertThat(access.memberships(List.of(federal), List.of(coming.id()), Instant.now()))
                .isEmpty();
        assertThat(jdbc.sql("""
                        select valid_from = valid_until and ended_basis_id is not null from responsibility
                         where person_id = :id and kind = 'USER'""")
                        .param("id", coming.id().value())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void who_is_deleted_does_not_become_a_user_again_by_an_earlier_decision() {
        Instant gap = Days.endOf(today.plusMonths(1));
        Person leaving = tied("Solange", gap);
        relate(leaving, Days.startOf(today.plusMonths(2)), null);
        assertThat(carryOut(principal, from(today.plusMonths(2), CUSTOMS), leaving))
                .returns(Outcome.DONE, Verdict::outcome);
        Grant now = new Grant(Set.of(ONEGATE), Set.of(), false, null, today, today.plusDays(10), null);
        assertThat(carryOut(principal, now, leaving)).returns(Outcome.DONE, Verdict::outcome);
        assertThat(access.memberships(List.of(world.federal.id()), List.of(leaving.id()), Instant.now()))
                .hasSize(2);

        users.carryOut(principal, world.federal.id(), new DeleteUsers(null), List.of(leaving.id()));

        assertThat(access.memberships(List.of(world.federal.id()), List.of(leaving.id()), Instant.now()))
                .isEmpty();
    }

    @Test
    void who_is_no_user_yet_is_made_one_earlier_and_stays_so_as_long_as_they_would_have() {
        LocalDate begin = today.plusMonths(1);
        Person coming = comingUser(begin);
        RelationshipDeclaration until = new RelationshipDeclaration(
                RelationshipCategory.OCCASIONAL, "stage@test.example", "081 12 34 56", begin.plusDays(5));

        users.add(
                principal,
                world.federal.id(),
                new NewUser(coming.niss(), until, null, begin.plusDays(5), null, Set.of(), Set.of(), false));

        assertThat(access.memberships(List.of(world.federal.id()), List.of(coming.id()), Instant.now()))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.runs(Instant.now())).isTrue();
                    assertThat(user.validUntil()).isNull();
                });
        assertThat(roles(coming)).containsExactly(CUSTOMS);
    }

    @Test
    void who_is_no_user_yet_becomes_a_manager_instead() {
        Person coming = comingUser(today.plusMonths(1));
        QualityId federal = world.federal.id();
        RelationshipDeclaration tie = new RelationshipDeclaration(
                RelationshipCategory.OCCASIONAL, "stage@test.example", "081 12 34 56", today.plusDays(5));

        assertThat(codes(() -> managers.designate(
                        principal,
                        Post.coLocalManager(federal),
                        new Designation(coming.niss(), tie, false, null, null))))
                .containsExactly("management.removal-not-confirmed");
        managers.designate(
                principal, Post.coLocalManager(federal), new Designation(coming.niss(), tie, true, null, null));

        assertThat(access.memberships(List.of(federal), List.of(coming.id()), Instant.now()))
                .extracting(Responsibility::kind)
                .containsExactly(ResponsibilityKind.CO_LOCAL_MANAGER);
        assertThat(roles(coming)).isEmpty();
    }

    /** With a right from that day on, on which they begin to work there. */
    private Person comingUser(LocalDate begin) {
        Person coming = world.cpas.person("Camille");
        relate(coming, Days.startOf(begin), null);
        carryOut(principal, from(begin, CUSTOMS), coming);
        return coming;
    }

    @Test
    void the_list_has_everybody_whom_something_ties_to_the_entity_once() {
        Person leaving = tied("Zoé", Days.endOf(today.plusMonths(2)));
        relate(leaving, RelationshipCategory.EXTERNAL, LONG_AGO, null);
        tied("Albert", Instant.now().minusSeconds(60));

        Staff.Page page = people.page(principal, entity, all(""));

        assertThat(page.lines()).extracting(Staff.Line::id).doesNotHaveDuplicates();
        assertThat(page.lines())
                .filteredOn(line -> line.id().equals(leaving.id()))
                .singleElement()
                .returns("EXTERNAL", Staff.Line::kind)
                .returns(null, Staff.Line::until);
        assertThat(page.lines())
                .extracting(Staff.Line::firstName)
                .contains("Clément", "Henri")
                .doesNotContain("Albert", "Étienne");
        assertThat(people.page(principal, entity, all("ZOE")).lines())
                .extracting(Staff.Line::id)
                .containsExactly(leaving.id());
        assertThat(page.total()).isEqualTo(page.lines().size());
    }

    @Test
    void a_list_of_thousands_is_shown_page_by_page_in_any_order() {
        staff(2_000);

        Staff.Page last =
                people.page(principal, entity, new Staff.Filter("personnel", null, Staff.Order.NAME, false, 200, 10));
        assertThat(last.total()).isEqualTo(2_000);
        assertThat(last.first()).isEqualTo(1_991);
        assertThat(last.last()).isEqualTo(2_000);
        Staff.Page beyond =
                people.page(principal, entity, new Staff.Filter("personnel", null, Staff.Order.END, true, 9_999, 50));
        assertThat(beyond.number()).isEqualTo(40);
        assertThat(beyond.lines()).hasSize(50);
    }

    @Test
    void managers_of_a_domain_or_a_subdivision_see_their_own_users_only() {
        assertThat(people.page(as(world.accessManager), entity, all("")).lines())
                .extracting(Staff.Line::id)
                .contains(world.federalUser.id())
                .doesNotContain(world.colleague.id());
        assertThat(people.page(as(world.cpas.localManager), entity, all("")).lines())
                .extracting(Staff.Line::id)
                .contains(world.federalUser.id(), world.colleague.id());
        assertThatThrownBy(() -> people.these(
                        as(world.accessManager), entity, List.of(world.federalUser.id(), world.colleague.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.page(as(world.cpas.candidate), entity, all("")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.page(as(world.federalUser), entity, all("")))
                .isInstanceOf(NotAllowedException.class);
    }

    private static Staff.Filter all(String typed) {
        return new Staff.Filter(typed, null, Staff.Order.NAME, false, 1, 100);
    }

    private Grant of(String... roles) {
        return new Grant(Set.of(roles), Set.of(), false, null, today, lastDay, "Nouvelle équipe");
    }

    private Grant from(LocalDate firstDay, String... roles) {
        return new Grant(Set.of(roles), Set.of(), false, null, firstDay, lastDay, null);
    }

    private Grant in(Set<EstablishmentUnitNumber> context, boolean wholeEntity, String... roles) {
        return new Grant(Set.of(roles), context, wholeEntity, null, today, lastDay, null);
    }

    private Verdict carryOut(Actor by, Grant grant, Person person) {
        return grants.carryOut(by, entity, grant, List.of(person.id())).get(0);
    }

    private List<Verdict> carryOut(Actor by, Grant grant, Person one, Person other) {
        return grants.carryOut(by, entity, grant, List.of(one.id(), other.id()));
    }

    private List<String> refused(Grant grant) {
        return codes(() -> grants.carryOut(principal, entity, grant, List.of(world.colleague.id())));
    }

    private static List<String> codes(Runnable operation) {
        RejectedException refused = catchThrowableOfType(RejectedException.class, operation::run);
        return refused == null
                ? List.of()
                : refused.rejections().stream().map(Rejection::code).toList();
    }

    private static @Nullable String why(Verdict verdict) {
        return verdict.why() == null
                ? null
                : Objects.requireNonNull(verdict.why()).code();
    }

    private List<Verdict> at(CyclicBarrier barrier, Actor by, Grant grant, List<PersonId> people) throws Exception {
        barrier.await();
        return grants.carryOut(by, entity, grant, people);
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> future : two.invokeAll(List.of(one, other))) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            two.shutdown();
        }
    }

    private List<PersonId> staff(int number) {
        List<PersonId> people = worlds.people().crowd(number, "Personnel").stream()
                .map(PersonId::new)
                .toList();
        people.forEach(person -> relate(directory.person(person), LONG_AGO, null));
        return people;
    }

    private Person tied(String firstName, @Nullable Instant until) {
        Person person = world.cpas.person(firstName);
        relate(person, LONG_AGO, until);
        return person;
    }

    private void relate(Person person, Instant from, @Nullable Instant until) {
        relate(person, RelationshipCategory.PERMANENT, from, until);
    }

    private void relate(Person person, RelationshipCategory category, Instant from, @Nullable Instant until) {
        directory.relate(
                new NewRelationship(person.id(), world.cpas.cpas.id(), category, null, null, from, until, null));
    }

    private Responsibility user(Person person, QualityId quality) {
        return access.memberships(List.of(quality), List.of(person.id()), Instant.now())
                .get(0);
    }

    private List<String> roles(Person person) {
        return List.of(social, world.federal.id()).stream()
                .flatMap(quality -> rights.of(quality, List.of(person.id()), Instant.now()).stream())
                .map(Right::role)
                .toList();
    }

    private EstablishmentUnitNumber unit(UUID organisation) {
        EstablishmentUnitNumber number = EstablishmentUnitNumber.withCheckDigits(20_000_000 + UNITS.incrementAndGet());
        jdbc.sql("""
                        insert into establishment_unit (number, organisation_id, name, street, postal_code, locality,
                                                        valid_from)
                        values (:number, :organisation, 'Antenne', '', '5000', '', now() - interval '1 day')""")
                .param("number", number.value())
                .param("organisation", organisation)
                .update();
        return number;
    }
}
