package be.designations.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.insight.history.AccessHistory;
import be.designations.insight.history.Asked;
import be.designations.insight.history.AskedDay;
import be.designations.insight.history.HistoryStore.Cursor;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who had what on a day, and why: as it was, to those who may know it now. */
class HistoryPagesIT extends WholeApplication {

    private static final Instant JANUARY = Instant.parse("2024-01-10T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2024-03-10T09:00:00Z");
    private static final Instant MAY = Instant.parse("2024-05-10T09:00:00Z");

    @Autowired
    AccessHistory history;

    CpasWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
    }

    @Nested
    class OnADay {

        @Test
        void what_ended_since_still_stands_with_why_it_began_and_why_it_ended() {
            var co = world.person("Colette");
            BasisId given = decision("co-local-manager-named", JANUARY, "Renfort de l’équipe");
            BasisId ended = decision("co-local-manager-removed", MAY, "Départ");
            responsibility(co, ResponsibilityKind.CO_LOCAL_MANAGER, null, JANUARY, MAY, given, ended);
            var reader = browsers.signedIn(world.principalManager);

            var line = line(reader.get(quality("?on=31/03/2024")), co);
            assertThat(line.text())
                    .contains("Co-Gestionnaire Local", "du 10/01/2024 au 10/05/2024")
                    .contains("Ajout d’un Co-Gestionnaire Local, décidé le 10/01/2024 par " + world.head.displayName())
                    .contains("Motif : Renfort de l’équipe", "Fin :", "Motif : Départ");
            assertThat(line.select("a[href^=/decisions/]").eachAttr("href"))
                    .containsExactly("/decisions/" + given.value(), "/decisions/" + ended.value());
            assertThat(line(reader.get(quality("?on=09/01/2024")), co)).isNull();
            assertThat(line(reader.get(quality("?on=10/01/2024")), co)).isNotNull();
            assertThat(line(reader.get(quality("?on=09/05/2024")), co)).isNotNull();
            assertThat(line(reader.get(quality("?on=10/05/2024")), co)).isNull();
            assertThat(line(reader.get(quality("")), co)).isNull();
        }

        @Test
        void the_end_of_the_day_counts_in_belgium() {
            var person = user("Minuit", null, Instant.parse("2024-06-30T21:30:00Z"), null);

            assertThat(line(browsers.signedIn(world.principalManager).get(quality("?on=30/06/2024")), person))
                    .isNotNull();
            assertThat(line(browsers.signedIn(world.principalManager).get(quality("?on=29/06/2024")), person))
                    .isNull();
        }

        @Test
        void a_replaced_local_manager_stands_until_the_day_of_the_change() {
            var successor = world.person("Successeur");
            BasisId change = decision("local-manager-change", MAY, null);
            jdbc.sql("update dpd_mandate set valid_until = :at, ended_basis_id = :basis where person_id = :person")
                    .param("at", Timestamp.from(MAY))
                    .param("basis", change.value())
                    .param("person", world.localManager.id().value())
                    .update();
            jdbc.sql("""
                            insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, basis_id)
                            values (:id, :cpas, :person, 8, :from, :basis)""")
                    .param("id", UUID.randomUUID())
                    .param("cpas", world.cpas.id().value())
                    .param("person", successor.id().value())
                    .param("from", Timestamp.from(MAY))
                    .param("basis", change.value())
                    .update();
            jdbc.sql("update responsibility set valid_until = :at, ended_basis_id = :basis"
                            + " where person_id = :person and kind = 'LOCAL_MANAGER'")
                    .param("at", Timestamp.from(MAY))
                    .param("basis", change.value())
                    .param("person", world.localManager.id().value())
                    .update();
            responsibility(successor, ResponsibilityKind.LOCAL_MANAGER, null, MAY, null, change, null);
            var reader = browsers.signedIn(world.principalManager);

            assertThat(lines(reader.get(entity("?on=09/05/2024")), "Gestionnaire Local (GL"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.text()).contains(world.localManager.displayName()));
            assertThat(lines(reader.get(entity("?on=10/05/2024")), "Gestionnaire Local (GL"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.text()).contains(successor.displayName()));
            assertThat(lines(reader.get(entity("?on=09/05/2024")), "Délégué à la protection"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.text()).contains(world.localManager.displayName()));

            var compared = reader.get(entity("?on=09/05/2024&compareWith=10/05/2024"));
            assertThat(compared.page().select("#change-ADDED + table tbody tr"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.text()).contains(successor.displayName()));
            assertThat(compared.page().select("#change-ENDED + table tbody tr"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.text()).contains(world.localManager.displayName()));
            assertThat(compared.text()).contains("Ce qui a changé entre le 09/05/2024 et le 10/05/2024");

            var decision = reader.get("/decisions/" + change.value()).page();
            assertThat(decision.select("h1").text()).isEqualTo("Décision Changement de Gestionnaire Local");
            assertThat(decision.select("[aria-labelledby=effect-BEGUN] tbody tr"))
                    .hasSize(2);
            assertThat(decision.select("[aria-labelledby=effect-ENDED] tbody tr"))
                    .hasSize(2);
        }

        @Test
        void who_was_blocked_that_day_is_shown_so_and_their_rights_with_them() {
            var person = user("Bloquée", null, JANUARY, null);
            right(person, "SOCIAL_WORKER", JANUARY, null);
            BasisId blocked = decision("user-blocked", MARCH, "Enquête");
            BasisId unblocked = decision("user-unblocked", MAY, "Enquête close");
            block(person, MARCH, MAY, blocked, unblocked);
            var reader = browsers.signedIn(world.principalManager);

            var during = lines(reader.get(quality("?on=31/03/2024")), person.displayName());
            assertThat(during)
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.select(".app-tag").text()).isEqualTo("Bloqué"));
            assertThat(during)
                    .allSatisfy(row -> assertThat(row.text()).contains("Bloqué : Blocage d’utilisateur(s)", "Enquête"));
            for (String other : List.of("?on=09/03/2024", "?on=10/05/2024")) {
                assertThat(lines(reader.get(quality(other)), person.displayName()))
                        .hasSize(2)
                        .allSatisfy(row -> assertThat(row.text()).doesNotContain("Bloqué :"))
                        .allSatisfy(row -> assertThat(row.select(".app-tag")).isEmpty());
            }

            var blocking = reader.get(quality("?on=31/01/2024&compareWith=31/03/2024"));
            assertThat(blocking.page().select("#change-BLOCKED + table tbody tr"))
                    .hasSize(2);
            assertThat(blocking.page().select("[id^=change-]")).hasSize(1);
            var release = reader.get(quality("?on=31/05/2024&compareWith=31/03/2024"));
            assertThat(release.page().select("#change-UNBLOCKED + table tbody tr"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.text()).contains("Débloqué : Déblocage d’utilisateur(s)"));
            assertThat(reader.get(quality("?on=31/01/2024&compareWith=31/05/2024"))
                            .text())
                    .contains("Aucun changement");

            assertThat(reader.get("/decisions/" + blocked.value())
                            .page()
                            .select("[aria-labelledby=effect-BLOCKED] tbody tr"))
                    .hasSize(1);
            assertThat(reader.get("/decisions/" + unblocked.value())
                            .page()
                            .select("[aria-labelledby=effect-UNBLOCKED] tbody tr"))
                    .hasSize(1);
        }

        @Test
        void a_block_of_a_manager_leaves_the_rights_of_others_alone() {
            var person = user("Libre", null, JANUARY, null);
            right(person, "SOCIAL_WORKER", JANUARY, null);
            block(world.user, JANUARY, null, decision("user-blocked", JANUARY, null), null);

            assertThat(lines(
                            browsers.signedIn(world.principalManager).get(quality("?on=31/03/2024")),
                            person.displayName()))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.select(".app-tag")).isEmpty());
        }

        @Test
        void a_confirmation_is_told_of_the_days_after_it() {
            Responsibility held =
                    access.localManager(world.socialAction.id(), Instant.now()).orElseThrow();
            access.confirm(held, decision("dpd-designation", MARCH, null));
            var reader = browsers.signedIn(world.principalManager);

            assertThat(reader.get(quality("?on=09/03/2024")).text())
                    .contains(world.localManager.displayName())
                    .doesNotContain("Confirmé");
            assertThat(reader.get(quality("?on=10/03/2024")).text()).contains("Confirmé");
            assertThat(reader.get(quality("")).text()).contains("Confirmé");
        }

        @Test
        void what_was_cancelled_before_it_began_never_ran_and_its_decision_says_so() {
            var other = worlds.cpas();
            jdbc.sql("delete from responsibility where kind = 'LOCAL_MANAGER' and organisation_id = :cpas")
                    .param("cpas", other.cpas.id().value())
                    .update();
            var person = other.localManager;
            BasisId given = decision("dpd-designation", JANUARY, null);
            BasisId cancelled = decision("dpd-designation", MARCH, null);
            jdbc.sql("update dpd_mandate set valid_from = :from, revoked_at = :at, basis_id = :given,"
                            + " ended_basis_id = :cancelled where person_id = :person")
                    .param("from", Timestamp.from(MAY))
                    .param("at", Timestamp.from(MARCH))
                    .param("given", given.value())
                    .param("cancelled", cancelled.value())
                    .param("person", person.id().value())
                    .update();
            var reader = browsers.signedIn(other.principalManager);

            String history = "/entities/" + other.cpas.enterpriseNumber().value() + "/history";
            assertThat(line(reader.get(history + "?on=31/05/2024"), person)).isNull();
            assertThat(reader.get("/decisions/" + cancelled.value())
                            .page()
                            .select("[aria-labelledby=effect-CANCELLED] tbody tr")
                            .text())
                    .contains(person.displayName(), "annulé avant de commencer (prévu pour le 10/05/2024)");
            assertThat(reader.get("/decisions/" + given.value())
                            .page()
                            .select("[aria-labelledby=effect-BEGUN] tbody tr")
                            .text())
                    .contains("annulé avant de commencer");
        }

        @Test
        void of_a_day_to_come_what_is_planned_is_shown_and_said() {
            var person = user("Future", null, Instant.parse("2120-01-01T00:00:00Z"), null);

            var page = browsers.signedIn(world.principalManager).get(quality("?on=31/01/2120"));
            assertThat(page.text()).contains("Ce qui est prévu pour le 31/01/2120");
            assertThat(line(page, person)).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"30/02/2026", "hier", "2026", "31/12/9999", "%3Cscript%3E", "0000-00-00"})
        void what_is_no_day_is_said_at_its_field_and_kept(String typed) {
            var page = browsers.signedIn(world.principalManager).get(quality("?on=31/01/2024&compareWith=" + typed));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().title()).startsWith("Erreur :");
            assertThat(page.page().select(".govuk-error-summary a[href=#compareWith]"))
                    .hasSize(1);
            assertThat(page.page().select("#compareWith-error").text()).contains("date");
            assertThat(page.page().select("#compareWith").val())
                    .isEqualTo(typed.replace("%3C", "<").replace("%3E", ">"));
            assertThat(page.page().select("#on").val()).isEqualTo("31/01/2024");
            assertThat(page.page().select("table")).isEmpty();
        }

        @Test
        void nothing_found_says_what_to_do_next() {
            assertThat(browsers.signedIn(world.principalManager)
                            .get(quality("?on=01/01/1950"))
                            .text())
                    .contains("Rien le 01/01/1950", "Essayez une autre date");
        }

        @Test
        void a_person_had_functions_mandates_responsibilities_and_rights() {
            right(world.localManager, "UNIQUE_REPORT_STAFF", JANUARY, null);
            jdbc.sql("""
                            insert into legal_function (id, organisation_id, person_id, kind, valid_from)
                            values (:id, :organisation, :person, 'DIRECTOR', :from)""")
                    .param("id", UUID.randomUUID())
                    .param("organisation", world.cpas.id().value())
                    .param("person", world.localManager.id().value())
                    .param("from", Timestamp.from(JANUARY))
                    .update();

            var page = browsers.signedIn(world.principalManager).get(person(world.localManager, "?on=31/03/2024"));

            assertThat(page.page().select("tbody tr th").eachText())
                    .satisfiesExactly(
                            row -> assertThat(row).startsWith("Administrateur"),
                            row -> assertThat(row).startsWith("Délégué à la protection"),
                            row -> assertThat(row).startsWith("Gestionnaire Local"),
                            row -> assertThat(row).startsWith("Droit : Rapport unique"));
        }
    }

    @Nested
    class WhoReads {

        @Test
        void a_foreign_history_does_not_exist() {
            var foreign = worlds.cpas();
            var reader = browsers.signedIn(foreign.principalManager);

            for (String path : List.of(quality(""), entity(""), person(world.user, ""))) {
                for (String suffix : List.of("", ".csv", ".pdf")) {
                    assertThat(reader.get(path + suffix).status())
                            .as(path + suffix)
                            .isEqualTo(404);
                }
            }
            assertThat(reader.get("/people/" + UUID.randomUUID() + "/history").status())
                    .isEqualTo(404);
            assertThat(reader.get("/qualities/" + UUID.randomUUID() + "/history")
                            .status())
                    .isEqualTo(404);
            assertThat(reader.get("/entities/0888888888/history").status()).isEqualTo(404);
            assertThat(reader.get("/decisions/nonsense").status()).isEqualTo(404);
            assertThat(reader.get("/decisions/" + UUID.randomUUID()).status()).isEqualTo(404);
        }

        @Test
        void whoever_left_sees_their_own_past_and_no_longer_that_of_the_entity() {
            var former = user("Partie", null, JANUARY, MAY);
            var reader = browsers.signedIn(former);

            assertThat(reader.get(entity("?on=31/03/2024")).status()).isEqualTo(404);
            assertThat(lines(reader.get(person(former, "?on=31/03/2024")), "Utilisateur"))
                    .hasSize(1);
            assertThat(reader.get(person(world.localManager, "?on=31/03/2024")).status())
                    .isEqualTo(404);
        }

        @Test
        void users_are_for_those_who_manage_them_and_oneself() {
            var other = user("Autre", null, JANUARY, null);
            right(other, "SOCIAL_WORKER", JANUARY, null);

            var seen = browsers.signedIn(world.user).get(quality("?on=31/03/2024"));
            assertThat(seen.text()).contains(world.localManager.displayName(), world.user.displayName());
            assertThat(seen.text()).doesNotContain(other.displayName());
            assertThat(browsers.signedIn(world.localManager)
                            .get(quality("?on=31/03/2024"))
                            .text())
                    .contains(other.displayName());
            assertThat(browsers.signedIn(world.head)
                            .get(entity("?on=31/03/2024"))
                            .text())
                    .contains(other.displayName());
        }

        @Test
        void a_subdivision_manager_sees_the_users_of_their_own_subdivision_with_their_rights() {
            UUID own = world.subdivision("Nord");
            UUID foreign = world.subdivision("Sud");
            var manager = world.person("Mireille");
            responsibility(
                    manager,
                    ResponsibilityKind.SUBDIVISION_MANAGER,
                    own,
                    JANUARY,
                    null,
                    decision("x", JANUARY, null),
                    null);
            var mine = user("Mienne", own, JANUARY, MAY);
            right(mine, "SOCIAL_WORKER", JANUARY, MAY);
            var theirs = user("Leur", foreign, JANUARY, null);
            right(theirs, "SOCIAL_WORKER", JANUARY, null);
            BasisId both = decision("both", JANUARY, null);
            jdbc.sql("update responsibility set basis_id = :basis where person_id in (:people)")
                    .param("basis", both.value())
                    .param("people", List.of(mine.id().value(), theirs.id().value()))
                    .update();
            var reader = browsers.signedIn(manager);

            var seen = reader.get(quality("?on=31/03/2024"));
            assertThat(lines(seen, mine.displayName())).hasSize(2);
            assertThat(seen.text()).doesNotContain(theirs.displayName());
            assertThat(reader.get(quality(".csv?on=31/03/2024")).body())
                    .contains(mine.displayName())
                    .doesNotContain(theirs.displayName());
            assertThat(reader.get("/decisions/" + both.value()).text())
                    .contains(mine.displayName(), "1 ligne")
                    .doesNotContain(theirs.displayName());
            assertThat(namesOfMarch(new Actor(manager.id(), null, SignInLevel.ITSME)))
                    .contains(mine.displayName());
            assertThat(namesOfMarch(new Actor(manager.id(), null, new SignInLevel(400))))
                    .doesNotContain(mine.displayName(), theirs.displayName());
        }

        private List<String> namesOfMarch(Actor actor) {
            var march = AskedDay.of(LocalDate.of(2024, 3, 31), Instant.now()).orElseThrow();
            var scope = history.ofQuality(actor, world.socialAction.id());
            return history.page(scope, Asked.about(march), null, 100).lines().stream()
                    .map(line -> line.person().name())
                    .toList();
        }

        @Test
        void the_rights_of_a_user_who_moved_are_for_the_manager_of_their_subdivision_at_that_time() {
            UUID before = world.subdivision("Avant");
            UUID after = world.subdivision("Après");
            var moved = user("Mobile", before, JANUARY, MARCH);
            responsibility(moved, ResponsibilityKind.USER, after, MARCH, null, decision("moved", MARCH, null), null);
            right(moved, "SOCIAL_WORKER", JANUARY, MARCH);
            right(moved, "UNIQUE_REPORT_STAFF", MARCH, null);
            right(moved, "HANDIWEB_USER", Instant.parse("2024-02-10T09:00:00Z"), null);
            BasisId all = decision("all", JANUARY, null);
            jdbc.sql("update role_assignment set basis_id = :basis where person_id = :person")
                    .param("basis", all.value())
                    .param("person", moved.id().value())
                    .update();
            var former = browsers.signedIn(subdivisionManager(before));
            var present = browsers.signedIn(subdivisionManager(after));

            for (String path : List.of(
                    "/people/" + moved.id(),
                    "/decisions/" + all.value(),
                    quality("?on=31/01/2024&compareWith=31/03/2024"))) {
                assertThat(former.get(path).text())
                        .as(path)
                        .contains("Agent social", "Handiweb")
                        .doesNotContain("Rapport unique");
                assertThat(present.get(path).text())
                        .as(path)
                        .contains("Rapport unique", "Handiweb")
                        .doesNotContain("Agent social");
            }
        }

        @Test
        void a_right_that_never_ran_is_for_the_manager_of_who_was_to_have_it() {
            UUID own = world.subdivision("Nord");
            var mine = user("Mienne", own, JANUARY, null);
            right(mine, "SOCIAL_WORKER", MAY, MAY);
            BasisId cancelled = decision("cancelled", MARCH, null);
            jdbc.sql("update role_assignment set ended_basis_id = :basis where person_id = :person")
                    .param("basis", cancelled.value())
                    .param("person", mine.id().value())
                    .update();

            assertThat(browsers.signedIn(subdivisionManager(own))
                            .get("/decisions/" + cancelled.value())
                            .text())
                    .contains(mine.displayName(), "Agent social");
        }

        private Person subdivisionManager(UUID subdivision) {
            var manager = world.person("Mireille");
            BasisId given = decision("x", JANUARY, null);
            responsibility(manager, ResponsibilityKind.SUBDIVISION_MANAGER, subdivision, JANUARY, null, given, null);
            return manager;
        }

        @Test
        void the_words_of_a_decision_are_for_those_who_see_dossiers_or_manage_there_and_whom_it_is_about() {
            var co = world.person("Colette");
            BasisId given = decision("co-local-manager-named", JANUARY, "Raison confidentielle");
            responsibility(co, ResponsibilityKind.CO_LOCAL_MANAGER, null, JANUARY, null, given, null);
            var former = world.person("Fabienne");
            BasisId removed = decision("user-removed", MAY, "Raison du départ");
            responsibility(former, ResponsibilityKind.USER, null, JANUARY, MAY, decision("x", JANUARY, null), removed);

            for (Person manager : List.of(world.localManager, co)) {
                for (String path : List.of(
                        quality("?on=31/03/2024"),
                        quality(".csv?on=31/03/2024"),
                        "/people/" + former.id(),
                        "/decisions/" + removed.value())) {
                    assertThat(browsers.signedIn(manager).get(path).body())
                            .as(path)
                            .contains("Raison du départ");
                }
            }
            for (String path : List.of(person(former, "?on=31/03/2024"), "/decisions/" + removed.value(), "/me")) {
                assertThat(browsers.signedIn(former).get(path).body()).as(path).contains("Raison du départ");
            }
            for (String path :
                    List.of(quality("?on=31/03/2024"), quality(".csv?on=31/03/2024"), "/decisions/" + given.value())) {
                assertThat(browsers.signedIn(world.principalManager).get(path).body())
                        .as(path)
                        .contains("Raison confidentielle");
                assertThat(browsers.signedIn(world.user).get(path).body())
                        .as(path)
                        .contains(co.displayName())
                        .doesNotContain("Raison confidentielle");
            }
        }

        @Test
        void numbers_are_for_those_who_manage_the_person_now() {
            var former = user("Ancienne", null, JANUARY, MAY);
            var reader = browsers.signedIn(world.localManager);

            for (String path : List.of(quality("?on=31/03/2024"), quality(".csv?on=31/03/2024"))) {
                assertThat(reader.get(path).body())
                        .contains(world.user.niss().formatted(), former.displayName())
                        .doesNotContain(former.niss().formatted());
                assertThat(browsers.signedIn(world.head).get(path).body())
                        .contains(world.user.displayName())
                        .doesNotContain(world.user.niss().formatted())
                        .doesNotContain(world.user.niss().value());
            }
        }

        @Test
        void a_decision_of_which_nothing_is_visible_does_not_exist() {
            BasisId given = decision("user-added", JANUARY, null);
            var person = world.person("Cachée");
            responsibility(person, ResponsibilityKind.USER, null, JANUARY, null, given, null);

            assertThat(browsers.signedIn(world.user)
                            .get("/decisions/" + given.value())
                            .status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(world.localManager)
                            .get("/decisions/" + given.value())
                            .status())
                    .isEqualTo(200);
            assertThat(browsers.signedIn(person)
                            .get("/decisions/" + given.value())
                            .status())
                    .isEqualTo(200);
            assertThat(browsers.signedIn(world.reviewer)
                            .get("/decisions/" + given.value())
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void every_why_on_the_pages_leads_to_a_decision_that_its_reader_may_open() {
            world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
            for (Person person : List.of(world.principalManager, world.user, world.head, world.reviewer)) {
                var reader = browsers.signedIn(person);
                Set<String> decisions = new HashSet<>();
                for (String path : List.of(
                        "/entities/" + world.cpas.enterpriseNumber().value(),
                        "/qualities/" + world.socialAction.id().value(),
                        "/people/" + world.localManager.id(),
                        "/me",
                        entity(""))) {
                    decisions.addAll(reader.get(path)
                            .page()
                            .select("a[href^=/decisions/]")
                            .eachAttr("href"));
                }
                assertThat(decisions).isNotEmpty().allSatisfy(path -> assertThat(
                                reader.get(path).status())
                        .isEqualTo(200));
            }
        }
    }

    @Nested
    class Files {

        @Test
        void a_spreadsheet_runs_nothing_of_a_name() {
            var person = user("=HYPERLINK(1)", null, JANUARY, null);

            var file = browsers.signedIn(world.principalManager).get(quality(".csv?on=31/03/2024"));

            assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
            assertThat(file.header("Content-Disposition"))
                    .contains("attachment")
                    .contains("designations-2024-03-31.csv");
            assertThat(file.body())
                    .startsWith("\ufeff\"Nom\";\"NISS\";")
                    .contains("\"'=HYPERLINK(1) " + person.lastName() + "\"");
        }

        @Test
        void what_changed_is_in_the_file_too() {
            var person = user("Nouvelle", null, JANUARY, null);

            assertThat(browsers.signedIn(world.principalManager)
                            .get(quality(".csv?on=31/03/2024&compareWith=31/12/2023"))
                            .body()
                            .lines())
                    .satisfiesExactly(
                            head -> assertThat(head).contains("\"Changement\";\"Nom\""), line -> assertThat(line)
                                    .startsWith("\"Ajouté\";\"" + person.displayName() + "\"")
                                    .contains("\"10/01/2024\""));
        }

        @Test
        void every_file_taken_away_is_in_the_log() {
            var reader = browsers.signedIn(world.principalManager);
            assertThat(reader.get(quality(".csv?on=31/03/2024")).status()).isEqualTo(200);
            assertThat(reader.get(entity(".pdf?on=31/03/2024&compareWith=2024-01-31"))
                            .status())
                    .isEqualTo(200);
            assertThat(reader.get(quality(".csv?on=hier")).status()).isEqualTo(302);

            assertThat(jdbc.sql("""
                                    select subject_type || ' ' || subject_id || ' ' || (after ->> 'format') || ' '
                                           || (after ->> 'day') || ' ' || coalesce(after ->> 'comparedWith', '')
                                      from audit_event
                                     where operation = 'access.history-exported' and actor_person = :person order by id""")
                            .param("person", world.principalManager.id().value())
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "quality " + world.socialAction.id().value() + " csv 2024-03-31 ",
                            "organisation " + world.cpas.id().value() + " pdf 2024-03-31 2024-01-31");
        }

        @Test
        void the_paper_says_what_was_asked_by_whom_and_writes_every_letter() throws IOException {
            var person = user("Łukasz-Éloïse Şahin", null, JANUARY, null);
            BasisId given = decision("dpd-designation", JANUARY, "L’intérêt – œuvre d’été");
            jdbc.sql("update responsibility set basis_id = :basis where person_id = :person")
                    .param("basis", given.value())
                    .param("person", person.id().value())
                    .update();

            byte[] file = bytes(browsers.signedIn(world.principalManager), quality(".pdf?on=31/03/2024"));
            try (PDDocument pdf = Loader.loadPDF(file)) {
                String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
                assertThat(text)
                        .contains("Qui avait quoi, et pourquoi – Action sociale – CPAS de Testville")
                        .contains("Situation du 31/03/2024, à la fin de la journée.")
                        .contains(person.displayName(), person.niss().formatted())
                        .contains("Désignation d’un DPD, décidé le 10/01/2024 par " + world.head.displayName())
                        .contains("Motif : L’intérêt – œuvre d’été")
                        .contains("pour " + world.principalManager.displayName())
                        .contains("1 / 1");
                assertThat(pdf.getDocumentInformation().getTitle())
                        .startsWith("Qui avait quoi, et pourquoi – Action sociale");
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            }
        }

        @Test
        void the_paper_has_no_number_for_whoever_may_not_see_it() throws IOException {
            byte[] file = bytes(browsers.signedIn(world.head), quality(".pdf"));
            try (PDDocument pdf = Loader.loadPDF(file)) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains(world.user.displayName())
                        .doesNotContain(world.user.niss().formatted());
            }
        }

        @Test
        void beyond_a_thousand_lines_the_page_offers_the_spreadsheet_only() {
            many(1_001);
            var reader = browsers.signedIn(world.principalManager);

            var page = reader.get(quality("?on=31/03/2024"));
            assertThat(page.page().select("main a[href*='.pdf']")).isEmpty();
            assertThat(page.page().select("#too-long").text()).contains("CSV");
            assertThat(reader.get(quality(".pdf?on=31/03/2024")).location()).contains(quality("?on=31%2F03%2F2024"));
            assertThat(reader.get(quality(".csv?on=31/03/2024")).body().lines()).hasSizeGreaterThan(1_001);
        }

        private byte[] bytes(Browser browser, String path) {
            var request = browser.request(path)
                    .header("Cookie", "SESSION=" + browser.cookie("SESSION").orElseThrow())
                    .build();
            try {
                var answer =
                        java.net.http.HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
                return answer.body();
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @Nested
    class Size {

        @Test
        void pages_follow_each_other_without_gap_and_lead_back() {
            many(130);
            var scope = history.ofQuality(CpasWorld.as(world.principalManager), world.socialAction.id());
            var asked = Asked.about(
                    AskedDay.of(LocalDate.of(2024, 3, 31), Instant.now()).orElseThrow());

            List<UUID> all = new ArrayList<>();
            var page = history.page(scope, asked, null, 50);
            List<UUID> first = ids(page);
            assertThat(page.previous()).isNull();
            while (true) {
                all.addAll(ids(page));
                if (page.next() == null) {
                    break;
                }
                page = history.page(scope, asked, page.next(), 50);
            }
            assertThat(all).hasSize((int) page.total()).doesNotHaveDuplicates();
            assertThat(page.total()).isEqualTo(132);
            while (page.previous() != null) {
                page = history.page(scope, asked, page.previous(), 50);
            }
            assertThat(ids(page)).isEqualTo(first);
            List<UUID> streamed = new ArrayList<>();
            history.each(scope, asked, line -> streamed.add(line.fact().id()));
            assertThat(streamed).isEqualTo(all);
        }

        @Test
        void changes_are_paged_in_the_order_of_their_kinds() {
            many(130);
            var scope = history.ofEntity(CpasWorld.as(world.principalManager), world.cpas.enterpriseNumber());
            jdbc.sql(
                            "update role_assignment set valid_until = now() where quality_id = :quality and role_code = 'SOCIAL_WORKER'")
                    .param("quality", world.socialAction.id().value())
                    .update();
            var asked = Asked.between(
                    AskedDay.of(LocalDate.of(2023, 12, 31), Instant.now()).orElseThrow(),
                    AskedDay.today(Instant.now()));

            List<UUID> seen = new ArrayList<>();
            Cursor cursor = null;
            do {
                var page = history.page(scope, asked, cursor, 50);
                seen.addAll(ids(page));
                cursor = page.next();
            } while (cursor != null);
            assertThat(seen).doesNotHaveDuplicates().hasSize(65);
        }

        @Test
        void an_address_that_was_made_up_leads_to_the_first_page() {
            var page = browsers.signedIn(world.principalManager).get(quality("?after=" + UUID.randomUUID()));

            assertThat(lines(page, world.user.displayName())).hasSize(1);
        }

        @Test
        void however_many_lines_it_takes_as_many_statements() {
            var reader = CpasWorld.as(world.principalManager);
            BasisId basis = decision("many", JANUARY, null);
            responsibility(world.person("Un"), ResponsibilityKind.USER, null, JANUARY, null, basis, null);
            List<Runnable> reads = List.of(
                    () -> history.page(
                            history.ofQuality(reader, world.socialAction.id()),
                            Asked.about(AskedDay.today(Instant.now())),
                            null,
                            50),
                    () -> history.page(
                            history.ofEntity(reader, world.cpas.enterpriseNumber()),
                            Asked.about(AskedDay.today(Instant.now())),
                            null,
                            50),
                    () -> history.page(
                            history.ofPerson(reader, world.user.id()),
                            Asked.about(AskedDay.today(Instant.now())),
                            null,
                            50),
                    () -> history.decision(reader, basis));
            List<Integer> few = reads.stream().map(StatementCount::of).toList();
            many(600);
            world.giveRight(world.user, "UNIQUE_REPORT_STAFF", world.socialAction.id());
            jdbc.sql("update responsibility set basis_id = :basis where quality_id = :quality and kind = 'USER'")
                    .param("basis", basis.value())
                    .param("quality", world.socialAction.id().value())
                    .update();

            assertThat(reads.stream().map(StatementCount::of).toList())
                    .isEqualTo(few)
                    .allSatisfy(count -> assertThat(count).isBetween(1, 16));
            assertThat(history.decision(reader, basis).lines()).hasSize(200);
            assertThat(history.decision(reader, basis).total()).isGreaterThan(200);
        }

        private static List<UUID> ids(be.designations.insight.history.HistoryStore.Page page) {
            return page.lines().stream().map(line -> line.fact().id()).toList();
        }
    }

    @Nested
    class Api {

        @Test
        void it_tells_who_had_what_on_a_day_and_why() {
            var co = world.person("Colette");
            BasisId given = decision("co-local-manager-named", JANUARY, "Renfort");
            responsibility(co, ResponsibilityKind.CO_LOCAL_MANAGER, null, JANUARY, MAY, given, null);
            var caller = api.as(world.principalManager);

            var first =
                    caller.get("/api/v1/qualities/" + world.socialAction.id().value() + "/access?on=2024-03-31&size=2");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.at("/items")).hasSize(2);
            assertThat(first.text("/items/0/person/niss"))
                    .isEqualTo(world.localManager.niss().value());
            var last = caller.get(first.text("/next"));
            assertThat(last.at("/items")).hasSize(1);
            assertThat(last.at("/next").isMissingNode()).isTrue();
            assertThat(last.text("/items/0/person/name")).isEqualTo(co.displayName());
            assertThat(last.text("/items/0/kind/code")).isEqualTo("CO_LOCAL_MANAGER");
            assertThat(last.text("/items/0/basis/id")).isEqualTo(given.value().toString());
            assertThat(last.text("/items/0/basis/reason")).isEqualTo("Renfort");
            assertThat(last.at("/items/0/person/niss").isMissingNode()).isTrue();

            var changed = caller.get("/api/v1/entities/"
                    + world.cpas.enterpriseNumber().value() + "/access?on=2024-05-31&compareWith=2024-03-31");
            assertThat(changed.at("/items")).hasSize(1);
            assertThat(changed.text("/items/0/change")).isEqualTo("ENDED");

            var decision = caller.get("/api/v1/decisions/" + given.value());
            assertThat(decision.text("/decision/operation/code")).isEqualTo("co-local-manager-named");
            assertThat(decision.text("/effects/0/effect")).isEqualTo("BEGUN");
            assertThat(decision.text("/effects/0/line/person/name")).isEqualTo(co.displayName());

            assertThat(api.as(co)
                            .get("/api/v1/people/" + co.id() + "/access?on=2024-03-31")
                            .at("/items"))
                    .hasSize(1);
        }

        @Test
        void a_day_that_is_none_is_said_and_what_is_foreign_does_not_exist() {
            var caller = api.as(world.principalManager);
            var foreign = worlds.cpas();

            var path = "/api/v1/people/" + world.user.id() + "/access";
            assertThat(caller.get(path + "?on=2024-02-30").issues()).containsExactly("on: unreadable");
            assertThat(caller.get(path + "?compareWith=9999-12-31").issues())
                    .containsExactly("compareWith: unreadable");
            for (String other : List.of(
                    "/api/v1/people/" + foreign.user.id() + "/access",
                    "/api/v1/qualities/" + foreign.socialAction.id().value() + "/access",
                    "/api/v1/entities/" + foreign.cpas.enterpriseNumber().value() + "/access",
                    "/api/v1/decisions/" + UUID.randomUUID())) {
                assertThat(caller.get(other).status()).as(other).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_and_file_speaks_every_language(Language language) {
        var person = user("Parlante", null, JANUARY, MAY);
        BasisId blocked = decision("user-blocked", MARCH, null);
        block(person, MARCH, null, blocked, null);
        var browser = browsers.signedIn(world.principalManager);
        for (String path : List.of(
                quality("?on=31/03/2024"),
                quality("?on=31/03/2024&compareWith=31/12/2023"),
                quality("?on=31/03/2024&compareWith=x"),
                quality("?on=01/01/2120&compareWith=31/12/2023"),
                entity("?on=01/01/1950"),
                person(world.user, ""),
                "/decisions/" + blocked.value(),
                quality(".csv?on=31/03/2024&compareWith=31/12/2023"))) {
            var answer = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language.code());

            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain("??");
            assertThat(answer.page().select("[href], [action]")).as(path).noneMatch(link -> (link.attr("href")
                            + link.attr("action"))
                    .matches(".*(?<![0-9a-f-])\\d{11}(?!\\d).*"));
        }
    }

    private String quality(String rest) {
        return "/qualities/" + world.socialAction.id().value() + "/history" + rest;
    }

    private String entity(String rest) {
        return "/entities/" + world.cpas.enterpriseNumber().value() + "/history" + rest;
    }

    private static String person(Person person, String rest) {
        return "/people/" + person.id() + "/history" + rest;
    }

    private static Element line(Answer answer, Person person) {
        var found = lines(answer, person.displayName());
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> lines(Answer answer, String text) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.page().select("main tbody tr").stream()
                .filter(row -> row.select("th, td:nth-child(2)").text().contains(text))
                .toList();
    }

    private BasisId decision(String operation, Instant at, String reason) {
        return access.save(Basis.of(null, operation, world.head.id(), at, null, reason));
    }

    private Person user(String firstName, UUID subdivision, Instant from, Instant until) {
        var person = world.person(firstName);
        responsibility(
                person, ResponsibilityKind.USER, subdivision, from, until, decision("user-added", from, null), null);
        return person;
    }

    private void responsibility(
            Person person,
            ResponsibilityKind kind,
            UUID subdivision,
            Instant from,
            Instant until,
            BasisId basis,
            BasisId ended) {
        jdbc.sql("""
                        insert into responsibility (id, kind, organisation_id, quality_id, subdivision_id, person_id,
                                                    valid_from, valid_until, basis_id, ended_basis_id)
                        values (:id, :kind, :organisation, :quality, :subdivision, :person, :from, :until, :basis, :ended)""")
                .param("id", UUID.randomUUID())
                .param("kind", kind.name())
                .param("organisation", world.cpas.id().value())
                .param("quality", world.socialAction.id().value())
                .param("subdivision", subdivision)
                .param("person", person.id().value())
                .param("from", Timestamp.from(from))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("basis", basis.value())
                .param("ended", ended == null ? null : ended.value())
                .update();
    }

    private void right(Person person, String role, Instant from, Instant until) {
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, valid_until, basis_id)
                        values (:id, :person, :role, :quality, :from, :until, :basis)""")
                .param("id", UUID.randomUUID())
                .param("person", person.id().value())
                .param("role", role)
                .param("quality", world.socialAction.id().value())
                .param("from", Timestamp.from(from))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("basis", decision("right-granted", from, null).value())
                .update();
    }

    private void block(Person person, Instant from, Instant until, BasisId blocked, BasisId unblocked) {
        jdbc.sql("""
                        insert into responsibility_block (id, responsibility_id, blocked_from, blocked_until, basis_id,
                                                          unblocked_basis_id)
                        select :id, r.id, :from, cast(:until as timestamptz), :basis, cast(:unblocked as uuid)
                          from responsibility r
                         where r.person_id = :person and r.kind = 'USER'""")
                .param("id", UUID.randomUUID())
                .param("from", Timestamp.from(from))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("basis", blocked.value())
                .param("unblocked", unblocked == null ? null : unblocked.value())
                .param("person", person.id().value())
                .update();
    }

    /** So many lines of users and their rights in the quality, half of each, since long ago. */
    private void many(int lines) {
        for (int i = 0; i < (lines + 1) / 2; i++) {
            Person person = world.person("Foule" + i % 7);
            world.give(person, ResponsibilityKind.USER, world.socialAction.id());
            world.giveRight(person, "SOCIAL_WORKER", world.socialAction.id());
        }
    }
}
