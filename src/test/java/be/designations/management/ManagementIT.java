package be.designations.management;

import static be.designations.testing.ManagedWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.designations.access.Basis;
import be.designations.access.Capacities;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.management.Verdict.Outcome;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the decisions of managers: in the access model, in the mails, in the log, and when two decide at once. */
class ManagementIT extends WholeApplication {

    @Autowired
    Managers managers;

    @Autowired
    Users users;

    @Autowired
    QualityAdministration qualities;

    @Autowired
    EntityAdministration entities;

    @Autowired
    Rights rights;

    @Autowired
    Capacities capacities;

    private ManagedWorld world;
    private QualityId social;

    @BeforeEach
    void makeTheWorld() {
        world = worlds.managed();
        social = world.cpas.socialAction.id();
    }

    @Test
    void who_rises_from_user_to_co_manager_leaves_that_with_its_rights() {
        var riser = world.userOfSubdivision;

        assertThat(codes(() -> managers.designate(as(world.cpas.localManager), Post.coLocalManager(social), of(riser))))
                .containsExactly("management.removal-not-confirmed");
        managers.designate(
                as(world.cpas.localManager),
                Post.coLocalManager(social),
                new Designation(riser.niss(), null, true, "Promotion", null));

        assertThat(access.responsibilitiesIn(social, riser.id(), Instant.now()))
                .extracting(held -> held.kind())
                .containsExactly(ResponsibilityKind.CO_LOCAL_MANAGER);
        assertThat(rights.of(social, List.of(riser.id()), Instant.now())).isEmpty();
        assertThat(basisOfNewest(riser))
                .returns("co-local-manager-named", Basis::operation)
                .returns(world.cpas.localManager.id(), Basis::decidedBy)
                .returns("Promotion", Basis::reason);
    }

    @Test
    void who_works_elsewhere_is_tied_to_the_entity_first() {
        var tie = new RelationshipDeclaration(
                RelationshipCategory.OCCASIONAL, "stage@test.example", "081 12 34 56", Days.of(Instant.now()));

        assertThat(codes(() -> users.add(as(world.cpas.localManager), social, newUser(world.stranger, null))))
                .containsExactly("management.no-working-relationship");
        assertThat(codes(() -> users.add(as(world.cpas.localManager), social, newUser(world.stranger, tie))))
                .as("D38: nobody is a user for longer than something ties them")
                .containsExactly("management.right-outlives-relationship");
        users.add(
                as(world.cpas.localManager),
                social,
                new NewUser(world.stranger.niss(), tie, null, tie.lastDay(), null, Set.of(), Set.of(), false));

        assertThat(jdbc.sql("select category || ' ' || phone from working_relationship where person_id = :id")
                        .param("id", world.stranger.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("OCCASIONAL 081 12 34 56");
    }

    @Test
    void a_number_that_the_national_register_withdrew_is_nobodys() {
        withdraw(world.colleague.niss(), null);
        assertThat(codes(() -> users.add(as(world.cpas.localManager), social, newUser(world.colleague, null))))
                .containsExactly("management.niss-cancelled");

        withdraw(world.stranger.niss(), world.cpas.candidate.niss());
        assertThat(codes(() -> users.candidate(as(world.cpas.localManager), social, world.stranger.niss())))
                .containsExactly("management.niss-replaced");
    }

    @Test
    void one_bad_row_keeps_the_others_from_nothing() {
        var ticked = List.of(world.userOfSubdivision.id(), world.stranger.id(), world.userOfOtherSubdivision.id());
        var action = adding(LocalDate.now(Days.BRUSSELS).plusMonths(1), "SOCIAL_WORKER", "E_BOX_USER");

        var verdicts = users.carryOut(as(world.cpas.principalManager), social, action, ticked);

        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.DONE, Outcome.REFUSED, Outcome.DONE);
        assertThat(verdicts.get(0).roles()).containsExactly("SOCIAL_WORKER");
        assertThat(verdicts.get(1).name()).as("a foreign person stays unnamed").isNull();
        assertThat(roles(world.userOfOtherSubdivision)).containsExactlyInAnyOrder("E_BOX_USER", "SOCIAL_WORKER");
        assertThat(roles(world.stranger)).isEmpty();
        assertThat(mailsTo(world.userOfOtherSubdivision)).containsExactly("rights-given");
        assertThat(mailsTo(world.cpas.localManager))
                .as("one mail, whatever the number")
                .containsExactly("access-changed");
        assertThat(mailsTo(world.subdivisionManager)).containsExactly("access-changed");
        assertThat(mailsTo(world.stranger)).isEmpty();
    }

    @Test
    void the_preview_says_what_is_done_and_changes_nothing() {
        var ticked = List.of(world.userOfSubdivision.id(), world.blockedUserOfSubdivision.id());
        var manager = as(world.cpas.localManager);

        var preview = users.preview(manager, social, new BlockUsers(null), ticked);

        assertThat(preview).extracting(Verdict::outcome).containsExactly(Outcome.DONE, Outcome.NEEDLESS);
        assertThat(access.standings(social, ticked, Instant.now()))
                .filteredOn(standing -> standing.isBlocked())
                .hasSize(1);
        assertThat(users.carryOut(manager, social, new BlockUsers(null), ticked))
                .isEqualTo(preview);
        assertThat(users.carryOut(manager, social, new BlockUsers(null), ticked))
                .as("twice the same click")
                .extracting(Verdict::outcome)
                .containsOnly(Outcome.NEEDLESS);
        assertThat(mailsTo(world.userOfSubdivision)).containsExactly("responsibility-blocked");
    }

    @Test
    void a_right_that_has_not_begun_is_taken_back_and_stays_on_record() {
        var user = world.userOfOtherSubdivision;
        LocalDate later = LocalDate.now(Days.BRUSSELS).plusDays(10);
        users.carryOut(
                as(world.cpas.localManager),
                social,
                new AddApplications(Set.of("SOCIAL_WORKER"), Set.of(), false, later, later.plusDays(10), null, false),
                List.of(user.id()));

        users.carryOut(as(world.cpas.localManager), social, new DeleteUsers("Départ"), List.of(user.id()));

        assertThat(rights.of(social, List.of(user.id()), Instant.now())).isEmpty();
        assertThat(jdbc.sql("""
                        select valid_from = valid_until and ended_basis_id is not null from role_assignment
                         where person_id = :id""")
                        .param("id", user.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void blocking_gives_nothing_from_the_next_click_on() {
        assertThat(capacities.of(world.coLocalManager.id())).isNotEmpty();

        managers.block(as(world.cpas.localManager), world.coLocalManagerId, "Enquête");

        assertThat(capacities.of(world.coLocalManager.id())).isEmpty();
        assertThatThrownBy(() -> users.carryOut(
                        as(world.coLocalManager), social, new BlockUsers(null), List.of(world.userOfSubdivision.id())))
                .isInstanceOf(NotFoundException.class);
        managers.unblock(as(world.cpas.localManager), world.coLocalManagerId, null);
        assertThat(capacities.of(world.coLocalManager.id())).isNotEmpty();
        assertThat(mailsTo(world.coLocalManager)).containsExactly("responsibility-blocked", "responsibility-unblocked");
    }

    @Test
    void who_is_blocked_while_they_wait_changes_nothing() {
        Actor coLocal = as(world.coLocalManager);
        for (Runnable change : List.<Runnable>of(
                () -> qualities.changeEmail(coLocal, social, "autre@test.example"),
                () -> qualities.createSubdivision(coLocal, social, "Aide urgente"),
                () -> qualities.renameSubdivision(coLocal, world.subdivision, "Aide urgente"))) {
            refusedOnceBlocked(as(world.cpas.localManager), world.coLocalManagerId, change);
        }
        EnterpriseNumber entity = world.cpas.cpas.enterpriseNumber();
        Actor coPrincipal = as(world.otherCoPrincipal);
        for (Runnable change : List.<Runnable>of(
                () -> entities.changeDetails(
                        coPrincipal, entity, new Organisation.Contact("autre@test.example", Language.FR, null, null)),
                () -> entities.activateQuality(
                        coPrincipal, entity, QualityKind.YOUTH_CARE, entity.value(), "autre@test.example"))) {
            refusedOnceBlocked(as(world.cpas.principalManager), world.otherCoPrincipalId, change);
        }

        assertThat(access.findQuality(social).orElseThrow().email()).isNotEqualTo("autre@test.example");
        assertThat(qualities.subdivisions(as(world.cpas.localManager), social).all())
                .extracting(QualityAdministration.ManagedSubdivision::name)
                .containsExactlyInAnyOrder("Aide sociale", "Insertion");
        assertThat(directory.organisation(world.cpas.cpas.id()).email()).isNotEqualTo("autre@test.example");
        assertThat(access.findQuality(world.cpas.cpas.id(), QualityKind.YOUTH_CARE))
                .isEmpty();
    }

    private void refusedOnceBlocked(Actor by, UUID responsibility, Runnable change) {
        assertThatThrownBy(waitingFor(() -> managers.block(by, responsibility, null), change)::join)
                .hasCauseInstanceOf(NotFoundException.class);
        managers.unblock(by, responsibility, null);
    }

    @Test
    void nobody_gives_themselves_anything() {
        var principal = world.cpas.principalManager;
        directory.relate(
                principal.id(),
                world.cpas.cpas.id(),
                RelationshipCategory.OFFICIAL,
                Instant.EPOCH,
                "Travaille au CPAS");

        assertThat(codes(
                        () -> managers.designate(as(principal), Post.localManager(world.employer.id()), of(principal))))
                .containsExactly("management.not-for-oneself");
        assertThat(codes(() -> users.add(as(principal), social, newUser(principal, null))))
                .containsExactly("management.not-for-oneself");
    }

    @Test
    void who_was_recognised_too_weakly_manages_nothing() {
        var weak = new Actor(world.cpas.localManager.id(), null, new SignInLevel(400));

        assertThat(refusal(() -> users.preview(weak, social, new BlockUsers(null), List.of(world.cpas.user.id()))))
                .isEqualTo("access.sign-in-too-weak");
    }

    @Test
    void who_works_for_another_entity_chooses_this_one_first() {
        var other = worlds.managed();
        var elsewhere = new Actor(world.cpas.localManager.id(), other.cpas.cpas.id(), SignInLevel.EID);

        assertThat(refusal(() -> users.preview(elsewhere, social, new BlockUsers(null), List.of(world.cpas.user.id()))))
                .isEqualTo("access.acting-for-another");
    }

    @Test
    void the_mail_is_in_the_language_of_who_reads_it() {
        worlds.people().speaks(world.coLocalManager, Language.NL);

        managers.remove(as(world.cpas.localManager), world.coLocalManagerId, "Vertrek");

        assertThat(jdbc.sql("select subject from notification where recipient_person = :id")
                        .param("id", world.coLocalManager.id().value())
                        .query(String.class)
                        .single())
                .contains("Einde van uw verantwoordelijkheid: Lokale co-beheerder");
    }

    @Test
    void decisions_stand_in_the_log_without_any_national_number() {
        users.candidate(as(world.cpas.localManager), social, world.colleague.niss());
        users.add(as(world.cpas.localManager), social, newUser(world.colleague, null));

        var entries = jdbc.sql("""
                        select operation || coalesce(before::text, '') || coalesce(after::text, '') from audit_event
                         where actor_person = :id order by id""")
                .param("id", world.cpas.localManager.id().value())
                .query(String.class)
                .list();
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0)).startsWith("management.person-looked-up");
        assertThat(entries.get(1)).startsWith("management.user-added");
        assertThat(String.join(" ", entries))
                .doesNotContain(world.colleague.niss().value());
    }

    @Test
    void of_two_managers_who_replace_the_same_local_manager_one_wins_and_the_other_learns_by_whom() throws Exception {
        var post = Post.localManager(world.employer.id());
        var principal = as(world.cpas.principalManager);
        var coPrincipal = as(world.cpas.coPrincipalManager);
        directory.relate(
                world.stranger.id(),
                world.cpas.cpas.id(),
                RelationshipCategory.OFFICIAL,
                Instant.EPOCH,
                "Travaille là");
        var seen = managers.candidate(principal, post, world.colleague.niss()).seen();
        var barrier = new CyclicBarrier(2);
        Callable<Object> one = () -> designate(barrier, principal, post, world.colleague, seen);
        Callable<Object> other = () -> designate(barrier, coPrincipal, post, world.stranger, seen);

        List<Object> outcomes = atOnce(one, other);

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof AlreadyHandledException)
                .hasSize(1);
        assertThat(access.incumbents(
                        ResponsibilityKind.LOCAL_MANAGER,
                        world.cpas.cpas.id(),
                        world.employer.id(),
                        null,
                        Instant.now()))
                .hasSize(1);
        var told = (AlreadyHandledException) outcomes.stream()
                .filter(outcome -> outcome instanceof AlreadyHandledException)
                .findFirst()
                .orElseThrow();
        assertThat(told.by())
                .isIn(world.cpas.principalManager.displayName(), world.cpas.coPrincipalManager.displayName());
        assertThat(told.bySelf()).isFalse();
    }

    @Test
    void the_same_click_twice_removes_once() {
        managers.remove(as(world.cpas.localManager), world.coLocalManagerId, null);

        var again = catchThrowableOfType(
                AlreadyHandledException.class,
                () -> managers.remove(as(world.cpas.localManager), world.coLocalManagerId, null));

        assertThat(again.bySelf()).isTrue();
        assertThat(mailsTo(world.coLocalManager)).containsExactly("responsibility-ended");
    }

    @Test
    void a_change_that_waits_in_a_dossier_is_not_made_beside_it() {
        var dossier = openChange();

        assertThat(codes(() -> managers.designate(
                        as(world.cpas.principalManager), Post.localManager(social), of(world.colleague))))
                .containsExactly("management.change-waits-in-dossier");
        assertThat(dossier).isNotBlank();
    }

    private String openChange() {
        String number = "DPD-2099-" + world.cpas.cpas.enterpriseNumber().value().substring(5);
        jdbc.sql("""
                        with opened as (
                            insert into case_file (id, dossier_number, kind, organisation_id, opened_by, opened_at, status,
                                                   status_since)
                            values (gen_random_uuid(), :number, 'DPD_DESIGNATION', :cpas, :person, now(), 'dpd.approved',
                                    now())
                            returning id)
                        insert into local_manager_change (case_id, quality_id, asked_at, new_manager_id)
                        select id, :quality, now(), :person from opened""")
                .param("number", number)
                .param("cpas", world.cpas.cpas.id().value())
                .param("person", world.cpas.candidate.id().value())
                .param("quality", social.value())
                .update();
        return number;
    }

    private Object designate(CyclicBarrier barrier, Actor actor, Post post, Person person, Designation.Incumbency seen)
            throws Exception {
        barrier.await();
        return managers.designate(actor, post, new Designation(person.niss(), null, false, null, seen));
    }

    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws InterruptedException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> future : two.invokeAll(List.of(one, other))) {
                try {
                    outcomes.add(future.get());
                } catch (ExecutionException failed) {
                    outcomes.add(failed.getCause());
                }
            }
            return outcomes;
        } finally {
            two.shutdown();
        }
    }

    private void withdraw(Niss niss, @Nullable Niss replacement) {
        jdbc.sql("insert into withdrawn_niss (niss, replaced_by, since) values (:niss, :by, current_date)")
                .param("niss", niss.value())
                .param("by", replacement == null ? null : replacement.value())
                .update();
    }

    private List<String> roles(Person person) {
        return rights.of(social, List.of(person.id()), Instant.now()).stream()
                .map(Right::role)
                .toList();
    }

    private List<String> mailsTo(Person person) {
        return jdbc.sql("select kind from notification where recipient_person = :id order by created_at, id")
                .param("id", person.id().value())
                .query(String.class)
                .list();
    }

    private Basis basisOfNewest(Person person) {
        var newest =
                access.responsibilitiesIn(social, person.id(), Instant.now()).get(0);
        return access.lastDecisionOn(newest.id()).orElseThrow();
    }

    private static List<String> codes(ThrowingCallable refused) {
        return catchThrowableOfType(RejectedException.class, refused).rejections().stream()
                .map(Rejection::code)
                .toList();
    }

    private static String refusal(ThrowingCallable refused) {
        return catchThrowableOfType(NotAllowedException.class, refused)
                .rejection()
                .code();
    }

    private static Designation of(Person person) {
        return new Designation(person.niss(), null, false, null, null);
    }

    private static NewUser newUser(Person person, @Nullable RelationshipDeclaration relationship) {
        return new NewUser(person.niss(), relationship, null, null, null, Set.of(), Set.of(), false);
    }

    private static AddApplications adding(LocalDate lastDay, String... roles) {
        return new AddApplications(Set.of(roles), Set.of(), false, LocalDate.now(Days.BRUSSELS), lastDay, null, false);
    }
}
