package be.designations.deputies;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.designations.access.CapacityKind;
import be.designations.access.OwnDetails;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.casework.Offer;
import be.designations.casework.Reminders;
import be.designations.casework.TimelineEntry;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DpdCase;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.Mails;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Somebody works in the place of another, and nothing keeps either of the two from it. <i>Source: D81–D85.</i> */
class DeputiesIT extends WholeApplication {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    private Deputies deputies;

    @Autowired
    private List<RecurringJob> jobs;

    @Autowired
    private DeputyStore store;

    @Autowired
    private Reminders reminders;

    @Autowired
    private OwnDetails ownDetails;

    private CpasWorld world;
    private OrganisationId bcss;
    /** Works at BCSS and has no role there. */
    private Person deputy;

    private DossierNumber number;

    @BeforeEach
    void aDossierThatWaitsForAnOpinion() {
        world = worlds.cpas();
        bcss = office(OrganisationKind.BCSS);
        deputy = colleague("Dora", bcss);
        number = acts.submit(world.forCpas(world.head), world.answers());
    }

    private OrganisationId office(OrganisationKind kind) {
        return directory.findDesk(kind).orElseThrow().id();
    }

    private Person colleague(String firstName, OrganisationId office) {
        Person person = world.person(firstName);
        directory.relate(person.id(), office, RelationshipCategory.PERMANENT, LONG_AGO, "y travaille");
        return person;
    }

    private Deputation named(Person principal, Person chosen, CapacityKind... kinds) {
        return deputies.name(as(principal), wanted(chosen, today(), today().plusDays(13), kinds))
                .get(0);
    }

    private static NewDeputation wanted(Person chosen, LocalDate first, LocalDate last, CapacityKind... kinds) {
        return new NewDeputation(
                chosen.id(),
                kinds.length == 0 ? Set.of(CapacityKind.DPD_REVIEWER) : Set.of(kinds),
                first,
                last,
                "Congé");
    }

    private static LocalDate today() {
        return Days.of(Instant.now());
    }

    private static Actor inPlaceOf(Person deputy, Person principal) {
        return new Actor(deputy.id(), null, SignInLevel.EID, principal.id());
    }

    private List<String> refusedNaming(Actor actor, NewDeputation wanted) {
        try {
            deputies.name(actor, wanted);
            return List.of();
        } catch (RejectedException refused) {
            return refused.rejections().stream()
                    .map(one -> one.field() + ": " + one.code())
                    .toList();
        } catch (NotAllowedException refused) {
            return List.of(refused.rejection().code());
        }
    }

    private @Nullable String hindrance(Deputation deputation) {
        return deputies.require(as(person(deputation.principal())), deputation.id())
                .hindrance();
    }

    private Person person(PersonId id) {
        return directory.person(id);
    }

    private boolean mayAdvise(Person who, Person principal) {
        return acts.view(inPlaceOf(who, principal), number).may("opinion");
    }

    private void countsForNothing(Person principal, String why) {
        assertThat(deputies.overview(as(deputy)).standsIn())
                .extracting(Deputation::hindrance)
                .containsExactly(why);
        assertThatThrownBy(() -> acts.giveOpinion(inPlaceOf(deputy, principal), number, null, true, "Bien"))
                .isInstanceOf(NotFoundException.class);
    }

    /** D81. */
    @Nested
    class Naming {

        @Test
        void a_colleague_without_the_role_does_the_work_in_the_place_of_whoever_named_them() {
            assertThatThrownBy(() -> acts.view(as(deputy), number)).isInstanceOf(NotFoundException.class);
            named(world.reviewer, deputy);

            acts.giveOpinion(inPlaceOf(deputy, world.reviewer), number, null, true, "Complet");

            assertThat(acts.view(as(world.reviewer), number).status().code()).isEqualTo("dpd.awaiting-decision");
        }

        @Test
        void nobody_stands_in_without_choosing_so() {
            named(world.reviewer, deputy);

            assertThatThrownBy(() -> acts.view(as(deputy), number)).isInstanceOf(NotFoundException.class);
        }

        @Test
        void it_begins_and_ends_with_its_days() {
            Deputation later = deputies.name(
                            as(world.reviewer), wanted(deputy, today().plusDays(2), today().plusDays(3)))
                    .get(0);

            assertThat(later.from()).isEqualTo(Days.startOf(today().plusDays(2)));
            assertThat(later.until()).isEqualTo(Days.startOf(today().plusDays(4)));
            countsForNothing(world.reviewer, "to-come");

            jdbc.sql("update deputation set valid_from = :from, valid_until = :until where id = :id")
                    .param("from", Timestamp.from(LONG_AGO))
                    .param("until", Timestamp.from(Instant.now()))
                    .param("id", later.id())
                    .update();
            assertThat(hindrance(later)).isEqualTo("over");
            assertThatThrownBy(() -> acts.view(inPlaceOf(deputy, world.reviewer), number))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void days_that_are_not_possible_are_refused_at_their_fields() {
            Actor reviewer = as(world.reviewer);

            assertThat(refusedNaming(reviewer, wanted(deputy, today().minusDays(1), today())))
                    .containsExactly("firstDay: deputies.begins-in-the-past");
            assertThat(refusedNaming(reviewer, wanted(deputy, today().plusDays(2), today().plusDays(1))))
                    .containsExactly("lastDay: deputies.ends-before-it-begins");
            assertThat(refusedNaming(reviewer, wanted(deputy, today(), today().plusMonths(6))))
                    .containsExactly("lastDay: deputies.too-long");
            assertThat(refusedNaming(
                            reviewer, wanted(deputy, today().plusMonths(12).plusDays(1), today().plusMonths(13))))
                    .containsExactly("firstDay: deputies.begins-too-late");
            assertThat(refusedNaming(
                            reviewer,
                            wanted(deputy, today(), today().plusMonths(6).minusDays(1))))
                    .isEmpty();
        }

        @Test
        void the_same_click_twice_names_once_and_writes_once() {
            Deputation first = named(world.reviewer, deputy);
            Deputation second = named(world.reviewer, deputy);

            assertThat(second.id()).isEqualTo(first.id());
            assertThat(kinds(deputy)).containsExactly("deputy-named");
        }

        @Test
        void periods_of_one_role_do_not_overlap_whoever_the_deputy_is() {
            Person other = colleague("Odette", bcss);
            deputies.name(as(world.reviewer), wanted(deputy, today().plusDays(5), today().plusDays(9)));

            assertThat(refusedNaming(as(world.reviewer), wanted(other, today().plusDays(9), today().plusDays(12))))
                    .containsExactly("firstDay: deputies.overlaps");
            assertThat(refusedNaming(as(world.reviewer), wanted(deputy, today().plusDays(1), today().plusDays(5))))
                    .containsExactly("firstDay: deputies.overlaps");
            assertThat(refusedNaming(as(world.reviewer), wanted(other, today().plusDays(10), today().plusDays(12))))
                    .isEmpty();
            assertThatThrownBy(() -> jdbc.sql("""
                            insert into deputation (id, principal_id, deputy_id, role_code, organisation_id, valid_from, valid_until, named_at)
                            select gen_random_uuid(), principal_id, :other, role_code, organisation_id, valid_from, valid_until, named_at
                              from deputation where deputy_id = :deputy""")
                            .param("other", other.id().value())
                            .param("deputy", deputy.id().value())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("deputation_one_at_a_time");
        }

        @Test
        void what_has_ended_makes_room_for_another() {
            Deputation first = named(world.reviewer, deputy);
            deputies.end(as(world.reviewer), first.id(), null);

            assertThat(named(world.reviewer, colleague("Odette", bcss)).hindrance())
                    .isNull();
        }

        @Test
        void of_two_clicks_in_the_same_moment_one_names() throws Exception {
            List<UUID> both = AtOnce.both(() -> named(world.reviewer, deputy).id(), () -> named(world.reviewer, deputy)
                    .id());

            assertThat(both.get(0)).isEqualTo(both.get(1));
            assertThat(kinds(deputy)).containsExactly("deputy-named");
        }

        @Test
        void what_runs_is_not_hidden_behind_what_was_ended() {
            named(world.reviewer, deputy);
            jdbc.sql("""
                            insert into deputation (id, principal_id, deputy_id, role_code, organisation_id, valid_from, valid_until,
                                                    named_at, ended_at, ended_by)
                            select gen_random_uuid(), principal_id, deputy_id, role_code, organisation_id, valid_from + interval '1 day',
                                   valid_until, named_at, now(), principal_id
                              from deputation, generate_series(1, 100) where deputy_id = :deputy""").param("deputy", deputy.id().value()).update();

            assertThat(refusedNaming(as(world.reviewer), wanted(colleague("Odette", bcss), today(), today())))
                    .containsExactly("firstDay: deputies.overlaps");
        }

        @Test
        void somebody_at_two_desks_hands_over_one_or_both() {
            OrganisationId support = office(OrganisationKind.SUPPORT);
            world.giveRight(world.reviewer, "SUPPORT_AGENT", qualityOf(support));
            directory.relate(deputy.id(), support, RelationshipCategory.PERMANENT, LONG_AGO, "y travaille");

            assertThat(deputies.name(
                            as(world.reviewer),
                            wanted(deputy, today(), today(), CapacityKind.DPD_REVIEWER, CapacityKind.SUPPORT_AGENT)))
                    .extracting(Deputation::capacity)
                    .containsExactly(CapacityKind.DPD_REVIEWER, CapacityKind.SUPPORT_AGENT);
        }

        @Test
        void only_what_one_is_at_a_desk_is_handed_over() {
            assertThat(refusedNaming(as(world.reviewer), wanted(deputy, today(), today(), CapacityKind.DPD_APPROVER)))
                    .containsExactly("capacities: deputies.not-yours");
            assertThat(refusedNaming(
                            as(world.reviewer), new NewDeputation(deputy.id(), Set.of(), today(), today(), null)))
                    .containsExactly("capacities: deputies.nothing-ticked");
            // Managers have co-managers (D4).
            assertThat(refusedNaming(
                            as(world.principalManager),
                            wanted(deputy, today(), today(), CapacityKind.PRINCIPAL_ACCESS_MANAGER)))
                    .containsExactly("deputies.at-no-desk");
            assertThat(refusedNaming(
                            new Actor(world.reviewer.id(), null, new SignInLevel(400)),
                            wanted(deputy, today(), today())))
                    .containsExactly("deputies.at-no-desk");
        }

        /** A deputy of a deputy. */
        @Test
        void a_deputy_names_no_deputy() {
            named(world.reviewer, deputy);
            NewDeputation wanted = wanted(colleague("Odette", bcss), today(), today());

            assertThat(refusedNaming(inPlaceOf(deputy, world.reviewer), wanted))
                    .containsExactly("deputies.deputy-of-deputy");
            assertThat(refusedNaming(as(deputy), wanted)).containsExactly("deputies.deputy-of-deputy");
        }

        /** What a deputy does for another is not handed on with what is their own. */
        @Test
        void the_deputy_of_a_deputy_has_nothing_of_the_first_ones_work() {
            Person third = colleague("Théo", bcss);
            directory.relate(world.otherReviewer.id(), bcss, RelationshipCategory.PERMANENT, LONG_AGO, "y travaille");
            named(world.reviewer, world.otherReviewer);
            named(world.otherReviewer, third);

            assertThat(mayAdvise(third, world.otherReviewer)).isTrue();
            assertThatThrownBy(() -> acts.view(inPlaceOf(third, world.reviewer), number))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    /** D82. */
    @Nested
    class WhoCouldHoldIt {

        @Test
        void a_stranger_is_not_named() {
            assertThat(refusedNaming(as(world.reviewer), wanted(world.user, today(), today())))
                    .containsExactly("deputy: deputies.deputy-without-tie");
            assertThat(refusedNaming(
                            as(world.reviewer),
                            new NewDeputation(
                                    PersonId.random(), Set.of(CapacityKind.DPD_REVIEWER), today(), today(), null)))
                    .containsExactly("deputy: deputies.deputy-without-tie");
            assertThat(refusedNaming(as(world.reviewer), wanted(world.reviewer, today(), today())))
                    .containsExactly("deputy: deputies.oneself");
        }

        /** Reviewer and approver exclude each other (D20): also for who is one of them in the place of another. */
        @Test
        void who_has_a_role_that_excludes_it_is_not_named() {
            directory.relate(world.approver.id(), bcss, RelationshipCategory.PERMANENT, LONG_AGO, "y travaille");

            assertThat(refusedNaming(as(world.reviewer), wanted(world.approver, today(), today())))
                    .containsExactly("deputy: deputies.deputy-excluded");
        }

        /** A deputy in two names. */
        @Test
        void nobody_is_deputy_of_a_reviewer_and_of_an_approver() {
            directory.relate(
                    deputy.id(), office(OrganisationKind.SPP_IS), RelationshipCategory.PERMANENT, LONG_AGO, "aussi");
            named(world.reviewer, deputy);

            assertThat(refusedNaming(as(world.approver), wanted(deputy, today(), today(), CapacityKind.DPD_APPROVER)))
                    .containsExactly("deputy: deputies.deputy-excluded");
        }

        @Test
        void a_deputy_in_two_names_acts_in_one_at_a_time() {
            named(world.reviewer, deputy);
            named(world.otherReviewer, deputy);

            acts.take(inPlaceOf(deputy, world.otherReviewer), number, false);

            assertThat(acts.view(as(world.otherReviewer), number).may("release"))
                    .isTrue();
            assertThat(acts.view(as(world.reviewer), number).offer("opinion"))
                    .map(Offer::state)
                    .contains(Offer.State.TAKEN);
        }

        @Test
        void a_role_that_excludes_it_and_comes_later_takes_it_away() {
            named(world.reviewer, deputy);
            world.giveRight(deputy, "DPD_APPROVER", qualityOf(office(OrganisationKind.SPP_IS)));

            countsForNothing(world.reviewer, "deputy-excluded");
        }

        @Test
        void it_ends_with_the_role_of_who_is_stood_in_for() {
            named(world.reviewer, deputy);
            jdbc.sql("update role_assignment set valid_until = :at where person_id = :person")
                    .param("at", Timestamp.from(Instant.now()))
                    .param("person", world.reviewer.id().value())
                    .update();

            countsForNothing(world.reviewer, "principal-without-role");
        }

        @Test
        void it_gives_nothing_while_either_is_blocked() {
            Deputation deputation = named(world.reviewer, deputy);
            worlds.people().block(world.reviewer);

            countsForNothing(world.reviewer, "principal-blocked");

            jdbc.sql(
                            "update responsibility_block set blocked_until = :at where blocked_until is null and responsibility_id in "
                                    + "(select id from responsibility where person_id = :person)")
                    .param("at", Timestamp.from(Instant.now()))
                    .param("person", world.reviewer.id().value())
                    .update();
            assertThat(hindrance(deputation)).isNull();
            assertThat(mayAdvise(deputy, world.reviewer)).isTrue();
        }

        @Test
        void it_gives_nothing_once_the_deputy_works_there_no_more() {
            named(world.reviewer, deputy);
            jdbc.sql("update working_relationship set valid_until = :at where person_id = :person")
                    .param("at", Timestamp.from(Instant.now()))
                    .param("person", deputy.id().value())
                    .update();

            countsForNothing(world.reviewer, "deputy-without-tie");
        }

        @Test
        void it_gives_nothing_once_either_is_disabled() {
            named(world.reviewer, deputy);
            worlds.people().disable(world.reviewer);

            countsForNothing(world.reviewer, "person-disabled");
        }

        @Test
        void level_450_is_needed_as_for_any_work() {
            named(world.reviewer, deputy);

            assertThatThrownBy(() ->
                            acts.view(new Actor(deputy.id(), null, new SignInLevel(400), world.reviewer.id()), number))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void while_standing_in_nothing_counts_that_one_is_oneself() {
            named(world.reviewer, deputy);
            world.giveRight(deputy, "SUPPORT_AGENT", qualityOf(office(OrganisationKind.SUPPORT)));

            assertThatThrownBy(() -> deputies.open(inPlaceOf(deputy, world.reviewer), null, 10))
                    .isInstanceOfSatisfying(
                            NotAllowedException.class,
                            refused -> assertThat(refused.rejection().code()).isEqualTo("deputies.only-dossiers"));
            assertThat(deputies.open(as(deputy), null, 10)).isNotEmpty();
        }
    }

    /** D83. */
    @Nested
    class Impartiality {

        @Test
        void a_deputy_who_is_the_candidate_gives_no_opinion() {
            directory.relate(world.candidate.id(), bcss, RelationshipCategory.PERMANENT, LONG_AGO, "aussi");
            named(world.reviewer, world.candidate);

            refused(world.candidate, world.reviewer, "dpd.official-is-candidate");
        }

        @Test
        void a_deputy_who_is_tied_to_the_cpas_gives_no_opinion() {
            named(world.reviewer, deputy);
            world.give(deputy, ResponsibilityKind.USER, world.socialAction.id());

            refused(deputy, world.reviewer, "dpd.official-is-tied-to-cpas");
        }

        @Test
        void what_keeps_the_absent_person_from_it_keeps_the_deputy_from_it() {
            named(world.reviewer, deputy);
            world.give(world.reviewer, ResponsibilityKind.USER, world.socialAction.id());

            refused(deputy, world.reviewer, "deputies.principal-barred");
        }

        private void refused(Person who, Person principal, String code) {
            Actor actor = inPlaceOf(who, principal);
            assertThat(acts.view(actor, number).hindrance())
                    .extracting(Rejection::code)
                    .isEqualTo(code);
            assertThat(api.as(who)
                            .with("In-Place-Of", principal.id().toString())
                            .get("/api/v1/work-items")
                            .body())
                    .doesNotContain(number.value());
            assertThatThrownBy(() -> acts.giveOpinion(actor, number, null, true, "Bien"))
                    .isInstanceOfSatisfying(
                            NotAllowedException.class,
                            refusal -> assertThat(refusal.rejection().code()).isEqualTo(code));
        }

        /** The deputy of an approver who gave the opinion; the roles changed hands meanwhile. */
        @Test
        void neither_who_advised_nor_in_whose_place_it_was_decides_nor_does_anybody_in_their_place() {
            OrganisationId sppIs = office(OrganisationKind.SPP_IS);
            directory.relate(deputy.id(), sppIs, RelationshipCategory.PERMANENT, LONG_AGO, "aussi");
            Deputation advising = named(world.reviewer, deputy);
            acts.giveOpinion(inPlaceOf(deputy, world.reviewer), number, null, true, "Bien");
            deputies.end(as(deputy), advising.id(), null);
            endRoles(world.reviewer);

            // Who advised as a deputy is now the deputy of an approver.
            named(world.approver, deputy, CapacityKind.DPD_APPROVER);
            cannotDecide(inPlaceOf(deputy, world.approver), "dpd.official-has-advised");

            // In whose place it was, has become approver; so has a deputy of theirs.
            becomesApprover(world.reviewer, qualityOf(sppIs));
            cannotDecide(as(world.reviewer), "dpd.official-has-advised");
            Person other = colleague("Odette", sppIs);
            named(world.reviewer, other, CapacityKind.DPD_APPROVER);
            cannotDecide(inPlaceOf(other, world.reviewer), "deputies.principal-barred");

            acts.decide(as(world.approver), number, null, true, null);
        }

        private void cannotDecide(Actor actor, String code) {
            assertThatThrownBy(() -> acts.decide(actor, number, null, true, null))
                    .isInstanceOfSatisfying(
                            NotAllowedException.class,
                            refusal -> assertThat(refusal.rejection().code()).isEqualTo(code));
            assertThatThrownBy(() -> jdbc.sql("""
                            insert into dpd_decision (application_id, decided_by, in_place_of, decided_at, approved)
                            select a.id, :by, :principal, now(), true from dpd_application a
                              join case_file c on c.id = a.case_id where c.dossier_number = :number""")
                            .param("by", actor.person().value())
                            .param(
                                    "principal",
                                    actor.inPlaceOf() == null
                                            ? null
                                            : actor.inPlaceOf().value())
                            .param("number", number.value())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("gave the opinion");
        }

        private void becomesApprover(Person person, QualityId quality) {
            jdbc.sql("""
                            insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
                            select gen_random_uuid(), person_id, 'DPD_APPROVER', :quality, :from, basis_id
                              from role_assignment where person_id = :person""")
                    .param("quality", quality.value())
                    .param("from", Timestamp.from(Instant.now()))
                    .param("person", person.id().value())
                    .update();
        }

        private void endRoles(Person person) {
            jdbc.sql("update role_assignment set valid_until = :at where person_id = :person")
                    .param("at", Timestamp.from(Instant.now()))
                    .param("person", person.id().value())
                    .update();
        }
    }

    /** D84. */
    @Nested
    class BothNames {

        @Test
        void history_task_audit_mail_and_opinion_name_both() {
            named(world.reviewer, deputy);
            Actor actor = inPlaceOf(deputy, world.reviewer);
            acts.take(actor, number, false);
            String both = deputy.displayName() + ", à la place de " + world.reviewer.displayName();

            assertThat(browsers.signedIn(world.otherReviewer)
                            .get("/work?lang=fr")
                            .text())
                    .contains(both);
            acts.giveOpinion(actor, number, null, true, "Complet");

            assertThat(acts.view(as(world.reviewer), number).timeline())
                    .filteredOn(entry -> deputy.id().equals(entry.actor()))
                    .extracting(TimelineEntry::event, TimelineEntry::inPlaceOf)
                    .containsExactly(
                            tuple("case.taken", world.reviewer.id()),
                            tuple("dpd.opinion-favourable", world.reviewer.id()));
            assertThat(jdbc.sql("""
                            select done_by::text || ' ' || in_place_of::text from work_item w
                              join case_file c on c.id = w.case_id
                             where c.dossier_number = :number and w.kind = 'GIVE_OPINION'""")
                            .param("number", number.value())
                            .query(String.class)
                            .single())
                    .isEqualTo(deputy.id() + " " + world.reviewer.id());
            assertThat(jdbc.sql("""
                            select on_behalf_of from audit_event
                             where actor_person = :deputy and operation = 'dpd.opinion-favourable'""")
                            .param("deputy", deputy.id().value())
                            .query(UUID.class)
                            .single())
                    .isEqualTo(world.reviewer.id().value());
            assertThat(mails.about(number))
                    .filteredOn(mail -> mail.kind().equals("dpd-opinion-given"))
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(mail.text())
                            .contains(deputy.displayName())
                            .contains(world.reviewer.displayName()));
            String page = browsers.signedIn(world.otherReviewer)
                    .get("/cases/" + number.value() + "?lang=fr")
                    .text();
            assertThat(page.split(both, -1)).hasSizeGreaterThanOrEqualTo(4);
            assertThat(api.as(world.head)
                            .get("/api/v1/dossiers/" + number.value())
                            .text("/opinion/inPlaceOf"))
                    .isEqualTo(world.reviewer.displayName());
        }

        @Test
        void what_the_absent_person_had_taken_goes_on_in_the_hands_of_the_deputy_and_back() {
            acts.take(as(world.reviewer), number, false);
            named(world.reviewer, deputy);

            assertThat(mayAdvise(deputy, world.reviewer)).isTrue();
            assertThat(acts.view(as(world.otherReviewer), number).may("opinion"))
                    .isFalse();
            assertThat(api.as(deputy)
                            .with("In-Place-Of", world.reviewer.id().toString())
                            .get("/api/v1/work-items?assignee=me")
                            .body())
                    .contains(number.value());
            acts.release(inPlaceOf(deputy, world.reviewer), number);
            acts.take(inPlaceOf(deputy, world.reviewer), number, false);
            acts.giveOpinion(as(world.reviewer), number, null, false, "Incomplet");
        }

        @Test
        void what_a_deputy_has_taken_stays_theirs_until_that_ends() {
            Deputation deputation = named(world.reviewer, deputy);
            acts.take(inPlaceOf(deputy, world.reviewer), number, false);
            giveBackWhatNobodyMayDo();
            assertThat(mayAdvise(deputy, world.reviewer)).isTrue();
            assertThat(acts.view(as(world.otherReviewer), number).may("opinion"))
                    .isFalse();

            deputies.end(as(world.reviewer), deputation.id(), null);
            giveBackWhatNobodyMayDo();

            assertThat(acts.view(as(world.otherReviewer), number).may("opinion"))
                    .isTrue();
        }

        private void giveBackWhatNobodyMayDo() {
            jobs.stream()
                    .filter(job -> job.name().equals("held-work"))
                    .findFirst()
                    .orElseThrow()
                    .work()
                    .run();
        }

        /** “I see afterwards what was done.” */
        @Test
        void whoever_was_away_sees_what_was_done_and_nobody_else_does() {
            named(world.reviewer, deputy);
            acts.giveOpinion(inPlaceOf(deputy, world.reviewer), number, null, true, "Complet");

            assertThat(deputies.done(as(world.reviewer), null, 10))
                    .singleElement()
                    .satisfies(done -> {
                        assertThat(done.number()).isEqualTo(number);
                        assertThat(done.deputy()).isEqualTo(deputy.displayName());
                    });
            assertThat(deputies.done(as(world.otherReviewer), null, 10)).isEmpty();
            var page =
                    browsers.signedIn(world.reviewer).get("/deputies?lang=fr").page();
            assertThat(page.select("a[href$=/cases/" + number.value() + "]")).hasSize(1);
            assertThat(page.text()).contains("Avis favorable").contains(deputy.displayName());
        }

        @Test
        void the_audit_log_is_searched_by_in_whose_place_it_was_done() {
            named(world.reviewer, deputy);
            acts.giveOpinion(inPlaceOf(deputy, world.reviewer), number, null, true, "Complet");
            Browser agent = browsers.signedIn(world.supportAgent("Sophie"));
            String by = "/operations/audit?lang=fr&by=" + world.reviewer.id() + "&actor=";

            assertThat(agent.get(by + "&inPlace=true").page().select("main tbody tr"))
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line.text()).contains(deputy.displayName(), world.reviewer.displayName()));
            assertThat(agent.get(by).page().select("main tbody tr"))
                    .noneMatch(line -> line.text().contains(deputy.displayName()));
            assertThat(agent.get("/operations/audit?lang=fr&inPlace=true").text())
                    .contains("Dites à la place de qui");
        }

        @Test
        void what_a_deputy_says_of_a_dossier_names_both() {
            named(world.reviewer, deputy);
            Browser browser = choosing(deputy, world.reviewer);
            browser.get("/cases/" + number);
            browser.post("/cases/" + number + "/comment", Map.of("audience", "EVERYONE", "words", "Bonjour"));

            assertThat(browsers.signedIn(world.head)
                            .get("/cases/" + number + "?lang=fr")
                            .page()
                            .select("section[aria-labelledby=comments]")
                            .text())
                    .contains("Bonjour", deputy.displayName(), world.reviewer.displayName());
        }

        /** D30 */
        @Test
        void what_was_done_in_dossiers_is_told_to_nobody_who_was_not_recognised_surely() {
            named(world.reviewer, deputy);
            acts.take(inPlaceOf(deputy, world.reviewer), number, false);

            assertThat(deputies.done(new Actor(world.reviewer.id(), null, new SignInLevel(400)), null, 10))
                    .isEmpty();
            assertThat(deputies.done(as(world.reviewer), null, 10)).isNotEmpty();
        }

        @Test
        void questions_to_the_cpas_name_both() {
            named(world.reviewer, deputy);
            acts.askCompletion(inPlaceOf(deputy, world.reviewer), number, null, "Quel diplôme ?");

            String both = deputy.displayName() + ", à la place de " + world.reviewer.displayName();
            assertThat(browsers.signedIn(world.head)
                            .get("/cases/" + number.value() + "?lang=fr")
                            .page()
                            .selectFirst("section[aria-labelledby=completions]")
                            .text())
                    .contains(both);
            assertThat(mails.about(number))
                    .filteredOn(mail -> mail.kind().equals("dpd-completion-asked"))
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(mail.text()).contains(both));
        }

        @Test
        void what_rests_on_a_decision_of_a_deputy_names_both() {
            acts.giveOpinion(as(world.reviewer), number, null, true, "Bien");
            OrganisationId sppIs = office(OrganisationKind.SPP_IS);
            Person stand = colleague("Odile", sppIs);
            named(world.approver, stand, CapacityKind.DPD_APPROVER);
            acts.decide(inPlaceOf(stand, world.approver), number, null, true, null);

            String both = stand.displayName() + ", à la place de " + world.approver.displayName();
            assertThat(onBehalf(stand, "dpd.mandate-begun"))
                    .containsExactly(world.approver.id().value());
            assertThat(browsers.signedIn(world.principalManager)
                            .get("/entities/" + world.cpas.enterpriseNumber().value() + "?lang=fr")
                            .text())
                    .contains(both);
            assertThat(mails.about(number))
                    .filteredOn(mail -> mail.kind().equals("dpd-approved"))
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(mail.text()).contains(both));
        }

        @Test
        void a_reminder_of_what_the_absent_person_has_taken_reaches_the_deputy() {
            acts.take(as(world.reviewer), number, false);
            named(world.reviewer, deputy);

            reminders.remind(number, DpdCase.GIVE_OPINION);

            assertThat(mails.told(number, "work-item-reminder"))
                    .containsExactlyInAnyOrder(world.reviewer.email(), deputy.email());
        }

        /** What is no work at a desk is done in one’s own name. */
        @Test
        void what_one_does_for_oneself_names_nobody_else() {
            named(world.reviewer, deputy);
            ownDetails.change(
                    inPlaceOf(deputy, world.reviewer), new OwnDetails.Contact("neuve@test.example", null, Language.FR));

            assertThat(onBehalf(deputy, "access.own-details-changed")).containsOnlyNulls();
        }

        private List<UUID> onBehalf(Person by, String operation) {
            return jdbc.sql("select on_behalf_of from audit_event where actor_person = :by and operation = :operation")
                    .param("by", by.id().value())
                    .param("operation", operation)
                    .query((row, line) -> row.getObject(1, UUID.class))
                    .list();
        }

        /** A deputation gives no access to any application: these ask for rights, of which it is none. */
        @Test
        void a_deputy_has_no_right_of_whoever_they_stand_in_for() {
            named(world.reviewer, deputy);

            assertThat(access.rights(qualityOf(bcss), deputy.id(), Instant.now()))
                    .isEmpty();
            assertThat(access.rights(qualityOf(bcss), world.reviewer.id(), Instant.now()))
                    .containsExactly("DPD_REVIEWER");
        }
    }

    /** D85. */
    @Nested
    class Ending {

        @Test
        void it_ends_at_once_when_either_says_so_and_both_are_told() {
            for (Person who : List.of(world.reviewer, deputy)) {
                Deputation deputation = named(world.reviewer, deputy);
                Deputation ended = deputies.end(as(who), deputation.id(), null);

                assertThat(ended.endedBy()).isEqualTo(who.id());
                assertThat(deputies.end(as(who), deputation.id(), null).endedAt())
                        .isEqualTo(ended.endedAt());
                assertThatThrownBy(
                                () -> acts.giveOpinion(inPlaceOf(deputy, world.reviewer), number, null, true, "Bien"))
                        .isInstanceOf(NotFoundException.class);
            }
            assertThat(kinds(deputy))
                    .containsExactly("deputy-named", "deputation-ended", "deputy-named", "deputation-ended");
            assertThat(kinds(world.reviewer)).isEqualTo(kinds(deputy));
            assertThat(jdbc.sql(
                                    "select count(*) from audit_event where subject_type = 'deputation' and actor_person in (:people)")
                            .param(
                                    "people",
                                    List.of(
                                            world.reviewer.id().value(),
                                            deputy.id().value()))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4);
        }

        @Test
        void both_are_told_once_that_its_last_day_is_past() throws Exception {
            Deputation deputation = named(world.reviewer, deputy);
            Deputation ended = deputies.name(
                            as(world.otherReviewer), wanted(deputy, today().plusDays(1), today().plusDays(2)))
                    .get(0);
            deputies.end(as(world.otherReviewer), ended.id(), null);
            jdbc.sql(
                            "update deputation set valid_from = now() - interval '3 days', valid_until = now() - interval '1 hour' where deputy_id = :deputy")
                    .param("deputy", deputy.id().value())
                    .update();

            AtOnce.both(() -> run("deputation-ends"), () -> run("deputation-ends"));

            assertThat(kinds(deputy).stream().filter("deputation-over"::equals)).hasSize(1);
            assertThat(kinds(world.reviewer).stream().filter("deputation-over"::equals))
                    .hasSize(1);
            assertThat(kinds(world.otherReviewer)).doesNotContain("deputation-over");
            assertThat(hindrance(deputation)).isEqualTo("over");
        }

        @Test
        void a_deputation_that_cannot_be_told_of_keeps_no_other_from_being_told() {
            Deputation broken = named(world.reviewer, deputy);
            named(world.otherReviewer, deputy);
            jdbc.sql("""
                            update deputation set valid_from = now() - interval '3 days', valid_until = now() - interval '1 hour'
                             where deputy_id = :deputy""").param("deputy", deputy.id().value()).update();

            stuckRows.during("deputation", "id", broken.id(), () -> run("deputation-ends"));
            assertThat(kinds(world.reviewer)).doesNotContain("deputation-over");
            assertThat(kinds(world.otherReviewer)).contains("deputation-over");

            run("deputation-ends");
            assertThat(kinds(world.reviewer)).contains("deputation-over");
        }

        @Test
        void those_of_which_nobody_was_told_are_read_page_by_page() {
            Deputation first = named(world.reviewer, deputy);
            Deputation second = named(world.otherReviewer, deputy);
            Instant over = Instant.now().plus(Duration.ofDays(30));

            List<UUID> read = new ArrayList<>();
            OneByOne.<Deputation>onAllPages(
                    1,
                    after -> store.overAndUntold(over, after == null ? null : after.id(), 1),
                    deputation -> read.add(deputation.id()));

            assertThat(read).contains(first.id(), second.id()).doesNotHaveDuplicates();
        }

        private boolean run(String job) {
            jobs.stream().filter(one -> one.name().equals(job)).forEach(one -> one.work()
                    .run());
            return true;
        }

        @Test
        void support_ends_it_with_a_reason_and_nobody_else_knows_of_it() {
            Deputation deputation = named(world.reviewer, deputy);
            Person agent = world.supportAgent("Sophie");

            assertThatThrownBy(() -> deputies.end(as(world.otherReviewer), deputation.id(), "Non"))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> deputies.end(as(agent), deputation.id(), " "))
                    .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(
                                    refused.rejections().get(0).code())
                            .isEqualTo("deputies.reason-missing"));
            assertThat(browsers.signedIn(agent)
                            .get("/operations/deputies?lang=fr")
                            .text())
                    .contains(deputy.displayName());
            assertThat(api.as(world.reviewer).get("/api/v1/support/deputies").status())
                    .isEqualTo(403);

            deputies.end(as(agent), deputation.id(), "Plainte");

            assertThat(hindrance(deputation)).isEqualTo("ended");
            assertThat(mails.to(deputy.id())).last().satisfies(mail -> assertThat(mail.text())
                    .contains("Plainte")
                    .contains(agent.displayName()));
        }

        /** The session of the deputy is told at the next click. */
        @Test
        void an_open_session_of_the_deputy_is_back_in_their_own_name() {
            Deputation deputation = named(world.reviewer, deputy);
            Browser browser = choosing(deputy, world.reviewer);
            assertThat(browser.get("/work?lang=fr").text())
                    .contains("Vous agissez à la place de " + world.reviewer.displayName())
                    .contains(number.value());

            deputies.end(as(world.reviewer), deputation.id(), null);

            assertThat(browser.follow(browser.get("/work")).text())
                    .contains("Vous n’agissez plus à la place de quelqu’un")
                    .doesNotContain(number.value());
        }
    }

    private Browser choosing(Person who, Person principal) {
        Browser browser = browsers.signedIn(who);
        var form = browser.get("/capacity?lang=fr").page().selectFirst("form:has(input[name=principal])");
        assertThat(form.text()).contains("à la place de " + principal.displayName());
        Map<String, String> fields = Map.of(
                "organisation", form.selectFirst("input[name=organisation]").val(),
                "kind", form.selectFirst("input[name=kind]").val(),
                "principal", form.selectFirst("input[name=principal]").val());
        assertThat(browser.post("/capacity", fields).location())
                .hasValueSatisfying(to -> assertThat(to).endsWith("/work"));
        return browser;
    }

    @Nested
    class PagesAndApi {

        @Test
        void a_deputy_is_found_by_name_named_and_ended_on_the_pages() {
            Browser browser = browsers.signedIn(world.reviewer);
            assertThat(browser.get("/deputies?lang=fr").text()).contains("Vous n’avez encore nommé aucun suppléant");
            var found = browser.get("/deputies/new?q=" + deputy.lastName()).page();
            String address = found.selectFirst("a[href$=/deputies/new/" + deputy.id() + "]")
                    .attr("href");
            var refused =
                    browser.post("/deputies/new", Map.of("q", deputy.niss().value()));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#q-error")).hasSize(1);
            assertThat(api.as(world.reviewer)
                            .get("/api/v1/deputies/colleagues?name="
                                    + deputy.niss().value())
                            .issues())
                    .containsExactly("name: access.niss-in-filter");
            assertThat(browser.post("/deputies/new", Map.of("q", "Zz z")).location())
                    .contains("/deputies/new?q=Zz%20z");
            assertThat(browser.get("/deputies/new?q=Zzzz").text()).contains("Personne de votre service");

            browser.get(address);
            var wrong = browser.post(address, days(today(), today().minusDays(1)));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.page()
                            .select(".govuk-error-summary a[href=#lastDay-day]")
                            .text())
                    .contains("ne peut pas venir avant");
            assertThat(wrong.page().select("textarea[name=reason]").text()).isEqualTo("Congé");

            assertThat(browser.follow(browser.post(address, days(today(), today().plusDays(2))))
                            .text())
                    .contains(deputy.displayName() + " est votre suppléant");
            String end =
                    browser.get("/deputies").page().selectFirst("a[href$=/end]").attr("href");
            browser.get(end);
            assertThat(browser.follow(browser.post(end, Map.of("reason", ""))).text())
                    .contains(
                            deputy.displayName() + " ne travaille plus à la place de " + world.reviewer.displayName());
            assertThat(browsers.signedIn(world.user).get(end).status()).isEqualTo(404);
            assertThat(browsers.signedIn(world.user).get("/deputies/new").status())
                    .isEqualTo(403);
            assertThat(browser.get("/deputies/new/" + world.user.id()).status()).isEqualTo(404);
        }

        private Map<String, String> days(LocalDate first, LocalDate last) {
            return Map.of(
                    "capacities", "DPD_REVIEWER",
                    "firstDay-day", String.valueOf(first.getDayOfMonth()),
                    "firstDay-month", String.valueOf(first.getMonthValue()),
                    "firstDay-year", String.valueOf(first.getYear()),
                    "lastDay-day", String.valueOf(last.getDayOfMonth()),
                    "lastDay-month", String.valueOf(last.getMonthValue()),
                    "lastDay-year", String.valueOf(last.getYear()),
                    "reason", "Congé");
        }

        @Test
        void managers_are_shown_who_stands_in_for_them() {
            assertThat(browsers.signedIn(world.principalManager)
                            .get("/deputies?lang=fr")
                            .text())
                    .contains("Un gestionnaire est remplacé par son co-gestionnaire");
        }

        @Test
        void nobody_chooses_to_stand_in_for_who_did_not_name_them() {
            Browser browser = browsers.signedIn(world.otherReviewer);
            browser.get("/capacity");

            assertThat(browser.post(
                                    "/capacity",
                                    Map.of(
                                            "organisation",
                                            bcss.value().toString(),
                                            "kind",
                                            "DPD_REVIEWER",
                                            "principal",
                                            world.reviewer.id().toString()))
                            .status())
                    .isEqualTo(403);
            for (String made : List.of(world.reviewer.id().toString(), "x", "' or 1=1")) {
                assertThat(api.as(world.otherReviewer)
                                .with("In-Place-Of", made)
                                .get("/api/v1/work-items")
                                .status())
                        .isEqualTo(403);
            }
        }

        @Test
        void the_api_names_uses_and_ends() {
            var caller = api.as(world.reviewer);
            assertThat(caller.get("/api/v1/deputies/colleagues?name=" + deputy.lastName())
                            .body())
                    .contains(deputy.id().toString());
            String body = "{'deputy': '" + deputy.id() + "', 'capacities': ['DPD_REVIEWER'], 'firstDay': '" + today()
                    + "', 'lastDay': '" + today().plusDays(1) + "'}";
            var named = caller.post("/api/v1/deputies", body);
            assertThat(named.status()).isEqualTo(201);
            assertThat(named.text("/items/0/state/code")).isEqualTo("running");
            assertThat(caller.post("/api/v1/deputies", body.replace("DPD_REVIEWER", "DPD_APPROVER"))
                            .issues())
                    .containsExactly("capacities: deputies.not-yours");

            var standing =
                    api.as(deputy).with("In-Place-Of", world.reviewer.id().toString());
            assertThat(api.as(deputy).get("/api/v1/me").text("/standIns/0/inPlaceOf/id"))
                    .isEqualTo(world.reviewer.id().toString());
            assertThat(standing.get("/api/v1/me").text("/inPlaceOf/name")).isEqualTo(world.reviewer.displayName());
            assertThat(standing.post(
                                    "/api/v1/dossiers/" + number.value() + "/opinion",
                                    "{'opinion': 'FAVOURABLE', 'reasons': 'Complet'}")
                            .status())
                    .isEqualTo(200);
            assertThat(caller.get("/api/v1/deputies/done").text("/items/0/dossier"))
                    .isEqualTo(number.value());

            String id = named.text("/items/0/id");
            assertThat(api.as(world.otherReviewer)
                            .post("/api/v1/deputies/" + id + "/end", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(caller.post("/api/v1/deputies/" + id + "/end", "{}").text("/state/code"))
                    .isEqualTo("ended");
            assertThat(standing.get("/api/v1/work-items").status()).isEqualTo(403);
        }
    }

    private List<String> kinds(Person person) {
        return mails.to(person.id()).stream().map(Mails.Mail::kind).toList();
    }

    private QualityId qualityOf(OrganisationId office) {
        return access.qualitiesOf(List.of(office)).get(0).id();
    }

    /** What somebody is in their own name and in the place of others: each once, each with its own way, and nothing of others. */
    @Test
    void home_over_several_entities_shows_what_one_manages_and_where_one_stands_in_each_once() {
        CpasWorld other = worlds.cpas();
        CpasWorld foreign = worlds.cpas();
        world.give(deputy, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);
        other.give(deputy, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);
        named(world.reviewer, deputy);
        Browser browser = browsers.signedIn(deputy);

        Document home = browser.get("/").page();
        assertThat(home.select(".app-entity__number").eachText())
                .containsExactlyInAnyOrder(
                        world.cpas.enterpriseNumber().formatted(),
                        other.cpas.enterpriseNumber().formatted());
        assertThat(home.select("[aria-labelledby=in-place-of] button").eachText())
                .singleElement()
                .asString()
                .contains(world.reviewer.displayName());

        Element own = home.getElementById("home-" + other.cpas.id()).nextElementSibling();
        assertThat(chosen(browser, own.selectFirst("form")))
                .endsWith("/entities/" + other.cpas.enterpriseNumber().value());
        assertThat(browser.get("/").page().select("h1, .app-who").text())
                .contains("co-RAE")
                .doesNotContain(world.reviewer.displayName());
        assertThat(chosen(browser, home.selectFirst("[aria-labelledby=in-place-of] form")))
                .endsWith("/work");
        assertThat(browser.get("/").page().select(".app-who, #in-the-place-of").text())
                .contains(world.reviewer.displayName());

        for (Map<String, String> notTheirs : List.of(
                Map.of("organisation", foreign.cpas.id().toString(), "kind", "CO_PRINCIPAL_ACCESS_MANAGER"),
                Map.of(
                        "organisation", bcss.toString(),
                        "kind", "DPD_REVIEWER",
                        "principal", foreign.reviewer.id().toString()))) {
            assertThat(browser.post("/capacity", notTheirs).status())
                    .as(notTheirs.toString())
                    .isEqualTo(403);
        }
    }

    private static String chosen(Browser browser, Element form) {
        Map<String, String> fields = form.select("input[type=hidden]:not([name=_csrf])").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), Element::val));
        return browser.post("/capacity", fields).location().orElseThrow();
    }
}
