package be.designations.management;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.BasisId;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.rules.RejectedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Who gives the opinion does not decide: nobody has both roles, whoever grants them, and the database holds to it. <i>Source: D20.</i> */
class SeparationOfDutiesIT extends WholeApplication {

    @Autowired
    private Users users;

    private CpasWorld world;
    private QualityId deciders;
    private Person manager;

    @BeforeEach
    void theManagerOfTheDecidingDesk() {
        world = worlds.cpas();
        deciders = qualityOf(world.approver);
        manager = world.person("Gérard");
        post(manager, ResponsibilityKind.CO_LOCAL_MANAGER);
    }

    @Test
    void a_reviewer_is_not_made_approver_nor_an_approver_reviewer() {
        post(world.reviewer, ResponsibilityKind.USER);
        Person other = world.person("Olga");
        post(other, ResponsibilityKind.USER);

        List<Verdict> verdicts =
                users.carryOut(as(manager), deciders, adding("DPD_APPROVER"), List.of(world.reviewer.id(), other.id()));

        assertThat(verdicts)
                .extracting(Verdict::outcome)
                .containsExactly(Verdict.Outcome.REFUSED, Verdict.Outcome.DONE);
        assertThat(verdicts.get(0).why().code()).isEqualTo("management.role-excluded");
        assertThat(users.preview(as(manager), deciders, adding("DPD_APPROVER"), List.of(world.reviewer.id()))
                        .get(0)
                        .outcome())
                .as("the preview says so before")
                .isEqualTo(Verdict.Outcome.REFUSED);
        assertThat(roles(world.reviewer)).containsExactly("DPD_REVIEWER");
        assertThat(roles(other)).containsExactly("DPD_APPROVER");
        assertThatThrownBy(() -> world.giveRight(other, "DPD_REVIEWER", qualityOf(world.reviewer)))
                .as("in the other direction")
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("exclude each other");
    }

    @Test
    void a_reviewer_is_not_added_as_a_user_who_decides() {
        directory.relate(
                world.reviewer.id(),
                access.findQuality(deciders).orElseThrow().organisation(),
                RelationshipCategory.PERMANENT,
                Instant.EPOCH,
                "x");

        assertThatThrownBy(() -> users.add(
                        as(manager),
                        deciders,
                        new NewUser(
                                world.reviewer.niss(),
                                null,
                                null,
                                null,
                                null,
                                Set.of("DPD_APPROVER"),
                                Set.of(),
                                false)))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.rejections())
                        .extracting(refusal -> refusal.code() + " " + refusal.field())
                        .containsExactly("management.role-excluded roles"));
    }

    @Test
    void whoever_had_the_one_role_gets_the_other_when_it_is_over() {
        post(world.reviewer, ResponsibilityKind.USER);
        jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                .param("person", world.reviewer.id().value())
                .update();

        assertThat(users.carryOut(as(manager), deciders, adding("DPD_APPROVER"), List.of(world.reviewer.id())))
                .extracting(Verdict::outcome)
                .containsExactly(Verdict.Outcome.DONE);
    }

    @Test
    void the_database_takes_no_decision_of_whoever_gave_the_opinion() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(as(world.reviewer), number, null, true, "Bien");

        assertThatThrownBy(() -> jdbc.sql("""
                        insert into dpd_decision (application_id, decided_by, decided_at, approved)
                        select o.application_id, o.given_by, now(), true
                          from dpd_opinion o join dpd_application a on a.id = o.application_id
                          join case_file c on c.id = a.case_id where c.dossier_number = :number""").param("number", number.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("does not decide");
    }

    private static AddApplications adding(String role) {
        return new AddApplications(Set.of(role), Set.of(), false, LocalDate.now(Days.BRUSSELS), null, null, false);
    }

    private void post(Person person, ResponsibilityKind kind) {
        directory.relate(
                person.id(),
                access.findQuality(deciders).orElseThrow().organisation(),
                RelationshipCategory.PERMANENT,
                Instant.EPOCH,
                "x");
        BasisId basis = new BasisId(
                jdbc.sql("select id from basis limit 1").query(UUID.class).single());
        access.begin(new Responsibility(
                UUID.randomUUID(),
                kind,
                access.findQuality(deciders).orElseThrow().organisation(),
                deciders,
                null,
                person.id(),
                Instant.parse("2020-01-01T00:00:00Z"),
                null,
                basis));
    }

    private QualityId qualityOf(Person official) {
        return new QualityId(jdbc.sql("select quality_id from role_assignment where person_id = :person")
                .param("person", official.id().value())
                .query(UUID.class)
                .single());
    }

    private List<String> roles(Person person) {
        return jdbc.sql("select role_code from role_assignment where person_id = :person and valid_until is null")
                .param("person", person.id().value())
                .query(String.class)
                .list();
    }
}
