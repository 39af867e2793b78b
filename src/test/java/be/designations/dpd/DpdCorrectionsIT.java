package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.designations.access.QualityKind;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.forms.FormValues;
import be.designations.forms.InvalidAnswersException;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessElements.DpdDesignation;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** BCSS asks to complete the file; the CPAS corrects its answers (D19). */
class DpdCorrectionsIT extends WholeApplication {

    @Autowired
    private DpdCorrections corrections;

    @Autowired
    private DpdDrafts drafts;

    @Autowired
    private ProcessEngine engine;

    private CpasWorld world;
    private DossierNumber number;

    @BeforeEach
    void aFileToComplete() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
        ask("Combien d’heures ?");
    }

    @Test
    void corrected_answers_are_what_the_desks_decide_on_and_every_version_stays_readable() {
        correct(world.head, 0, "hoursPerWeek", "12");
        acts.complete(world.forCpas(world.head), number, null, "Douze heures");
        ask("Et le diplôme ?");
        correct(world.coPrincipalManager, 0, "degree", "Master en informatique");
        acts.complete(world.forCpas(world.coPrincipalManager), number, null, "Corrigé");

        DossierView seen = acts.application(CpasWorld.as(world.approver), number);

        assertThat(seen.application().sent().hoursPerWeek()).isEqualByComparingTo("12");
        assertThat(seen.application().answers().text("degree")).isEqualTo("Master en informatique");
        assertThat(seen.versions())
                .extracting(
                        SentAnswers::number,
                        SentAnswers::sentBy,
                        it -> it.answers().text("hoursPerWeek"),
                        it -> it.answers().text("degree"))
                .containsExactly(
                        tuple(1, world.head.id(), "8", "Master en droit"),
                        tuple(2, world.head.id(), "12", "Master en droit"),
                        tuple(3, world.coPrincipalManager.id(), "12", "Master en informatique"));

        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), number, null, true, null);
        assertThat(acts.application(CpasWorld.as(world.approver), number).mandate())
                .extracting(Mandate::hoursPerWeek)
                .isEqualTo(new BigDecimal("12.0"));
    }

    @Test
    void what_is_being_corrected_is_seen_by_the_cpas_alone() {
        correct(world.head, 0, "hoursPerWeek", "12");

        assertThat(acts.application(CpasWorld.as(world.reviewer), number)
                        .application()
                        .answers()
                        .text("hoursPerWeek"))
                .isEqualTo("8");
        assertThat(drafts.view(world.forCpas(world.principalManager), id())
                        .answers()
                        .text("hoursPerWeek"))
                .isEqualTo("12");
        assertThatThrownBy(() -> drafts.requireCorrection(CpasWorld.as(world.reviewer), id()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void only_those_who_file_for_the_cpas_correct() {
        CpasWorld other = worlds.cpas();

        assertThatThrownBy(() -> correctAs(other.forCpas(other.head), 0, "hoursPerWeek", "12"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> correctAs(CpasWorld.as(world.reviewer), 0, "hoursPerWeek", "12"))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> correctAs(CpasWorld.as(world.candidate), 0, "hoursPerWeek", "12"))
                .isInstanceOf(NotAllowedException.class);
        assertThat(count("dpd_correction")).isZero();
    }

    @Test
    void who_corrects_on_an_older_version_is_told_by_whom_it_was_changed() {
        correct(world.head, 0, "hoursPerWeek", "12");

        assertThatThrownBy(() -> correct(world.coPrincipalManager, 0, "degree", "Autre"))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .containsExactly(Rejection.of("dpd.draft-changed-meanwhile", world.head.displayName())
                                .ofState()));
        assertThat(drafts.view(world.forCpas(world.head), id()).answers().text("degree"))
                .isEqualTo("Master en droit");
    }

    @Test
    void who_sends_without_having_seen_what_a_colleague_corrected_is_told() {
        int seen = acts.view(world.forCpas(world.head), number).dossier().version();
        correct(world.coPrincipalManager, 0, "hoursPerWeek", "12");

        assertThatThrownBy(() -> acts.complete(world.forCpas(world.head), number, seen, "Voilà"))
                .isInstanceOfSatisfying(AlreadyHandledException.class, late -> {
                    assertThat(late.isOpen()).isTrue();
                    assertThat(late.by()).isEqualTo(world.coPrincipalManager.displayName());
                });
    }

    @Test
    void the_hard_rules_hold_for_corrected_answers_too() {
        correct(world.head, 0, "hoursPerWeek", "3");
        assertThatThrownBy(this::complete)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .extracting(Rejection::code)
                        .containsExactly("dpd.too-few-hours"));
        correct(world.head, 1, "hoursPerWeek", "");
        assertThatThrownBy(this::complete).isInstanceOf(InvalidAnswersException.class);
        corrections.save(
                world.forCpas(world.head),
                id(),
                2,
                world.answers().with("candidateNiss", world.head.niss().value()));
        assertThatThrownBy(this::complete).isInstanceOf(RejectedException.class);

        assertThat(acts.view(CpasWorld.as(world.reviewer), number).status())
                .isEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        assertThat(count("dpd_answers_version")).isEqualTo(1);
    }

    @Test
    void another_candidate_takes_the_place_of_the_first_everywhere() {
        Person other = world.person("Olga");
        FormValues typed = CpasWorld.answersFor(other);
        corrections.save(world.forCpas(world.head), id(), 0, typed);
        complete();

        DossierView seen = acts.application(CpasWorld.as(world.reviewer), number);
        assertThat(seen.candidate().id()).isEqualTo(other.id());
        assertThat(jdbc.sql("select about_person from case_file where dossier_number = :number")
                        .param("number", number.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(other.id().value());
        assertThatThrownBy(() -> acts.view(CpasWorld.as(world.candidate), number))
                .isInstanceOf(NotFoundException.class);
        assertThat(acts.view(CpasWorld.as(other), number).status()).isEqualTo(ApplicationStatus.AWAITING_OPINION);
        assertThat(acts.application(CpasWorld.as(other), number).versions())
                .as("not what was sent of somebody else")
                .extracting(SentAnswers::number)
                .containsExactly(2);
        assertThat(seen.versions()).hasSize(2);
    }

    @Test
    void a_candidate_whom_the_register_calls_otherwise_is_refused() {
        Person other = world.person("Olga");
        correct(world.head, 0, "candidateNiss", other.niss().value());
        FormValues typed = CpasWorld.answersFor(other).with("candidateLastName", "Autrement");
        corrections.save(world.forCpas(world.head), id(), 1, typed);

        assertThat(drafts.view(world.forCpas(world.head), id()).refusals())
                .extracting(Rejection::code)
                .containsExactly("dpd.name-does-not-match");
        assertThatThrownBy(this::complete)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .extracting(Rejection::field)
                        .containsExactly("candidateLastName"));
    }

    @Test
    void whoever_corrected_does_not_advise_though_a_colleague_sent() {
        world.giveRight(
                world.coPrincipalManager,
                "DPD_REVIEWER",
                access.findQuality(
                                directory
                                        .findDesk(OrganisationKind.BCSS)
                                        .orElseThrow()
                                        .id(),
                                QualityKind.SOCIAL_SECURITY)
                        .orElseThrow()
                        .id());
        correct(world.coPrincipalManager, 0, "hoursPerWeek", "12");
        complete();

        assertThatThrownBy(() -> acts.giveOpinion(CpasWorld.as(world.coPrincipalManager), number, null, true, "Bien"))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_correction_goes_with_a_file_that_lapses_or_is_withdrawn() {
        correct(world.head, 0, "hoursPerWeek", "12");
        new ProcessTrace(engine).fire(number, DpdDesignation.EVENT_COMPLETION_OVERDUE);
        assertThat(count("dpd_correction")).isZero();
        assertThatThrownBy(() -> corrections.save(world.forCpas(world.head), id(), 1, world.answers()))
                .isInstanceOf(AlreadyHandledException.class);

        number = acts.submit(world.forCpas(world.head), world.answers());
        ask("Et maintenant ?");
        correct(world.head, 0, "hoursPerWeek", "12");
        acts.withdraw(world.forCpas(world.head), number, null, "Renoncé");
        assertThat(count("dpd_correction")).isZero();
        assertThat(acts.application(world.forCpas(world.head), number).versions())
                .extracting(it -> it.answers().text("hoursPerWeek"))
                .containsExactly("8");
    }

    @Test
    void a_correction_that_is_thrown_away_leaves_what_was_sent() {
        correct(world.head, 0, "hoursPerWeek", "3");
        corrections.discard(world.forCpas(world.coPrincipalManager), id(), 1);
        complete();

        assertThat(acts.application(CpasWorld.as(world.reviewer), number).versions())
                .extracting(it -> it.answers().text("hoursPerWeek"))
                .isEqualTo(List.of("8", "8"));
    }

    @Test
    void warnings_are_computed_anew() {
        assertThat(acts.application(CpasWorld.as(world.reviewer), number).warnings())
                .extracting(Warning::code)
                .doesNotContain("too-many-hours");
        correct(world.head, 0, "hoursPerWeek", "40");
        complete();

        assertThat(acts.application(CpasWorld.as(world.reviewer), number).warnings())
                .extracting(Warning::code)
                .contains("too-many-hours");
    }

    private void ask(String questions) {
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, questions);
    }

    private void complete() {
        acts.complete(world.forCpas(world.head), number, null, "Voilà");
    }

    private void correct(Person person, int version, String field, String answer) {
        correctAs(world.forCpas(person), version, field, answer);
    }

    private void correctAs(Actor actor, int version, String field, String answer) {
        FormValues before = drafts.view(world.forCpas(world.head), id()).answers();
        corrections.save(actor, id(), version, before.with(field, answer));
    }

    private ApplicationId id() {
        return acts.application(world.forCpas(world.head), number).application().id();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where application_id = :id")
                .param("id", id().value())
                .query(Integer.class)
                .single();
    }
}
