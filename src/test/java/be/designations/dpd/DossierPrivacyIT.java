package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.casework.CaseTypes;
import be.designations.casework.Desks;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessPages;
import be.designations.rules.NotFoundException;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What concerns other people is told to those only who were recognised surely, and never to a log. */
class DossierPrivacyIT extends WholeApplication {

    private static final SignInLevel CODE_BY_APP = new SignInLevel(400);

    @Autowired
    AccessPages pages;

    @Autowired
    CaseTypes types;

    @Autowired
    Desks desks;

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aDossier() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.principalManager), world.answers());
    }

    private static Actor unsurely(Person person) {
        return new Actor(person.id(), null, CODE_BY_APP);
    }

    @Test
    void the_desks_see_no_dossier_below_the_level_of_itsme() {
        assertThat(acts.application(CpasWorld.as(world.reviewer), number).nissShown())
                .isTrue();

        assertThatThrownBy(() -> acts.application(unsurely(world.reviewer), number))
                .isInstanceOf(NotFoundException.class);
        assertThat(types.seenBy(unsurely(world.reviewer)))
                .filteredOn(seen -> seen.kind().code().equals("DPD_DESIGNATION"))
                .allMatch(seen ->
                        seen.organisations() != null && seen.organisations().isEmpty());
        assertThat(desks.workFor(unsurely(world.reviewer)).isEmpty()).isTrue();
        assertThatThrownBy(() -> pages.entity(unsurely(world.reviewer), world.cpas.enterpriseNumber()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void managers_see_neither_niss_nor_dossiers_below_the_level_of_itsme() {
        var quality = world.socialAction.id();

        assertThat(pages.quality(CpasWorld.as(world.principalManager), quality, UserFilter.ALL)
                        .niss())
                .isTrue();
        assertThat(pages.quality(unsurely(world.principalManager), quality, UserFilter.ALL)
                        .niss())
                .isFalse();
        assertThat(acts.application(CpasWorld.as(world.principalManager), number)
                        .nissShown())
                .isTrue();
        assertThatThrownBy(() -> acts.application(unsurely(world.principalManager), number))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_candidate_reads_what_is_about_themselves_at_any_level() {
        assertThat(acts.application(unsurely(world.candidate), number).nissShown())
                .isTrue();
    }

    @Test
    void the_database_s_messages_do_not_repeat_what_was_in_the_row() {
        String niss = world.candidate.niss().value();

        assertThatThrownBy(
                        () -> jdbc.sql("insert into person select gen_random_uuid(), p.niss, p.last_name, p.first_name,"
                                        + " p.birth_date, p.sex, p.language from person p where p.id = :id")
                                .param("id", world.candidate.id().value())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("person_niss_unique")
                .hasMessageNotContaining(niss);
    }
}
