package be.designations.mandate;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.access.LocalManagers;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseDesk;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItems;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DpdRegister;
import be.designations.figures.Cover;
import be.designations.figures.CpasFilter;
import be.designations.figures.Figures;
import be.designations.figures.Order;
import be.designations.figures.Slice;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterStore;
import be.designations.letters.Letters;
import be.designations.mandate.MandateAnswers.TakingBack;
import be.designations.mandate.RegisterQuery.State;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessElements.DpdDesignation;
import be.designations.testing.ProcessElements.MandateEnd;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How mandates end, who may end them, and what follows: through services, engine, database and mails. */
class MandateEndIT extends WholeApplication {

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);

    @Autowired
    private Letters letters;

    @Autowired
    private LetterStore letterStore;

    @Autowired
    private MandateEnds ends;

    @Autowired
    private MandateNotices notices;

    @Autowired
    private MandateRegister mandateRegister;

    @Autowired
    private LocalManagers localManagers;

    @Autowired
    private Figures figures;

    @Autowired
    private MandateExpiry expiry;

    @Autowired
    private DpdRegister register;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Cases cases;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private ProcessEngine engine;

    private CpasWorld world;
    private ProcessTrace trace;
    private UUID mandate;

    @BeforeEach
    void aCpasWithItsOfficer() {
        world = worlds.cpas();
        trace = new ProcessTrace(engine);
        mandate = running();
    }

    @Nested
    class Resigning {

        @Test
        void for_tomorrow_the_mandate_runs_until_then_and_everybody_is_told() {
            LocalDate tomorrow = today.plusDays(1);

            DossierNumber number = ends.resign(as(world.localManager), mandate, tomorrow, "Autre fonction");

            assertThat(number.value()).matches("MND-\\d{4}-\\d{5}");
            assertThat(trace.of(number))
                    .isWaitingAtExactly(MandateEnd.GATEWAY_WAITING)
                    .hasPassed(MandateEnd.TASK_TELL_MANDATE_END);
            assertThat(status(number)).isEqualTo("mandate.announced");
            assertThat(officer()).isEqualTo(world.localManager.id());
            assertThat(mails.told(number, "mandate-end-told"))
                    .containsExactlyInAnyOrder(
                            "bcss@test.example",
                            "spp-is@test.example",
                            world.cpas.email(),
                            world.principalManager.email(),
                            world.coPrincipalManager.email());
            assertThat(mails.about(number)).allSatisfy(mail -> assertThat(mail.words())
                    .contains(world.localManager.displayName(), new BelgianDates().day(tomorrow)));

            over(number);

            assertThat(status(number)).isEqualTo("mandate.without-successor");
            assertThat(trace.of(number)).isEnded().hasPassed(MandateEnd.EVENT_MANDATE_OVER);
            assertThat(register.dataProtectionOfficer(world.cpas.id(), Instant.now()))
                    .isEmpty();
            assertThat(localManager()).as("nothing is switched off").isEqualTo(world.localManager.id());
            assertThat(mails.told(number, "mandate-without-successor"))
                    .contains("bcss@test.example", "spp-is@test.example", world.principalManager.email());
        }

        @Test
        void for_tomorrow_shows_everywhere_that_it_ends_and_once_that_day_is_over_that_it_has() {
            String place = "Démissionville" + world.cpas.id().value().toString().substring(0, 4);
            jdbc.sql("update municipality set name_fr = :name where nis_code = :nis")
                    .param("name", place)
                    .param("nis", world.cpas.nisCode())
                    .update();
            DossierNumber designation = acts.approved(world, world.answers());
            acts.changeLocalManager(world.forCpas(world.principalManager), designation, world.candidate.niss(), false);
            mandate = running();
            LocalDate tomorrow = today.plusDays(1);
            String lastDay = new BelgianDates().day(tomorrow);

            DossierNumber number = ends.resign(as(world.candidate), mandate, tomorrow, null);

            assertThat(registered()).containsExactly(State.ENDING);
            assertThat(browsers.signedIn(world.candidate)
                            .get("/")
                            .page()
                            .select("#start-mandates ~ ul")
                            .text())
                    .contains(lastDay);
            assertThat(browsers.signedIn(world.head).get("/").text())
                    .contains(world.candidate.displayName(), lastDay)
                    .doesNotContain("est sans DPD");
            assertThat(withoutDpd()).isFalse();
            assertThat(counted(Cover.SOON, place)).isOne();
            assertThat(counted(Cover.NONE, place)).isZero();
            assertThat(standings(designation)).containsOnly("holds");
            assertThat(localManagers.refusal(world.socialAction, world.candidate.id(), Instant.now()))
                    .isEmpty();

            over(number);
            expiry.noteExpired();
            notices.run();

            assertThat(registered()).containsExactly(State.OVER);
            assertThat(browsers.signedIn(world.candidate).get("/").page().select("#start-mandates ~ ul"))
                    .isEmpty();
            assertThat(browsers.signedIn(world.head).get("/").text())
                    .contains("est sans DPD")
                    .doesNotContain(world.candidate.displayName());
            assertThat(withoutDpd()).isTrue();
            assertThat(counted(Cover.SOON, place)).isZero();
            assertThat(counted(Cover.NONE, place)).isOne();
            assertThat(standings(designation))
                    .as("opinion, approval, certificate, local manager")
                    .containsExactly("holds", "ended", "ended", "holds");
            assertThat(localManager()).as("nothing is switched off").isEqualTo(world.candidate.id());
            assertThat(localManagers.refusal(world.socialAction, world.candidate.id(), Instant.now()))
                    .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo("access.no-running-mandate"));
            assertThat(dossiers()).as("its date opens no other dossier").isOne();
            assertThat(mails.told(number, "mandate-without-successor")).doesNotHaveDuplicates();
        }

        private List<State> registered() {
            return Stream.of(State.values())
                    .filter(state -> !mandateRegister
                            .lines(
                                    as(world.head),
                                    new RegisterQuery(
                                            world.candidate.lastName(),
                                            "",
                                            null,
                                            state,
                                            null,
                                            RegisterQuery.Order.BEGIN),
                                    Language.FR,
                                    null,
                                    10)
                            .isEmpty())
                    .toList();
        }

        private boolean withoutDpd() {
            return !browsers.signedIn(world.principalManager)
                    .get("/qualities/" + world.socialAction.id().value())
                    .page()
                    .select("#without-dpd")
                    .isEmpty();
        }

        private long counted(Cover cover, String place) {
            return figures.cpas(
                            as(world.approver),
                            new CpasFilter(today, cover, 30, null, null, place, null),
                            new Order("name", true),
                            Language.FR,
                            new Slice(1, 10))
                    .total();
        }

        @Test
        void for_a_day_on_which_nobody_works_it_ends_on_that_day() {
            LocalDate sunday = today.plusDays(3).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));

            DossierNumber number = ends.resign(as(world.localManager), mandate, sunday, null);

            assertThat(until()).isEqualTo(Days.endOf(sunday));
            assertThat(register.dataProtectionOfficer(world.cpas.id(), Days.startOf(sunday)))
                    .contains(world.localManager.id());
            assertThat(register.dataProtectionOfficer(world.cpas.id(), Days.endOf(sunday)))
                    .isEmpty();
            assertThat(mails.about(number))
                    .allSatisfy(mail -> assertThat(mail.words()).contains(new BelgianDates().day(sunday)));
        }

        @Test
        void in_the_past_the_mandate_has_ended_then_and_a_new_application_is_asked_for_at_once() {
            LocalDate lastDay = today.minusDays(12);

            DossierNumber number = ends.resign(world.forCpas(world.head), mandate, lastDay, null);

            assertThat(trace.of(number))
                    .isEnded()
                    .hasPassedInOrder(
                            MandateEnd.TASK_TELL_MANDATE_END,
                            MandateEnd.TASK_NOTE_MANDATE_END,
                            MandateEnd.EVENT_MANDATE_OVER);
            assertThat(status(number)).isEqualTo("mandate.without-successor");
            assertThat(until()).isEqualTo(Days.endOf(lastDay));
            assertThat(register.dataProtectionOfficer(world.cpas.id(), Days.startOf(lastDay)))
                    .contains(world.localManager.id());
            assertThat(register.dataProtectionOfficer(world.cpas.id(), Days.endOf(lastDay)))
                    .isEmpty();
            assertThat(mails.told(number, "mandate-end-told"))
                    .contains(world.localManager.email())
                    .doesNotContain(world.head.email());
            assertThat(mails.told(number, "mandate-without-successor")).contains(world.cpas.email());
            assertThat(mails.about(number))
                    .filteredOn(mail -> mail.kind().equals("mandate-without-successor"))
                    .allSatisfy(mail -> assertThat(mail.text())
                            .as("the last day as everywhere, and the officer once")
                            .contains("son dernier jour était le " + new BelgianDates().day(lastDay), "Ancien DPD")
                            .doesNotContain(new BelgianDates().day(lastDay.plusDays(1)), "\nDPD"));
            assertThat(localManager()).isEqualTo(world.localManager.id());
        }

        @Test
        void not_before_the_mandate_began_nor_before_the_officer_became_local_manager_by_it() {
            DossierNumber number = acts.approved(world, world.answers());
            acts.changeLocalManager(world.forCpas(world.principalManager), number, world.candidate.niss(), false);
            UUID second = running();

            assertThat(rejection(() -> ends.resign(as(world.candidate), second, today.minusDays(1), null)))
                    .isEqualTo("mandate.before-it-began");
            // The mandate is older than the change of the local manager, as it usually is.
            jdbc.sql(
                            "update dpd_mandate set valid_until = :from where organisation_id = :cpas and end_reason = 'REPLACEMENT'")
                    .param("from", Timestamp.from(Instant.now().minus(20, ChronoUnit.DAYS)))
                    .param("cpas", world.cpas.id().value())
                    .update();
            jdbc.sql("update dpd_mandate set valid_from = :from where id = :id")
                    .param("from", Timestamp.from(Instant.now().minus(10, ChronoUnit.DAYS)))
                    .param("id", second)
                    .update();
            assertThat(rejection(() -> ends.resign(as(world.candidate), second, today.minusDays(1), null)))
                    .isEqualTo("mandate.before-local-manager");
            ends.resign(as(world.candidate), second, today, null);
            assertThat(officer()).isEqualTo(world.candidate.id());
        }

        @Test
        void twice_the_same_is_once_and_another_day_is_refused_until_it_is_taken_back() {
            LocalDate day = today.plusDays(40);
            DossierNumber number = ends.resign(as(world.localManager), mandate, day, null);

            assertThatThrownBy(() -> ends.resign(as(world.localManager), mandate, day, null))
                    .isInstanceOfSatisfying(AlreadyHandledException.class, it -> assertThat(it.bySelf())
                            .isTrue());
            assertThatThrownBy(() -> ends.resign(world.forCpas(world.head), mandate, day, null))
                    .isInstanceOfSatisfying(AlreadyHandledException.class, it -> assertThat(it.bySelf())
                            .isFalse());
            for (int days : List.of(30, 50)) {
                assertThat(rejection(() -> ends.resign(as(world.localManager), mandate, today.plusDays(days), null)))
                        .as("in %s days", days)
                        .isEqualTo("mandate.end-announced");
            }

            desk.perform(as(world.localManager), number, "back", null, new TakingBack("Je reste"));
            assertThat(until()).isNull();
            assertThat(status(number)).isEqualTo("mandate.taken-back");
            assertThat(trace.of(number)).isEnded().hasPassed(MandateEnd.EVENT_SUPERSEDED);
            assertThat(endReason()).isNull();
            ends.resign(as(world.localManager), mandate, day, null);
            assertThat(until()).isEqualTo(Days.endOf(day));
        }

        @Test
        void is_not_taken_back_once_another_mandate_is_to_begin_before_this_one_would_have_ended() {
            DossierNumber number = ends.resign(as(world.localManager), mandate, today.plusDays(40), null);
            acts.approved(
                    world, world.answers().with("startDate", today.plusDays(45).toString()));

            assertThatThrownBy(() -> desk.perform(as(world.localManager), number, "back", null, new TakingBack(null)))
                    .isInstanceOfSatisfying(
                            NotAllowedException.class,
                            why -> assertThat(why.rejection().code()).isEqualTo("mandate.next-begins"));
            assertThat(until()).isEqualTo(Days.endOf(today.plusDays(40)));
            assertThat(endReason()).isEqualTo("RESIGNATION");
        }

        @Test
        void taken_back_after_the_approval_of_the_next_one_was_withdrawn_the_mandate_goes_on_without_end() {
            acts.approved(
                    world, world.answers().with("startDate", today.plusDays(45).toString()));
            UUID later = jdbc.sql("select id from dpd_mandate where organisation_id = :cpas and valid_from > now()")
                    .param("cpas", world.cpas.id().value())
                    .query(UUID.class)
                    .single();
            DossierNumber number = ends.resign(as(world.localManager), mandate, today.plusDays(40), null);
            ends.withdraw(as(world.approver), later, "Autre candidat");

            desk.perform(as(world.localManager), number, "back", null, new TakingBack(null));

            assertThat(until()).isNull();
            assertThat(endReason()).isNull();
        }

        @Test
        void is_not_taken_back_for_longer_than_until_the_next_mandate_whatever_was_to_be_before() {
            acts.approved(
                    world, world.answers().with("startDate", today.plusDays(45).toString()));
            DossierNumber number = ends.resign(as(world.localManager), mandate, today.plusDays(40), null);
            ends.withdraw(as(world.approver), toBegin(today.plusDays(45)), "Autre candidat");
            acts.approved(
                    world, world.answers().with("startDate", today.plusDays(60).toString()));

            assertThatThrownBy(() -> desk.perform(as(world.localManager), number, "back", null, new TakingBack(null)))
                    .isInstanceOfSatisfying(
                            NotAllowedException.class,
                            why -> assertThat(why.rejection().code()).isEqualTo("mandate.next-begins"));
        }

        @Test
        void with_a_mandate_that_begins_some_days_later_asks_for_no_other() {
            DossierNumber number = ends.resign(as(world.localManager), mandate, today.plusDays(1), null);
            acts.approved(
                    world, world.answers().with("startDate", today.plusDays(5).toString()));

            over(number);

            assertThat(status(number)).isEqualTo("mandate.without-successor");
            assertThat(mails.told(number, "mandate-without-successor")).isEmpty();
        }

        @Test
        void is_taken_back_before_its_day_only_and_by_nobody_else() {
            DossierNumber number = ends.resign(as(world.localManager), mandate, today, null);

            assertThatThrownBy(() -> desk.perform(as(world.user), number, "back", null, new TakingBack(null)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.perform(as(world.approver), number, "back", null, new TakingBack(null)))
                    .isInstanceOf(NotAllowedException.class);
            over(number);
            assertThatThrownBy(() -> desk.perform(as(world.localManager), number, "back", null, new TakingBack(null)))
                    .isInstanceOf(AlreadyHandledException.class);
        }

        @Test
        void is_for_the_officer_and_those_who_file_for_the_cpas() {
            CpasWorld other = worlds.cpas();
            for (Person stranger : List.of(world.user, other.head, other.localManager, other.principalManager)) {
                assertThatThrownBy(() -> ends.resign(as(stranger), mandate, today, null))
                        .as(stranger.firstName())
                        .isInstanceOf(NotFoundException.class);
            }
            for (Person reader : List.of(world.reviewer, world.approver)) {
                assertThatThrownBy(() -> ends.resign(as(reader), mandate, today, null))
                        .isInstanceOfSatisfying(
                                NotAllowedException.class,
                                it -> assertThat(it.rejection().code()).isEqualTo("mandate.not-yours-to-resign"));
            }
            assertThatThrownBy(() -> ends.resign(
                            new Actor(world.localManager.id(), null, new SignInLevel(350)), mandate, today, null))
                    .isInstanceOf(NotAllowedException.class);
            assertThat(until()).isNull();
            ends.resign(world.forCpas(world.coPrincipalManager), mandate, today.plusDays(3), null);
            assertThat(until()).isEqualTo(Days.endOf(today.plusDays(3)));
        }

        @Test
        void by_officer_and_cpas_at_once_is_one_resignation() throws Exception {
            LocalDate day = today.plusDays(5);
            List<Throwable> failed = together(
                    () -> ends.resign(as(world.localManager), mandate, day, null),
                    () -> ends.resign(world.forCpas(world.head), mandate, day, null));

            assertThat(failed).hasSize(1).hasOnlyElementsOfType(AlreadyHandledException.class);
            assertThat(dossiers()).isEqualTo(1);
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void while_the_local_manager_is_being_changed_stops_that_change_and_tells_whoever_was_to_make_it() {
            DossierNumber designation = acts.approved(world, world.answers());
            UUID approved = running();

            DossierNumber number = ends.withdraw(as(world.approver), approved, "Incompatibilité découverte");

            assertThat(status(designation)).isEqualTo("dpd.mandate-ended");
            assertThat(trace.of(designation))
                    .isEnded()
                    .hasPassed(DpdDesignation.EVENT_SUPERSEDED)
                    .hasNotPassed(DpdDesignation.EVENT_DESIGNATED);
            assertThat(workItems.findOpen(cases.find(designation).orElseThrow().id()))
                    .isEmpty();
            assertThat(cases.timeline(cases.find(designation).orElseThrow().id()))
                    .anySatisfy(entry -> {
                        assertThat(entry.event()).isEqualTo("dpd.change-stopped");
                        assertThat(entry.reason()).isEqualTo("Incompatibilité découverte");
                    });
            assertThat(mails.told(designation, "mandate-change-stopped"))
                    .containsExactlyInAnyOrder(world.principalManager.email(), world.coPrincipalManager.email());
            assertThatThrownBy(() -> acts.changeLocalManager(
                            world.forCpas(world.principalManager), designation, world.candidate.niss(), false))
                    .isInstanceOfSatisfying(AlreadyHandledException.class, late -> assertThat(late.by())
                            .isEqualTo(world.approver.displayName()));
            assertThat(localManager()).isEqualTo(world.localManager.id());
            assertThat(status(number)).isEqualTo("mandate.without-successor");
            assertThat(mails.told(number, "mandate-approval-withdrawn"))
                    .contains(world.candidate.email(), world.cpas.email(), world.principalManager.email())
                    .doesNotContain(world.approver.email());
            assertThat(mails.told(number, "mandate-end-told")).isEmpty();
        }

        /** D105. */
        @Test
        void makes_a_letter_with_its_reason_and_ends_the_certificate() {
            DossierNumber designation = acts.approved(world, world.answers());
            UUID approved = running();
            assertThat(rejection(() -> ends.withdraw(as(world.approver), approved, "Non \uD83D\uDE00")))
                    .isEqualTo("letters.sign-unknown");
            assertThat(standings(designation)).doesNotContain("ended");

            DossierNumber number = ends.withdraw(as(world.approver), approved, "Incompatibilité\u0007dé\u202ecouverte");
            assertThatThrownBy(() -> ends.withdraw(as(world.approver), approved, "Encore"))
                    .isInstanceOf(AlreadyHandledException.class);

            assertThat(standings(number)).containsExactly("holds");
            assertThat(standings(designation)).containsExactly("holds", "ended", "ended");
            assertThat(browsers.signedIn(world.head).pdf("/cases/" + number.value() + "/letters/1.pdf"))
                    .contains("Incompatibilité découverte", world.candidate.lastName());
            assertThat(browsers.signedIn(worlds.cpas().head)
                            .get("/cases/" + number.value() + "/letters/1.pdf")
                            .status())
                    .isEqualTo(404);
            assertThat(mails.about(number))
                    .filteredOn(mail -> mail.kind().equals("mandate-approval-withdrawn"))
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(mail.text()).contains(number.value() + "/1", "#letters"));
        }

        @Test
        void once_the_local_manager_is_changed_leaves_the_change_as_it_is() {
            DossierNumber designation = acts.approved(world, world.answers());
            acts.changeLocalManager(world.forCpas(world.principalManager), designation, world.candidate.niss(), false);

            DossierNumber number = ends.withdraw(as(world.approver), running(), "Retrait");

            assertThat(status(designation)).isEqualTo("dpd.completed");
            assertThat(localManager()).as("nothing is switched off").isEqualTo(world.candidate.id());
            assertThat(standings(designation)).containsExactly("holds", "ended", "ended", "holds");
            assertThat(standings(number)).containsExactly("holds");
            assertThat(mails.told(designation, "mandate-change-stopped")).isEmpty();
        }

        @Test
        void at_the_moment_of_the_change_either_stops_it_or_comes_after_it() throws Exception {
            DossierNumber designation = acts.approved(world, world.answers());
            UUID approved = running();

            List<Throwable> failed = together(
                    () -> acts.changeLocalManager(
                            world.forCpas(world.principalManager), designation, world.candidate.niss(), false),
                    () -> ends.withdraw(as(world.approver), approved, "Retrait"));

            assertThat(failed).hasSizeLessThanOrEqualTo(1).allSatisfy(it -> assertThat(it)
                    .isInstanceOfAny(
                            AlreadyHandledException.class, RejectedException.class, NotAllowedException.class));
            boolean changed = failed.isEmpty();
            assertThat(status(designation)).isEqualTo(changed ? "dpd.completed" : "dpd.mandate-ended");
            assertThat(register.dataProtectionOfficer(world.cpas.id(), Instant.now()))
                    .isEmpty();
            assertThat(localManager()).isEqualTo((changed ? world.candidate : world.localManager).id());
            assertThat(standings(designation))
                    .as("the letter to the local manager")
                    .hasSize(changed ? 4 : 3);
            assertThat(workItems.findOpen(cases.find(designation).orElseThrow().id()))
                    .isEmpty();
            assertThat(trace.of(designation)).isEnded();
            assertThat(dossiers(approved)).isEqualTo(1);
        }

        @Test
        void of_one_that_has_not_begun_keeps_the_mandate_before_and_its_dossier_stays_closed() {
            DossierNumber older = acts.approved(world, world.answers());
            UUID running = running();
            LocalDate start = today.plusMonths(2);
            Person other = world.person("Diane");
            acts.approved(world, CpasWorld.answersFor(other).with("startDate", start.toString()));
            assertThat(status(older)).isEqualTo("dpd.superseded");
            UUID later = jdbc.sql("select id from dpd_mandate where organisation_id = :cpas and valid_from > now()")
                    .param("cpas", world.cpas.id().value())
                    .query(UUID.class)
                    .single();

            ends.withdraw(as(world.approver), later, "Autre candidat");

            assertThat(running()).isEqualTo(running);
            assertThat(register.find(running).orElseThrow().validUntil()).isNull();
            assertThat(status(older)).as("what is closed stays closed").isEqualTo("dpd.superseded");
            assertThat(api.as(world.principalManager)
                            .put(
                                    "/api/v1/qualities/"
                                            + world.socialAction.id().value() + "/local-manager",
                                    "{'niss':'" + world.candidate.niss().value() + "'}")
                            .status())
                    .as("on the quality the officer still becomes local manager")
                    .isLessThan(300);
            assertThat(localManager()).isEqualTo(world.candidate.id());
        }

        /** D93: as if it had never been approved, also where others were meanwhile. */
        @Test
        void of_one_of_two_that_have_not_begun_lets_the_one_before_go_on_as_long_as_it_can() {
            Person other = world.person("Diane");
            acts.approved(
                    world,
                    CpasWorld.answersFor(other)
                            .with("startDate", today.plusDays(60).toString()));
            acts.approved(
                    world, world.answers().with("startDate", today.plusDays(30).toString()));
            assertThat(until()).isEqualTo(Days.startOf(today.plusDays(30)));

            ends.withdraw(as(world.approver), toBegin(today.plusDays(30)), "Autre candidat");

            assertThat(until()).as("the other one was struck out by it").isNull();
            assertThat(endReason()).isNull();

            acts.approved(
                    world, world.answers().with("startDate", today.plusDays(30).toString()));
            acts.approved(
                    world,
                    CpasWorld.answersFor(other)
                            .with("startDate", today.plusDays(60).toString()));

            ends.withdraw(as(world.approver), toBegin(today.plusDays(30)), "Autre candidat");

            assertThat(until()).isEqualTo(Days.startOf(today.plusDays(60)));
            assertThat(endReason()).isEqualTo("REPLACEMENT");

            ends.withdraw(as(world.approver), toBegin(today.plusDays(60)), "Autre candidat");

            assertThat(until()).isNull();
            assertThat(endReason()).isNull();
        }

        @Test
        void of_one_that_has_not_begun_leaves_the_certificate_before_as_good_as_it_was() {
            DossierNumber older = acts.approved(world, world.answers());
            UUID certificate = letters
                    .ofCase(cases.find(older).orElseThrow().id().value())
                    .stream()
                    .filter(letter -> letter.kind() == LetterKind.DPD_MANDATE)
                    .findFirst()
                    .orElseThrow()
                    .id();
            LocalDate start = today.plusMonths(2);
            acts.approved(world, CpasWorld.answersFor(world.person("Diane")).with("startDate", start.toString()));
            assertThat(letterStore.replacedAt(certificate, Days.endOf(start))).contains(Days.startOf(start));

            ends.withdraw(as(world.approver), toBegin(start), "Autre candidat");

            assertThat(letterStore.replacedAt(certificate, Days.endOf(start))).isEmpty();
        }

        /** An approval that waits for it does not write over it. */
        @Test
        void while_the_next_one_is_being_approved_stands() throws Exception {
            DossierNumber next = acts.submit(
                    world.forCpas(world.head),
                    world.answers().with("startDate", today.plusDays(30).toString()));
            acts.giveOpinion(as(world.reviewer), next, null, true, "Bien");
            CompletableFuture<Void> approving = waitingFor(
                    () -> {
                        register.lock(mandate);
                        ends.withdraw(as(world.approver), mandate, "Retrait");
                    },
                    () -> acts.decide(as(world.approver), next, null, true, null));
            approving.get();

            assertThat(endReason()).isEqualTo("WITHDRAWAL");
            assertThat(until()).isBeforeOrEqualTo(Instant.now());
        }

        @Test
        void a_mandate_that_has_not_begun_lets_the_one_before_go_on() {
            LocalDate start = today.plusMonths(2);
            DossierNumber designation = acts.approved(world, world.answers().with("startDate", start.toString()));
            UUID later = jdbc.sql("select id from dpd_mandate where organisation_id = :cpas and valid_from > now()")
                    .param("cpas", world.cpas.id().value())
                    .query(UUID.class)
                    .single();
            assertThat(until()).isEqualTo(Days.startOf(start));

            DossierNumber number = ends.withdraw(as(world.approver), later, "Autre candidat");

            assertThat(until()).isNull();
            assertThat(endReason()).isNull();
            assertThat(status(designation)).isEqualTo("dpd.mandate-ended");
            assertThat(status(number)).isEqualTo("mandate.succeeded");
            assertThat(register.dataProtectionOfficer(world.cpas.id(), Days.endOf(start)))
                    .contains(world.localManager.id());
        }

        @Test
        void needs_a_reason_and_a_mandate_that_runs() {
            assertThat(rejection(() -> ends.withdraw(as(world.approver), mandate, " ")))
                    .isEqualTo("mandate.reason-missing");
            ends.resign(as(world.localManager), mandate, today.minusDays(1), null);
            assertThat(rejection(() -> ends.withdraw(as(world.approver), mandate, "Raison")))
                    .isEqualTo("mandate.over");
        }

        @Test
        void takes_the_place_of_a_resignation_that_was_to_come() {
            DossierNumber first = ends.resign(as(world.localManager), mandate, today.plusDays(20), null);

            ends.withdraw(as(world.approver), mandate, "Raison");

            assertThat(status(first)).isEqualTo("mandate.changed");
            assertThat(trace.of(first)).isEnded().hasPassed(MandateEnd.EVENT_SUPERSEDED);
            assertThat(endReason()).isEqualTo("WITHDRAWAL");
        }

        @Test
        void is_for_approvers_whom_nothing_ties_to_officer_or_cpas() {
            assertThatThrownBy(() -> ends.withdraw(as(worlds.cpas().head), mandate, "Raison"))
                    .isInstanceOf(NotFoundException.class);
            for (Person other : List.of(world.head, world.localManager, world.reviewer)) {
                assertThat(refusal(other, mandate)).isEqualTo("mandate.not-an-approver");
            }
            Person atHome = world.official("Sylvie", OrganisationKind.SPP_IS, "DPD_APPROVER");
            directory.relate(
                    atHome.id(), world.cpas.id(), RelationshipCategory.PERMANENT, Instant.now(), "Travaille au CPAS");
            assertThat(refusal(atHome, mandate)).isEqualTo("dpd.official-is-tied-to-cpas");

            world.giveRight(
                    world.candidate,
                    "DPD_APPROVER",
                    access.findQuality(
                                    directory
                                            .findDesk(OrganisationKind.SPP_IS)
                                            .orElseThrow()
                                            .id(),
                                    be.designations.access.QualityKind.SOCIAL_SECURITY)
                            .orElseThrow()
                            .id());
            acts.approved(world, world.answers());
            assertThat(refusal(world.candidate, running()))
                    .as("the officer who is approver")
                    .isEqualTo("dpd.official-is-candidate");
        }

        @Test
        void by_two_approvers_at_once_is_one_withdrawal() throws Exception {
            Person other = world.official("Sylvie", OrganisationKind.SPP_IS, "DPD_APPROVER");

            List<Throwable> failed = together(
                    () -> ends.withdraw(as(world.approver), mandate, "Raison"),
                    () -> ends.withdraw(as(other), mandate, "Autre raison"));

            assertThat(failed).hasSize(1).hasOnlyElementsOfType(AlreadyHandledException.class);
            assertThat(dossiers()).isEqualTo(1);
        }
    }

    @Test
    void a_mandate_that_comes_to_its_end_without_successor_is_told_once_and_switches_nothing_off() {
        DossierNumber designation = acts.approved(
                world, world.answers().with("endDate", today.plusDays(30).toString()));
        acts.changeLocalManager(world.forCpas(world.principalManager), designation, world.candidate.niss(), false);
        UUID bounded = running();
        jdbc.sql("update dpd_mandate set valid_until = now() where id = :id")
                .param("id", bounded)
                .update();

        expiry.noteExpired();
        expiry.noteExpired();

        DossierNumber number = new DossierNumber(
                jdbc.sql("select c.dossier_number from mandate_end e join case_file c on c.id = e.case_id"
                                + " where e.mandate_id = :id")
                        .param("id", bounded)
                        .query(String.class)
                        .single());
        assertThat(mails.told(number, "mandate-without-successor"))
                .containsExactlyInAnyOrder(
                        "bcss@test.example",
                        "spp-is@test.example",
                        world.cpas.email(),
                        world.principalManager.email(),
                        world.coPrincipalManager.email());
        assertThat(status(number)).isEqualTo("mandate.without-successor");
        assertThat(register.dataProtectionOfficer(world.cpas.id(), Instant.now()))
                .isEmpty();
        assertThat(localManager()).isEqualTo(world.candidate.id());
    }

    @Test
    void one_whose_end_cannot_be_noted_keeps_no_other_from_it_and_each_is_noted_once() throws Exception {
        UUID broken = expired(world);
        UUID sound = expired(worlds.cpas());

        stuckRows.during("dpd_mandate", "id", broken, expiry::noteExpired);
        assertThat(endings(broken)).isZero();
        assertThat(endings(sound)).isOne();

        assertThat(together(expiry::noteExpired, expiry::noteExpired)).isEmpty();
        assertThat(endings(broken)).as("tried again, by two nodes at once").isOne();
        assertThat(endings(sound)).isOne();
    }

    private UUID expired(CpasWorld place) {
        acts.approved(place, place.answers().with("endDate", today.plusDays(30).toString()));
        UUID bounded = register.runningMandate(place.cpas.id(), Instant.now())
                .orElseThrow()
                .id();
        jdbc.sql("update dpd_mandate set valid_until = now() where id = :id")
                .param("id", bounded)
                .update();
        return bounded;
    }

    private int endings(UUID ended) {
        return jdbc.sql("select count(*) from mandate_end where mandate_id = :id")
                .param("id", ended)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_change_that_waits_when_a_mandate_comes_to_its_end_says_that_it_did() {
        DossierNumber designation = acts.approved(
                world, world.answers().with("endDate", today.plusDays(30).toString()));
        jdbc.sql("update dpd_mandate set valid_until = now() where id = :id")
                .param("id", running())
                .update();

        expiry.noteExpired();

        assertThat(mails.about(designation))
                .filteredOn(mail -> mail.kind().equals("mandate-change-stopped"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text()).contains("fin de la durée du mandat"));
        assertThatThrownBy(() -> acts.changeLocalManager(
                        world.forCpas(world.principalManager), designation, world.candidate.niss(), false))
                .isInstanceOfSatisfying(AlreadyHandledException.class, late -> assertThat(late.status())
                        .isEqualTo("dpd.mandate-ended"));
    }

    /** The last day is over: as if it had been some time ago. */
    private void over(DossierNumber number) {
        jdbc.sql(
                        "update mandate_end set ends_at = now() where case_id = (select id from case_file where dossier_number = :n)")
                .param("n", number.value())
                .update();
        jdbc.sql("update dpd_mandate set valid_until = now() where id = :id")
                .param("id", mandate)
                .update();
        trace.fire(number, MandateEnd.EVENT_LAST_DAY_OVER);
    }

    private UUID running() {
        return register.runningMandate(world.cpas.id(), Instant.now())
                .orElseThrow()
                .id();
    }

    private UUID toBegin(LocalDate start) {
        return jdbc.sql("""
                        select id from dpd_mandate
                         where organisation_id = :cpas and valid_from = :from and revoked_at is null""")
                .param("cpas", world.cpas.id().value())
                .param("from", Timestamp.from(Days.startOf(start)))
                .query(UUID.class)
                .single();
    }

    private @Nullable Instant until() {
        return register.find(mandate).orElseThrow().validUntil();
    }

    private @Nullable String endReason() {
        return jdbc.sql("select end_reason from dpd_mandate where id = :id")
                .param("id", mandate)
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** What the letters of that dossier are worth now. */
    private List<String> standings(DossierNumber of) {
        return letters.ofCase(cases.find(of).orElseThrow().id().value()).stream()
                .map(letter -> letters.check(letter.code()).orElseThrow().status())
                .toList();
    }

    private int dossiers() {
        return dossiers(mandate);
    }

    private int dossiers(UUID of) {
        return jdbc.sql("select count(*) from mandate_end where mandate_id = :id")
                .param("id", of)
                .query(Integer.class)
                .single();
    }

    private PersonId officer() {
        return register.dataProtectionOfficer(world.cpas.id(), Instant.now()).orElseThrow();
    }

    private PersonId localManager() {
        return access.localManager(world.socialAction.id(), Instant.now())
                .orElseThrow()
                .person();
    }

    private String status(DossierNumber number) {
        return cases.find(number).orElseThrow().status();
    }

    private String refusal(Person by, UUID of) {
        NotAllowedException refused =
                (NotAllowedException) Objects.requireNonNull(catchThrowable(() -> ends.withdraw(as(by), of, "Raison")));
        return refused.rejection().code();
    }

    private static String rejection(ThrowingCallable attempt) {
        RejectedException refused = (RejectedException) Objects.requireNonNull(catchThrowable(attempt));
        return refused.rejections().get(0).code();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What failed of that, done at once. */
    private static List<Throwable> together(Work... work) throws Exception {
        var barrier = new CyclicBarrier(work.length);
        var threads = Executors.newFixedThreadPool(work.length);
        try {
            List<Callable<@Nullable Throwable>> calls = Stream.of(work)
                    .<Callable<@Nullable Throwable>>map(one -> () -> {
                        barrier.await();
                        return catchThrowable(one::run);
                    })
                    .toList();
            List<Throwable> failed = new java.util.ArrayList<>();
            for (Future<@Nullable Throwable> done : threads.invokeAll(calls)) {
                Throwable thrown = done.get();
                if (thrown != null) {
                    failed.add(thrown);
                }
            }
            return failed;
        } finally {
            threads.shutdown();
        }
    }
}
