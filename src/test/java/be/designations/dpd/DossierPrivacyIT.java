package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.AccessModel;
import be.designations.access.AccessOverview.UserFilter;
import be.designations.access.AccessPages;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseReaders;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.rules.NotFoundException;
import be.designations.testing.CpasWorld;
import be.designations.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What concerns other people is told to those only who were recognised surely, and never to a log. */
@IntegrationTest
class DossierPrivacyIT {

    private static final SignInLevel CODE_BY_APP = new SignInLevel(400);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Autowired
    AccessModel access;

    @Autowired
    AccessPages pages;

    @Autowired
    CaseReaders readers;

    @Autowired
    DpdDesignations designations;

    @Autowired
    DpdDossiers dossiers;

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aDossier() {
        world = new CpasWorld(jdbc, directory, access);
        Actor filer = world.forCpas(world.principalManager);
        DpdApplication draft = designations.startDraft(filer, world.cpas.id());
        DpdApplication saved = designations.saveDraft(filer, draft.id(), draft.version(), world.answers());
        number = designations.submit(filer, saved.id(), saved.version());
    }

    private static Actor unsurely(Person person) {
        return new Actor(person.id(), null, CODE_BY_APP);
    }

    @Test
    void the_desks_see_no_dossier_below_the_level_of_itsme() {
        assertThat(dossiers.view(CpasWorld.as(world.reviewer), number).nissShown())
                .isTrue();

        assertThatThrownBy(() -> dossiers.view(unsurely(world.reviewer), number))
                .isInstanceOf(NotFoundException.class);
        assertThat(readers.seenBy(unsurely(world.reviewer), CaseKind.DPD_DESIGNATION))
                .allMatch(CaseList.Seen::isEmpty);
        assertThat(readers.workOf(unsurely(world.reviewer)).isEmpty()).isTrue();
        assertThatThrownBy(() -> pages.entity(unsurely(world.reviewer), world.cpas.enterpriseNumber()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void managers_see_no_niss_below_the_level_of_itsme() {
        var quality = world.socialAction.id();

        assertThat(pages.quality(CpasWorld.as(world.principalManager), quality, UserFilter.ALL)
                        .niss())
                .isTrue();
        assertThat(pages.quality(unsurely(world.principalManager), quality, UserFilter.ALL)
                        .niss())
                .isFalse();
        assertThat(dossiers.view(unsurely(world.principalManager), number).nissShown())
                .isFalse();
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
