package be.designations.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.Basis;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessPages;
import be.designations.rules.NotFoundException;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What readers see of entities, qualities and people: each their own, nobody a foreign one. */
class AccessPagesIT extends WholeApplication {

    @Autowired
    AccessPages pages;

    CpasWorld world;
    Quality youthCare;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        youthCare = quality(world.cpas, QualityKind.YOUTH_CARE);
        world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
    }

    @Nested
    class ListOfEntities {

        @Test
        void a_manager_finds_their_entity_and_no_foreign_one() {
            var foreign = worlds.cpas();

            var numbers = rows(browsers.signedIn(world.principalManager).get("/entities")).stream()
                    .map(row -> row.select("td").first().text())
                    .toList();

            assertThat(numbers)
                    .containsExactly(world.cpas.enterpriseNumber().formatted())
                    .doesNotContain(foreign.cpas.enterpriseNumber().formatted());
        }

        @Test
        void a_foreign_entity_is_not_found_by_typing_either() {
            var foreign = worlds.cpas();

            var answer = browsers.signedIn(world.principalManager)
                    .get("/entities?q=" + foreign.cpas.enterpriseNumber().value());

            assertThat(rows(answer)).isEmpty();
        }

        @Test
        void whoever_is_nothing_anywhere_is_told_whom_to_ask() {
            assertThat(browsers.signedIn(world.candidate).get("/entities").text())
                    .contains("adressez-vous au RAE / GAP");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ecaussinnes", "ÉCAUSS", "cpas écaussinnes", "schönwald", "lessenbos", "OCMW less"})
        void the_desks_find_an_entity_by_words_of_its_name_in_any_language(String typed) {
            String unique = unique();
            named("CPAS d’Écaussinnes " + unique, "OCMW Lessenbos " + unique, "ÖSHZ Schönwald " + unique);

            assertThat(rows(desk().get("/entities?q=" + encoded(typed + " " + unique))))
                    .hasSize(1);
        }

        @Test
        void the_desks_find_an_entity_by_its_number_in_any_usual_spelling() {
            String number = world.cpas.enterpriseNumber().value();
            var desk = desk();

            for (String typed : List.of(
                    number,
                    world.cpas.enterpriseNumber().formatted(),
                    "BE " + number,
                    "BE" + world.cpas.enterpriseNumber().formatted(),
                    number.substring(1),
                    number.substring(0, 9))) {
                assertThat(desk.get("/entities?q=" + encoded(typed)).text())
                        .as(typed)
                        .contains(world.cpas.enterpriseNumber().formatted());
            }
        }

        @Test
        void the_desks_find_entities_by_postal_code() {
            String unique = unique();
            var there = named("CPAS A " + unique, "A", "A");
            named("CPAS B " + unique, "B", "B");
            jdbc.sql("update organisation set postal_code = '6987' where id = :id")
                    .param("id", there.id().value())
                    .update();
            var desk = desk();

            assertThat(desk.get("/entities?q=6987").text())
                    .contains(there.enterpriseNumber().formatted());
            assertThat(rows(desk.get("/entities?q=" + encoded("6987 " + unique))))
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"zzzzqqqq", "%", "'", "zzq:* & !", "日本", "0888888888"})
        void nothing_found_says_what_to_do_next(String typed) {
            var answer = desk().get("/entities?q=" + encoded(typed));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(rows(answer)).isEmpty();
            assertThat(answer.text()).contains("essayez le nom dans une autre langue");
        }

        @Test
        void pages_follow_each_other_in_the_order_of_the_names_and_lead_back() {
            String unique = unique();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                names.add("CPAS %s %s%02d".formatted(unique, i % 2 == 0 ? "É" : "e", i));
                named(names.get(i), "x", "x");
            }
            names.sort((a, b) -> a.replace("É", "e").compareTo(b.replace("É", "e")));
            var desk = desk();

            var first = desk.get("/entities?q=" + unique);
            var second = desk.get(first.link("next"));
            var third = desk.get(second.link("next"));
            assertThat(names(first)).isEqualTo(names.subList(0, 25));
            assertThat(names(second)).isEqualTo(names.subList(25, 50));
            assertThat(names(third)).isEqualTo(names.subList(50, 60));
            assertThat(third.link("next")).isNull();

            var back = desk.get(third.link("prev"));
            assertThat(names(back)).isEqualTo(names.subList(25, 50));
            assertThat(names(desk.get(back.link("prev")))).isEqualTo(names.subList(0, 25));
            assertThat(desk.get(back.link("prev")).link("prev")).isNull();
        }

        private List<String> names(Answer answer) {
            return rows(answer).stream().map(row -> row.select("th").text()).toList();
        }
    }

    @Nested
    class Entity {

        @Test
        void its_managers_see_who_manages_it_since_when_and_why() {
            var page = browsers.signedIn(world.principalManager).get(entity(world.cpas));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("#managers ~ table tbody tr"))
                    .extracting(Element::text)
                    .satisfiesExactly(
                            rae -> assertThat(rae)
                                    .contains(
                                            world.principalManager.displayName(),
                                            world.principalManager.niss().formatted(),
                                            "RAE / GAP",
                                            "depuis le 01/01/2020",
                                            "Situation reprise au démarrage du registre"),
                            co -> assertThat(co).contains(world.coPrincipalManager.displayName(), "co-RAE"));
            assertThat(page.page().select("#qualities ~ table tbody a[href^=/qualities/]"))
                    .extracting(Element::text)
                    .containsExactly("Action sociale", "Aide à la jeunesse");
            assertThat(page.page().select("section[aria-labelledby=dpd]").text())
                    .contains(world.localManager.displayName(), "8 heures par semaine");
        }

        @Test
        void a_user_sees_who_manages_it_without_numbers_of_people() {
            var page = browsers.signedIn(world.user).get(entity(world.cpas));

            assertThat(page.text()).contains(world.principalManager.displayName());
            assertThat(page.body())
                    .doesNotContain(world.principalManager.niss().formatted())
                    .doesNotContain(world.principalManager.niss().value());
            assertThat(page.page().select("#qualities ~ table a[href^=/qualities/]"))
                    .extracting(Element::text)
                    .containsExactly("Action sociale");
        }

        @Test
        void a_foreign_entity_an_unknown_number_and_nonsense_do_not_exist() {
            var foreign = worlds.cpas();
            var reader = browsers.signedIn(world.principalManager);

            assertThat(reader.get(entity(foreign.cpas)).status()).isEqualTo(404);
            assertThat(reader.get("/entities/0888888888").status()).isEqualTo(404);
            assertThat(reader.get("/entities/nonsense").status()).isEqualTo(404);
        }

        @Test
        void the_desks_see_every_entity() {
            for (Person official : List.of(world.reviewer, world.approver, support())) {
                assertThat(browsers.signedIn(official).get(entity(world.cpas)).status())
                        .isEqualTo(200);
            }
        }

        @Test
        void without_officer_it_says_so_and_offers_filers_to_designate_one() {
            endMandate();

            for (Person filer : List.of(world.head, world.principalManager, world.coPrincipalManager)) {
                var page = browsers.signedIn(filer).get(entity(world.cpas)).page();
                assertThat(page.select("#without-dpd").text())
                        .contains("sans DPD", "Rien n’est désactivé automatiquement");
                assertThat(page.select("a[href=/dpd/applications/new]").text()).isEqualTo("Désigner un DPD");
                assertThat(page.select("#mandates ~ table").text())
                        .contains(world.localManager.displayName(), "Terminé", "Démission");
            }
        }

        @Test
        void others_see_that_the_officer_is_missing_but_cannot_designate_one() {
            endMandate();

            for (Person other : List.of(world.localManager, world.user, world.reviewer)) {
                var page = browsers.signedIn(other).get(entity(world.cpas)).page();
                assertThat(page.select("#without-dpd").text()).contains("sans DPD");
                assertThat(page.select("a[href=/dpd/applications/new]")).isEmpty();
            }
        }

        private void endMandate() {
            jdbc.sql(
                            "update dpd_mandate set valid_until = now(), end_reason = 'RESIGNATION' where organisation_id = :cpas")
                    .param("cpas", world.cpas.id().value())
                    .update();
        }
    }

    @Nested
    class QualityPage {

        @Test
        void the_local_manager_sees_the_users_with_their_rights_and_numbers() {
            var page = browsers.signedIn(world.localManager)
                    .get(quality(world.socialAction))
                    .page();

            assertThat(page.select("#users tbody tr").text())
                    .contains(
                            world.user.displayName(),
                            world.user.niss().formatted(),
                            "PRIMA-WEB – Agent social",
                            "depuis le 01/01/2020");
            assertThat(page.select("#managers ~ table tbody").text())
                    .contains(world.localManager.displayName(), "Gestionnaire Local");
        }

        @Test
        void the_head_of_daily_management_sees_the_users_without_numbers() {
            var page = browsers.signedIn(world.head).get(quality(world.socialAction));

            assertThat(page.page().select("#users tbody").text()).contains(world.user.displayName());
            assertThat(page.body()).doesNotContain(world.user.niss().formatted());
        }

        @Test
        void a_user_sees_who_manages_it_and_no_other_user() {
            var page = browsers.signedIn(world.user).get(quality(world.socialAction));

            assertThat(page.text()).contains(world.localManager.displayName());
            assertThat(page.page().select("#users")).isEmpty();
            assertThat(page.body()).doesNotContain(world.localManager.niss().formatted());
        }

        @Test
        void a_user_does_not_see_the_other_qualities_of_the_entity() {
            assertThat(browsers.signedIn(world.user).get(quality(youthCare)).status())
                    .isEqualTo(404);
        }

        @Test
        void a_local_manager_does_not_see_the_users_of_another_quality() {
            var other = world.person("Odile");
            world.give(other, ResponsibilityKind.LOCAL_MANAGER, youthCare.id());

            var page = browsers.signedIn(other).get(quality(world.socialAction));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("#users")).isEmpty();
            assertThat(page.body()).doesNotContain(world.localManager.niss().formatted());
        }

        @Test
        void a_blocked_local_manager_sees_nothing() {
            var blocked = world.person("Blaise");
            world.give(blocked, ResponsibilityKind.CO_LOCAL_MANAGER, world.socialAction.id());
            worlds.people().block(blocked);

            assertThat(browsers.signedIn(blocked)
                            .get(quality(world.socialAction))
                            .status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(world.principalManager)
                            .get(quality(world.socialAction))
                            .page()
                            .select("#managers ~ table tbody tr")
                            .text())
                    .contains("Bloqué");
        }

        @Test
        void a_foreign_quality_does_not_exist() {
            var foreign = worlds.cpas();

            assertThat(browsers.signedIn(world.principalManager)
                            .get(quality(foreign.socialAction))
                            .status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(world.principalManager)
                            .get("/qualities/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void a_manager_of_a_subdivision_sees_its_users_only() {
            UUID subdivision = UUID.randomUUID();
            jdbc.sql("insert into subdivision (id, quality_id, name) values (:id, :quality, 'Antenne Nord')")
                    .param("id", subdivision)
                    .param("quality", world.socialAction.id().value())
                    .update();
            var manager = world.person("Sabine");
            var inside = world.person("Ida");
            inSubdivision(manager, "SUBDIVISION_MANAGER", subdivision);
            inSubdivision(inside, "USER", subdivision);

            var page =
                    browsers.signedIn(manager).get(quality(world.socialAction)).page();

            assertThat(page.select("#users tbody tr")).hasSize(1);
            assertThat(page.select("#users tbody").text()).contains(inside.displayName());
            assertThat(page.text()).contains("Antenne Nord");
            assertThat(browsers.signedIn(manager).get(person(inside)).status()).isEqualTo(200);
            assertThat(browsers.signedIn(manager).get(person(world.user)).status())
                    .isEqualTo(404);
        }

        @Test
        void former_local_managers_stay_with_their_period_and_why() {
            var next = world.person("Nora");
            Responsibility held =
                    access.localManager(world.socialAction.id(), Instant.now()).orElseThrow();
            var ended = Instant.parse("2024-05-06T10:00:00Z");
            access.end(
                    held,
                    ended,
                    access.save(Basis.of(
                            null,
                            "local-manager-change",
                            world.principalManager.id(),
                            ended,
                            "dpd-is-local-manager",
                            "Départ à la pension")));

            var page = browsers.signedIn(world.principalManager)
                    .get(quality(world.socialAction))
                    .page();

            assertThat(page.select("#former ~ table").text())
                    .contains(
                            world.localManager.displayName(),
                            "du 01/01/2020 au 06/05/2024",
                            "Changement de Gestionnaire Local",
                            "par " + world.principalManager.displayName(),
                            "Départ à la pension",
                            "art. 6");
            assertThat(page.text()).contains("n’a pas de Gestionnaire Local").doesNotContain(next.displayName());
            assertThat(browsers.signedIn(world.user)
                            .get(quality(world.socialAction))
                            .text())
                    .contains("du 01/01/2020 au 06/05/2024")
                    .doesNotContain("Départ à la pension");
        }

        @Test
        void a_renewal_is_shown_as_a_confirmation() {
            Responsibility held =
                    access.localManager(world.socialAction.id(), Instant.now()).orElseThrow();
            access.confirm(
                    held,
                    access.save(Basis.of(
                            null,
                            "dpd-designation",
                            world.approver.id(),
                            Instant.parse("2025-02-03T10:00:00Z"),
                            null,
                            null)));

            assertThat(browsers.signedIn(world.user)
                            .get(quality(world.socialAction))
                            .page()
                            .select("#managers ~ table")
                            .text())
                    .contains("Confirmé", "Désignation d’un DPD", "03/02/2025", world.approver.displayName());
        }

        @Test
        void many_users_come_page_by_page_with_a_constant_number_of_statements() {
            var reader = CpasWorld.as(world.principalManager);
            int withOne = StatementCount.of(() -> pages.quality(reader, world.socialAction.id(), UserFilter.ALL));
            manyUsers(119);
            int withMany = StatementCount.of(() -> pages.quality(reader, world.socialAction.id(), UserFilter.ALL));

            assertThat(withMany).isEqualTo(withOne).isPositive().isLessThanOrEqualTo(16);

            var seen = new ArrayList<String>();
            var browser = browsers.signedIn(world.principalManager);
            String next = quality(world.socialAction);
            Answer page = browser.get(next);
            while (true) {
                page.page().select("#users tbody tr th a").forEach(link -> seen.add(link.attr("href")));
                if (page.link("next") == null) {
                    break;
                }
                page = browser.get(page.link("next"));
            }
            assertThat(seen).hasSize(120).doesNotHaveDuplicates();
            var back = browser.get(page.link("prev"));
            assertThat(back.page().select("#users tbody tr th a"))
                    .extracting(link -> link.attr("href"))
                    .isEqualTo(seen.subList(50, 100));
        }

        @Test
        void users_are_found_by_the_beginning_of_their_names() {
            manyUsers(60);
            var wanted = world.person("Ævar");
            world.give(wanted, ResponsibilityKind.USER, world.socialAction.id());
            var browser = browsers.signedIn(world.principalManager);

            assertThat(browser.get(quality(world.socialAction) + "?q=aeva")
                            .page()
                            .select("#users tbody tr")
                            .text())
                    .contains(wanted.displayName());
            assertThat(browser.get(quality(world.socialAction) + "?q=nobody").text())
                    .contains("Aucun utilisateur ne correspond à « nobody »");
        }

        @Test
        void a_place_in_the_list_that_is_foreign_shows_nobody_foreign() {
            var foreign = worlds.cpas();

            var page = pages.quality(
                    CpasWorld.as(world.principalManager),
                    world.socialAction.id(),
                    UserFilter.ALL.from(new UserCursor(foreign.head.id(), true)));

            assertThat(page.users().users())
                    .allSatisfy(user -> assertThat(user.person().id()).isEqualTo(world.user.id()));
        }

        private void manyUsers(int number) {
            for (int i = 0; i < number; i++) {
                var user = world.person("Paul");
                world.give(user, ResponsibilityKind.USER, world.socialAction.id());
                world.giveRight(user, "SOCIAL_WORKER", world.socialAction.id());
            }
        }

        private void inSubdivision(Person person, String kind, UUID subdivision) {
            jdbc.sql("""
                            insert into responsibility (id, kind, organisation_id, quality_id, subdivision_id, person_id,
                                                        valid_from, basis_id)
                            select gen_random_uuid(), :kind, :organisation, :quality, :subdivision, :person,
                                   now() - interval '1 day', (select id from basis limit 1)""")
                    .param("kind", kind)
                    .param("organisation", world.cpas.id().value())
                    .param("quality", world.socialAction.id().value())
                    .param("subdivision", subdivision)
                    .param("person", person.id().value())
                    .update();
        }
    }

    @Nested
    class People {

        @Test
        void a_manager_sees_what_a_user_is_and_may_do_in_their_entity_only() {
            var foreign = worlds.cpas();
            foreign.give(world.user, ResponsibilityKind.USER, foreign.socialAction.id());

            var page = browsers.signedIn(world.principalManager).get(person(world.user));

            assertThat(page.text())
                    .contains(
                            world.user.niss().formatted(),
                            world.cpas.enterpriseNumber().formatted(),
                            "Utilisateur",
                            "Droit : PRIMA-WEB – Agent social")
                    .doesNotContain(foreign.cpas.enterpriseNumber().formatted());
        }

        @Test
        void people_who_are_nothing_in_ones_entities_do_not_exist() {
            var foreign = worlds.cpas();
            var reader = browsers.signedIn(world.principalManager);

            assertThat(reader.get(person(foreign.head)).status()).isEqualTo(404);
            assertThat(reader.get(person(world.candidate)).status()).isEqualTo(404);
            assertThat(reader.get("/people/" + UUID.randomUUID()).status()).isEqualTo(404);
        }

        @Test
        void whoever_works_there_has_a_page_before_they_are_anything() {
            var newcomer = world.person("Noémie");
            directory.relate(
                    newcomer.id(),
                    world.cpas.id(),
                    RelationshipCategory.PERMANENT,
                    Instant.now().minusSeconds(60),
                    "Nouvelle");

            for (var manager : List.of(world.principalManager, world.localManager)) {
                assertThat(browsers.signedIn(manager).get(person(newcomer)).text())
                        .contains("Collaborateur permanent", "Aucune responsabilité et aucun droit pour le moment.");
            }
            assertThat(browsers.signedIn(world.user).get(person(newcomer)).status())
                    .isEqualTo(404);
            var foreign = worlds.cpas();
            assertThat(browsers.signedIn(foreign.principalManager)
                            .get(person(newcomer))
                            .status())
                    .isEqualTo(404);
            var unsure = new Actor(world.localManager.id(), null, new SignInLevel(200));
            assertThatThrownBy(() -> pages.person(unsure, newcomer.id()))
                    .as("who has the password of a local manager")
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void what_ties_somebody_is_for_who_manages_there_and_a_desk_that_looks_is_written_down() {
            directory.relate(
                    world.localManager.id(),
                    world.cpas.id(),
                    RelationshipCategory.OFFICIAL,
                    Instant.now().minusSeconds(60),
                    "Locale");
            assertThat(browsers.signedIn(world.user)
                            .get(person(world.localManager))
                            .text())
                    .contains("Gestionnaire Local")
                    .doesNotContain("Fonctionnaire");

            var newcomer = world.person("Nathan");
            directory.relate(
                    newcomer.id(),
                    world.cpas.id(),
                    RelationshipCategory.PERMANENT,
                    Instant.now().minusSeconds(60),
                    "Nouveau");
            var support = world.supportAgent("Solange");
            assertThat(browsers.signedIn(support).get(person(newcomer)).text()).contains("Collaborateur permanent");
            assertThat(jdbc.sql("select count(*) from audit_event where operation = 'person.read' and subject_id = :id")
                            .param("id", newcomer.id().value().toString())
                            .query(Integer.class)
                            .single())
                    .isOne();
        }

        @Test
        void a_user_sees_their_managers_but_no_other_user() {
            var colleague = world.person("Colas");
            world.give(colleague, ResponsibilityKind.USER, world.socialAction.id());
            var reader = browsers.signedIn(world.user);

            var manager = reader.get(person(world.localManager));
            assertThat(manager.text()).contains("Gestionnaire Local");
            assertThat(manager.body()).doesNotContain(world.localManager.niss().formatted());
            assertThat(reader.get(person(colleague)).status()).isEqualTo(404);
        }

        @Test
        void a_head_of_daily_management_sees_a_user_without_the_number() {
            var page = browsers.signedIn(world.head).get(person(world.user));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain(world.user.niss().formatted());
        }

        @Test
        void the_number_is_for_those_who_manage_the_person_now() {
            var former = world.person("Fernand");
            world.give(former, ResponsibilityKind.USER, world.socialAction.id());
            var reader = browsers.signedIn(world.localManager);
            assertThat(reader.get(person(former)).body()).contains(former.niss().formatted());

            jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                    .param("person", former.id().value())
                    .update();

            var page = reader.get(person(former));
            assertThat(page.text()).contains("Terminé");
            assertThat(page.body()).doesNotContain(former.niss().formatted());
        }

        @Test
        void the_rights_of_a_blocked_user_are_blocked_with_them() {
            var colleague = world.person("Colas");
            world.give(colleague, ResponsibilityKind.USER, world.socialAction.id());
            world.giveRight(colleague, "SOCIAL_WORKER", world.socialAction.id());
            worlds.people().block(world.user);

            for (Answer page : List.of(
                    browsers.signedIn(world.principalManager).get(person(world.user)),
                    browsers.signedIn(world.user).get("/me"))) {
                assertThat(page.page().select("main table .app-tag").eachText()).containsExactly("Bloqué", "Bloqué");
            }
            assertThat(browsers.signedIn(world.principalManager)
                            .get(person(colleague))
                            .page()
                            .select("main table .app-tag")
                            .eachText())
                    .containsExactly("En cours", "En cours");
        }

        @Test
        void the_desks_see_everybody_by_name() {
            for (Person official : List.of(world.reviewer, world.approver, support())) {
                var page = browsers.signedIn(official).get(person(world.user));
                assertThat(page.text()).contains(world.user.displayName(), "Utilisateur");
                assertThat(page.body()).doesNotContain(world.user.niss().formatted());
            }
        }

        @Test
        void everybody_sees_their_own_access_and_chooses_their_language() {
            var browser = browsers.signedIn(world.user);

            var mine = browser.get("/me");
            assertThat(mine.page().select("main").text())
                    .contains("Mes accès", "Utilisateur", "Droit : PRIMA-WEB – Agent social", "Français (choisie)");

            assertThat(mine.page().select("main form button[name=lang]").eachAttr("value"))
                    .containsExactly("nl", "fr", "de", "en");
            browser.post("/me/language", Map.of("lang", "nl", "page", "/me"));
            assertThat(browser.get("/me").page().select("main").text())
                    .contains("Mijn toegangen", "Nederlands (gekozen)");
            assertThat(directory.person(world.user.id()).language()).isEqualTo(Language.NL);
        }

        @Test
        void a_person_page_takes_a_constant_number_of_statements() {
            var reader = CpasWorld.as(world.principalManager);
            int few = StatementCount.of(() -> pages.person(reader, world.user.id()));
            world.giveRight(world.user, "UNIQUE_REPORT_STAFF", world.socialAction.id());
            world.giveRight(world.user, "PRIMA_WEB_CONFIGURATION", world.socialAction.id());

            assertThat(StatementCount.of(() -> pages.person(reader, world.user.id())))
                    .isEqualTo(few)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_speaks_every_language_and_no_address_tells_a_number_of_a_person(Language language) {
        var browser = browsers.signedIn(world.principalManager);
        for (String path : List.of(
                "/entities",
                "/entities?q=zzzz",
                entity(world.cpas),
                quality(world.socialAction),
                person(world.user),
                "/me")) {
            var answer = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language.code());

            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.page().selectFirst("html").attr("lang")).isEqualTo(language.code());
            assertThat(answer.text()).as(path).doesNotContain("??");
            assertThat(answer.page().select("[href], [action]")).as(path).noneMatch(link -> (link.attr("href")
                            + link.attr("action"))
                    .matches(".*(?<![0-9a-f-])\\d{11}(?!\\d).*"));
        }
    }

    @Test
    void pages_of_entities_take_a_constant_number_of_statements() {
        var reader = CpasWorld.as(world.principalManager);
        int withTwo = StatementCount.of(() -> pages.entity(reader, world.cpas.enterpriseNumber()));
        quality(world.cpas, QualityKind.HEALTH_CARE);
        quality(world.cpas, QualityKind.PUBLIC_PROCUREMENT);

        assertThat(StatementCount.of(() -> pages.entity(reader, world.cpas.enterpriseNumber())))
                .isEqualTo(withTwo)
                .isPositive();
    }

    private Browser desk() {
        return browsers.signedIn(world.reviewer);
    }

    private Person support() {
        return world.supportAgent("Suzanne");
    }

    private Organisation named(String fr, String nl, String de) {
        var organisation = worlds.people().enterprise(fr);
        jdbc.sql("update organisation set name_nl = :nl, name_de = :de where id = :id")
                .param("nl", nl)
                .param("de", de)
                .param("id", organisation.id().value())
                .update();
        return organisation;
    }

    private Quality quality(Organisation organisation, QualityKind kind) {
        var id = new QualityId(UUID.randomUUID());
        jdbc.sql("""
                        insert into quality (id, organisation_id, kind, identifier, activated_at)
                        values (:id, :organisation, :kind, :number, now())""")
                .param("id", id.value())
                .param("organisation", organisation.id().value())
                .param("kind", kind.name())
                .param("number", organisation.enterpriseNumber().value())
                .update();
        return access.findQuality(id).orElseThrow();
    }

    private static String unique() {
        return "U" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), 36);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String entity(Organisation organisation) {
        return "/entities/" + organisation.enterpriseNumber().value();
    }

    private static String quality(Quality quality) {
        return "/qualities/" + quality.id().value();
    }

    private static String person(Person person) {
        return "/people/" + person.id();
    }

    private static List<Element> rows(Answer answer) {
        return answer.page().select("#found tbody tr");
    }
}
