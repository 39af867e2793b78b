package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.SubdivisionId;
import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.identifier.Niss;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which managers run the access of their entity. <i>Source: A2, A5, A6.</i> */
class ManagerPagesIT extends WholeApplication {

    private static final String NSSO = "1879957-96";

    @Autowired
    Clock clock;

    CpasWorld world;
    String entity;
    String quality;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        entity = "/entities/" + world.cpas.enterpriseNumber().value();
        quality = "/qualities/" + world.socialAction.id().value();
    }

    @Nested
    class WhoMay {

        /** Own managers get the page, others of the entity hear that it is not theirs, strangers that there is none. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ENTITY/details",
                    "ENTITY/qualities/new",
                    "ENTITY/co-managers",
                    "ENTITY/co-managers/new",
                    "QUALITY/local-manager/new",
                    "QUALITY/co-managers/new",
                    "QUALITY/technical-user/new",
                    "QUALITY/email",
                    "QUALITY/subdivisions",
                    "SUBDIVISION/rename",
                    "SUBDIVISION/manager/new",
                    "SUBDIVISION/co-managers/new",
                    "RESPONSIBILITY/block",
                    "RESPONSIBILITY/remove"
                })
        void a_page_is_for_the_managers_only_and_nothing_to_strangers(String pattern) {
            var stranger = worlds.cpas();
            String path = path(pattern);

            assertThat(open(world.principalManager, path).status()).isEqualTo(200);
            assertThat(open(world.coPrincipalManager, path).status()).isEqualTo(200);
            assertThat(open(world.head, path).status()).isEqualTo(403);
            assertThat(open(world.user, path).status()).isEqualTo(403);
            assertThat(open(stranger.principalManager, path).status()).isEqualTo(404);
            assertThat(browsers.fresh().get(path).location())
                    .hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
        }

        @ParameterizedTest
        @CsvSource({
            "QUALITY/local-manager/new, 403, 403",
            "QUALITY/co-managers/new, 200, 403",
            "QUALITY/technical-user/new, 200, 200",
            "QUALITY/email, 200, 200",
            "QUALITY/subdivisions, 200, 200",
            "ENTITY/details, 403, 403"
        })
        void in_a_quality_co_managers_do_less_than_the_local_manager(String pattern, int local, int coLocal) {
            world.give(world.candidate, ResponsibilityKind.CO_LOCAL_MANAGER, world.socialAction.id());

            assertThat(open(world.localManager, path(pattern)).status()).isEqualTo(local);
            assertThat(open(world.candidate, path(pattern)).status()).isEqualTo(coLocal);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/entities/0999999999/details",
                    "/entities/abc/co-managers/new",
                    "/qualities/abc/local-manager/new",
                    "/subdivisions/abc/manager/new",
                    "/responsibilities/abc/remove",
                    "/responsibilities/00000000-0000-0000-0000-000000000001/remove",
                    "/subdivisions/00000000-0000-0000-0000-000000000001/rename"
                })
        void an_address_that_was_made_up_leads_nowhere(String path) {
            assertThat(open(world.principalManager, path).status()).isEqualTo(404);
        }

        @Test
        void the_menu_offers_what_the_reader_may_do() {
            var own = open(world.principalManager, entity).page();
            assertThat(own.select("nav[aria-labelledby=entity-menu] a").eachText())
                    .containsExactly(
                            "Accueil – Liste des qualités",
                            "Consulter ou modifier le détail de l’entreprise",
                            "Co-Responsable des Accès",
                            "Gestionnaires d’Accès",
                            "Gérer les droits",
                            "Rechercher utilisateur(s)");
            assertThat(own.select("a[href=" + entity + "/qualities/new]")).hasSize(1);
            for (Person other : List.of(world.head, world.localManager, world.user)) {
                var page = open(other, entity).page();
                assertThat(page.select("nav[aria-labelledby=entity-menu]")).isEmpty();
                assertThat(page.select("a[href=" + entity + "/qualities/new]")).isEmpty();
                assertThat(page.select("#hindrance")).isEmpty();
            }
        }

        @Test
        void who_works_for_another_entity_is_told_and_shown_the_way() {
            var other = worlds.cpas();
            other.give(world.principalManager, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);
            var browser = browsers.signedIn(world.principalManager);
            browser.get("/capacity");
            browser.post(
                    "/capacity",
                    Map.of("organisation", other.cpas.id().value().toString(), "kind", "CO_PRINCIPAL_ACCESS_MANAGER"));

            var page = browser.get(entity).page();

            assertThat(page.select("#hindrance a[href=/capacity]")).hasSize(1);
            assertThat(page.select("nav[aria-labelledby=entity-menu]")).isEmpty();
            assertThat(browser.get(entity + "/details").status()).isEqualTo(403);
        }
    }

    @Nested
    class TheEntity {

        @Test
        void its_address_for_mail_is_changed_and_the_page_says_so() {
            var browser = browsers.signedIn(world.principalManager);
            var page = browser.get(entity + "/details").page();
            assertThat(page.select("input[name=letterLanguage]"))
                    .as("one language only")
                    .isEmpty();

            var done = browser.post(entity + "/details", Map.of("email", "direction@test.example"));

            assertThat(done.location()).contains(entity);
            assertThat(browser.follow(done)
                            .page()
                            .select(".govuk-notification-banner")
                            .text())
                    .contains("enregistrées");
            assertThat(directory.organisation(world.cpas.id()).email()).isEqualTo("direction@test.example");
        }

        /** D113 */
        @Test
        void its_telephone_and_whom_to_ask_for_are_said_and_taken_away_again() {
            var browser = browsers.signedIn(world.principalManager);
            browser.get(entity + "/details");
            Map<String, String> said =
                    Map.of("email", "direction@test.example", "phone", "081 00 00 00", "contactPerson", " Accueil ");

            browser.post(entity + "/details", said);
            browser.post(entity + "/details", said);

            assertThat(jdbc.sql("select count(*) from audit_event where operation = 'management.entity-changed'"
                                    + " and subject_id = :id")
                            .param("id", world.cpas.id().toString())
                            .query(Integer.class)
                            .single())
                    .as("twice the same click")
                    .isOne();
            assertThat(browser.get(entity).page().select("dl").text()).contains("081 00 00 00", "Accueil");
            assertThat(open(world.user, entity).page().select("dl").text()).contains("Accueil");
            assertThat(open(worlds.cpas().principalManager, entity).status()).isEqualTo(404);
            assertThat(browser.get(entity + "/details")
                            .page()
                            .selectFirst("#contactPerson")
                            .val())
                    .isEqualTo("Accueil");

            var wrong = browser.post(
                    entity + "/details",
                    Map.of("email", "direction@test.example", "phone", "081", "contactPerson", "Élise"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(error(wrong, "phone")).isNotEmpty();
            assertThat(wrong.page().selectFirst("#contactPerson").val()).isEqualTo("Élise");
            assertThat(directory.organisation(world.cpas.id()).phone()).isEqualTo("081 00 00 00");

            for (String person : List.of("É".repeat(101), "Éli\u0007se")) {
                var refused = browser.post(
                        entity + "/details",
                        Map.of("email", "direction@test.example", "phone", "02 123 45 67", "contactPerson", person));
                assertThat(refused.status()).isEqualTo(422);
                assertThat(error(refused, "contactPerson")).isNotEmpty();
                assertThat(refused.page().selectFirst("#contactPerson").val()).isEqualTo(person.replace("\u0007", ""));
                assertThat(refused.page().selectFirst("#phone").val()).isEqualTo("02 123 45 67");
            }
            assertThat(directory.organisation(world.cpas.id()).contactPerson()).isEqualTo("Accueil");

            browser.post(entity + "/details", Map.of("email", "direction@test.example"));
            assertThat(directory.organisation(world.cpas.id()).phone()).isNull();
            assertThat(directory.organisation(world.cpas.id()).contactPerson()).isNull();
        }

        /** D113 */
        @Test
        void what_the_register_says_is_changed_there_and_the_page_leads_to_it() {
            var page = open(world.principalManager, entity + "/details").page();

            assertThat(page.select("section[aria-labelledby=register] a[rel=external][href*=my-enterprise]"))
                    .hasSize(1);
            assertThat(page.select("form[action$=/details] input[type=text], form[action$=/details] input[type=email],"
                                    + " form[action$=/details] input[type=tel]")
                            .eachAttr("name"))
                    .containsExactly("email", "phone", "contactPerson");
        }

        @Test
        void the_language_of_letters_is_chosen_where_the_region_has_several() {
            jdbc.sql("update municipality set languages = '{fr,nl}' where nis_code = :nis")
                    .param("nis", world.cpas.nisCode())
                    .update();
            var browser = browsers.signedIn(world.principalManager);
            assertThat(browser.get(entity + "/details")
                            .page()
                            .select("input[name=letterLanguage]")
                            .eachAttr("value"))
                    .containsExactly("fr", "nl");

            var refused = browser.post(
                    entity + "/details", Map.of("email", "direction@test.example", "letterLanguage", "de"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(error(refused, "letterLanguage")).contains("langue de la région");

            browser.post(entity + "/details", Map.of("email", "direction@test.example", "letterLanguage", "nl"));
            assertThat(directory.organisation(world.cpas.id()).letterLanguage().code())
                    .isEqualTo("nl");
        }

        @Test
        void an_address_that_cannot_be_one_is_refused_at_the_field_and_kept() {
            var browser = browsers.signedIn(world.principalManager);
            browser.get(entity + "/details");

            var again = browser.post(entity + "/details", Map.of("email", "pas une adresse"));

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "email")).isNotEmpty();
            assertThat(again.page().selectFirst("#email").val()).isEqualTo("pas une adresse");
            assertThat(again.page().title()).startsWith("Erreur");
            assertThat(again.page().select(".app-language a"))
                    .as("a link would begin anew, without what was typed (D121)")
                    .isEmpty();
            assertThat(again.page().select(".app-language").text())
                    .startsWith("Français – la langue ne change pas sur cette page");
            assertThat(browser.get(entity + "/details").page().select(".app-language a"))
                    .hasSize(4);
        }
    }

    @Nested
    class ActivatingAQuality {

        @Test
        void only_kinds_that_are_not_active_are_offered_each_with_its_number() {
            var page = open(world.principalManager, entity + "/qualities/new").page();

            assertThat(page.select("input[name=kind]").eachAttr("value"))
                    .hasSize(QualityKind.values().length - 1)
                    .doesNotContain("SOCIAL_ACTION");
            assertThat(page.select(".govuk-radios__label").eachText())
                    .contains(
                            "Aide à la jeunesse – Numéro d’entreprise "
                                    + world.cpas.enterpriseNumber().formatted(),
                            "Employeur PPL – Numéro ORPSS à indiquer");
        }

        @Test
        void a_quality_with_the_enterprise_number_takes_that_of_the_entity() {
            var browser = browsers.signedIn(world.principalManager);
            browser.get(entity + "/qualities/new");

            var done = browser.post(
                    entity + "/qualities/new", Map.of("kind", "YOUTH_CARE", "email", "jeunesse@test.example"));

            var youthCare =
                    access.findQuality(world.cpas.id(), QualityKind.YOUTH_CARE).orElseThrow();
            assertThat(done.location()).contains("/qualities/" + youthCare.id().value());
            assertThat(youthCare.identifier())
                    .isEqualTo(world.cpas.enterpriseNumber().value());
            assertThat(browser.follow(done).text()).contains("La qualité Aide à la jeunesse est active");
        }

        @Test
        void an_onss_number_in_a_ppl_quality_is_refused_at_its_field_with_all_that_was_typed() {
            var browser = browsers.signedIn(world.principalManager);
            browser.get(entity + "/qualities/new");

            var again = browser.post(
                    entity + "/qualities/new",
                    Map.of("kind", "PPL_EMPLOYER", "pplNumber", NSSO, "email", "ppl@test.example"));

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "pplNumber")).contains("numéro ORPSS");
            var page = again.page();
            assertThat(page.selectFirst("#pplNumber").val()).isEqualTo(NSSO);
            assertThat(page.selectFirst("#email").val()).isEqualTo("ppl@test.example");
            assertThat(page.select("input[name=kind][checked]").eachAttr("value"))
                    .containsExactly("PPL_EMPLOYER");
            assertThat(page.select(".govuk-error-summary a[href=#pplNumber]")).hasSize(1);
            assertThat(access.findQuality(world.cpas.id(), QualityKind.PPL_EMPLOYER))
                    .isEmpty();
        }

        @Test
        void without_a_choice_the_page_comes_back() {
            var browser = browsers.signedIn(world.principalManager);
            browser.get(entity + "/qualities/new");

            var again = browser.post(entity + "/qualities/new", Map.of("email", "x@test.example"));

            assertThat(again.status()).isEqualTo(422);
            assertThat(again.page().select(".govuk-error-summary a[href=#kind]"))
                    .hasSize(1);
            assertThat(again.page().select("input#kind")).hasSize(1);
        }
    }

    @Nested
    class TheNumber {

        @ParameterizedTest
        @CsvSource({"123, n’est pas", "'', NISS"})
        void what_is_no_number_is_refused_and_kept(String typed, String says) {
            var again = look(browsers.signedIn(world.principalManager), entity + "/co-managers/new", typed);

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "niss")).contains(says);
            assertThat(again.page().selectFirst("#niss").val()).isEqualTo(typed);
        }

        @Test
        void a_number_that_nobody_has_or_had_is_refused() {
            String unknown = freshNiss();
            String former = freshNiss();
            String cancelled = freshNiss();
            withdrawn(former, freshNiss());
            withdrawn(cancelled, null);
            var browser = browsers.signedIn(world.principalManager);

            assertThat(error(look(browser, entity + "/co-managers/new", unknown), "niss"))
                    .contains("n’est connu ni");
            assertThat(error(look(browser, entity + "/co-managers/new", former), "niss"))
                    .contains("a été remplacé");
            assertThat(error(look(browser, entity + "/co-managers/new", cancelled), "niss"))
                    .contains("a été annulé");
        }

        @Test
        void nobody_designates_themselves() {
            var again = look(
                    browsers.signedIn(world.coPrincipalManager),
                    quality + "/co-managers/new",
                    world.coPrincipalManager.niss().value());

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "niss")).contains("vous-même");
        }

        @Test
        void who_has_the_post_already_is_named_as_such() {
            var again = look(
                    browsers.signedIn(world.principalManager),
                    entity + "/co-managers/new",
                    world.coPrincipalManager.niss().value());

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "niss")).contains("déjà co-RAE");
        }

        @Test
        void it_is_in_no_address_and_checked_again_at_the_end() {
            var browser = browsers.signedIn(world.principalManager);
            var second = look(browser, entity + "/co-managers/new", niss(world.candidate));
            assertThat(second.status()).isEqualTo(200);
            assertThat(Stream.concat(
                            second.page().select("a").eachAttr("href").stream(),
                            second.page().select("form").eachAttr("action").stream()))
                    .hasSizeGreaterThan(5)
                    .noneMatch(address -> address.contains(niss(world.candidate)));

            var forged = new LinkedHashMap<>(relationship());
            forged.put("niss", "85073003329");
            forged.put("_action", "confirm");
            var again = browser.post(entity + "/co-managers/new", forged);

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "niss")).isNotEmpty();
        }
    }

    @Nested
    class Designating {

        @Test
        void who_is_not_tied_to_the_entity_is_tied_by_what_the_manager_declares() {
            var browser = browsers.signedIn(world.principalManager);
            var page = look(browser, entity + "/co-managers/new", niss(world.candidate))
                    .page();
            assertThat(page.text()).contains(world.candidate.displayName(), "Lien de travail");
            assertThat(holds(world.candidate, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null))
                    .isFalse();

            var done = confirm(browser, entity + "/co-managers/new", world.candidate, relationship());

            assertThat(done.location()).contains(entity + "/co-managers");
            assertThat(browser.follow(done).text())
                    .contains(world.candidate.displayName() + " est maintenant Co-Responsable");
            assertThat(holds(world.candidate, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null))
                    .isTrue();
            assertThat(directory.hasWorkingRelationship(world.candidate.id(), world.cpas.id(), clock.instant()))
                    .isTrue();
        }

        @Test
        void a_tie_that_is_missing_is_asked_for_with_all_that_was_typed() {
            var browser = browsers.signedIn(world.principalManager);
            look(browser, entity + "/co-managers/new", niss(world.candidate));

            var again = confirm(
                    browser,
                    entity + "/co-managers/new",
                    world.candidate,
                    Map.of(
                            "category", "",
                            "email", "mauvaise",
                            "phone", "081 12 34 56",
                            "relationshipLastDay-day", "31",
                            "relationshipLastDay-month", "2",
                            "relationshipLastDay-year", "2030",
                            "reason", "Remplace pendant le congé"));

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "category")).isNotEmpty();
            assertThat(error(again, "email")).isNotEmpty();
            assertThat(error(again, "relationshipLastDay")).isNotEmpty();
            var page = again.page();
            assertThat(page.selectFirst("#phone").val()).isEqualTo("081 12 34 56");
            assertThat(page.selectFirst("#relationshipLastDay-day").val()).isEqualTo("31");
            assertThat(page.selectFirst("#reason").text()).isEqualTo("Remplace pendant le congé");
            assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                    .containsExactly("#category", "#email", "#relationshipLastDay-day");
        }

        @Test
        void a_tie_left_out_altogether_is_asked_for() {
            var browser = browsers.signedIn(world.principalManager);
            look(browser, entity + "/co-managers/new", niss(world.candidate));

            var again = confirm(browser, entity + "/co-managers/new", world.candidate, Map.of());

            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "category")).contains("Aucun lien de travail");
        }

        @Test
        void correcting_keeps_what_was_typed() {
            var browser = browsers.signedIn(world.principalManager);
            look(browser, entity + "/co-managers/new", niss(world.candidate));
            var typed = new LinkedHashMap<>(relationship());
            typed.put("niss", niss(world.candidate));
            typed.put("reason", "Congé");
            typed.put("_action", "correct");

            var first = browser.post(entity + "/co-managers/new", typed);

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.page().selectFirst("#niss").val()).isEqualTo(niss(world.candidate));
            assertThat(first.page().select(".govuk-error-summary")).isEmpty();
            var again = look(browser, entity + "/co-managers/new", first.page());
            assertThat(again.page().selectFirst("#email").val()).isEqualTo("delphine@test.example");
            assertThat(again.page().select("#category option[selected]").val()).isEqualTo("PERMANENT");
            assertThat(again.page().selectFirst("#relationshipLastDay-year").val())
                    .isEqualTo("2090");
            assertThat(again.page().selectFirst("#reason").text()).isEqualTo("Congé");
        }

        @Test
        void what_is_in_the_way_is_named_and_must_be_confirmed() {
            related(world.user);
            world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
            var browser = browsers.signedIn(world.localManager);
            var page = look(browser, quality + "/co-managers/new", niss(world.user))
                    .page();
            assertThat(page.selectFirst("section[aria-labelledby=removal]").text())
                    .contains("Utilisateur", "Droit : PRIMA-WEB – Agent social");
            assertThat(page.select("#category"))
                    .as("the directory knows the tie")
                    .isEmpty();

            var again = confirm(browser, quality + "/co-managers/new", world.user, Map.of("reason", "Renfort"));
            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "confirmRemoval")).contains("Confirmez");
            assertThat(again.page().selectFirst("#reason").text()).isEqualTo("Renfort");
            assertThat(holds(world.user, ResponsibilityKind.USER, world.socialAction.id()))
                    .isTrue();

            var done = confirm(browser, quality + "/co-managers/new", world.user, Map.of("confirmRemoval", "true"));
            assertThat(done.location()).contains(quality);
            assertThat(holds(world.user, ResponsibilityKind.USER, world.socialAction.id()))
                    .isFalse();
            assertThat(holds(world.user, ResponsibilityKind.CO_LOCAL_MANAGER, world.socialAction.id()))
                    .isTrue();
        }

        @Test
        void a_second_click_leads_where_the_first_one_did_and_somebody_else_hears_who_was_faster() {
            related(world.candidate);
            var late = browsers.signedIn(world.coPrincipalManager);
            look(late, quality + "/co-managers/new", niss(world.candidate));
            var browser = browsers.signedIn(world.principalManager);
            look(browser, quality + "/co-managers/new", niss(world.candidate));

            for (int click = 0; click < 2; click++) {
                assertThat(confirm(browser, quality + "/co-managers/new", world.candidate, Map.of())
                                .location())
                        .contains(quality);
            }
            var second = confirm(late, quality + "/co-managers/new", world.candidate, Map.of());

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text()).contains(world.principalManager.displayName());
        }

        @Test
        void a_technical_user_takes_the_place_of_the_former_one() {
            world.give(world.user, ResponsibilityKind.TECHNICAL_USER, world.socialAction.id());
            related(world.candidate);
            var browser = browsers.signedIn(world.localManager);

            var page = look(browser, quality + "/technical-user/new", niss(world.candidate))
                    .page();
            assertThat(page.select(".govuk-summary-list").text()).contains("Remplace " + world.user.displayName());
            confirm(browser, quality + "/technical-user/new", world.candidate, Map.of());

            assertThat(holds(world.candidate, ResponsibilityKind.TECHNICAL_USER, world.socialAction.id()))
                    .isTrue();
            assertThat(holds(world.user, ResponsibilityKind.TECHNICAL_USER, world.socialAction.id()))
                    .isFalse();
        }

        @Test
        void nobody_is_replaced_whom_the_manager_did_not_see_in_the_post() {
            related(world.candidate);
            related(world.user);
            Person other = world.person("Odile");
            related(other);
            String path = quality + "/technical-user/new";
            var first = browsers.signedIn(world.localManager);
            String seen = version(look(first, path, niss(world.candidate)));
            var late = browsers.signedIn(world.principalManager);
            String seenLate = version(look(late, path, niss(other)));
            confirm(first, path, world.candidate, Map.of("_version", seen));

            var overtaken = confirm(late, path, other, Map.of("_version", seenLate));
            assertThat(overtaken.status()).isEqualTo(409);
            assertThat(overtaken.text()).contains(world.localManager.displayName());
            var leftOpen = confirm(first, path, other, Map.of("_version", seen));
            assertThat(leftOpen.status())
                    .as("a page left open by the same manager")
                    .isEqualTo(409);
            var secondClick = confirm(first, path, world.candidate, Map.of("_version", seen));
            assertThat(secondClick.location()).contains(quality);
            assertThat(holds(world.candidate, ResponsibilityKind.TECHNICAL_USER, world.socialAction.id()))
                    .isTrue();
        }

        private String version(Answer answer) {
            return answer.page().selectFirst("input[name=_version]").val();
        }

        @Test
        void a_form_without_its_token_is_refused() {
            var browser = browsers.signedIn(world.principalManager);

            assertThat(browser.postWithoutToken(entity + "/co-managers/new", Map.of("niss", niss(world.candidate)))
                            .status())
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nl", "de", "en"})
        void every_page_speaks_every_language(String language) {
            var browser = browsers.signedIn(world.principalManager);
            for (String pattern : List.of(
                    "ENTITY",
                    "ENTITY/details",
                    "ENTITY/qualities/new",
                    "ENTITY/co-managers",
                    "ENTITY/co-managers/new",
                    "QUALITY/local-manager/new",
                    "QUALITY/email",
                    "QUALITY/subdivisions",
                    "SUBDIVISION/rename",
                    "SUBDIVISION/manager/new",
                    "RESPONSIBILITY/block")) {
                var page = browser.get(path(pattern) + "?lang=" + language);
                assertThat(page.status()).as(pattern).isEqualTo(200);
                assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(language);
                assertThat(page.text()).as(pattern).doesNotContain("??", "Gestionnaire", "Subdivision d");
            }
        }
    }

    @Nested
    class TheOfficerAsLocalManager {

        @Test
        void who_is_officer_and_local_manager_stays_until_there_is_another_officer() {
            var page =
                    open(world.principalManager, quality + "/local-manager/new").page();

            assertThat(page.select("a[href=/help/why-dpd]")).hasSize(1);
            assertThat(page.text()).contains(world.localManager.displayName() + " est le DPD");
            assertThat(page.select("main input[name=niss]")).isEmpty();
            assertThat(page.select("main a[href=/dpd/applications/new]")).hasSize(1);
        }

        @Test
        void without_an_officer_an_application_is_offered() {
            endMandates();

            var page =
                    open(world.principalManager, quality + "/local-manager/new").page();

            assertThat(page.text()).contains("n’a pas de DPD en fonction");
            assertThat(page.select("main a[href=/dpd/applications/new]")).hasSize(1);
            assertThat(page.select("main input[name=niss]")).isEmpty();
        }

        @Test
        void a_change_that_waits_in_a_dossier_is_made_there() {
            DossierNumber number = acts.approved(world, world.answers());
            var browser = browsers.signedIn(world.principalManager);

            var page = browser.get(quality + "/local-manager/new").page();
            assertThat(page.select("main a[href=/cases/" + number + "/local-manager]"))
                    .hasSize(1);
            assertThat(page.select("main input[name=niss]")).isEmpty();

            var again = confirm(browser, quality + "/local-manager/new", world.candidate, Map.of());
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.text()).contains(number.value());
        }

        @Test
        void an_officer_who_is_not_yet_local_manager_is_designated_by_number() {
            UUID held = responsibility(world.localManager, ResponsibilityKind.LOCAL_MANAGER);
            var browser = browsers.signedIn(world.principalManager);
            browser.get("/responsibilities/" + held + "/remove");
            browser.post("/responsibilities/" + held + "/remove", Map.of());
            related(world.localManager);

            assertThat(browser.get(quality + "/local-manager/new").text())
                    .contains("Le DPD approuvé est " + world.localManager.displayName());
            assertThat(error(look(browser, quality + "/local-manager/new", niss(world.candidate)), "niss"))
                    .contains("doit être le DPD");
            look(browser, quality + "/local-manager/new", niss(world.localManager));
            confirm(browser, quality + "/local-manager/new", world.localManager, Map.of());

            assertThat(holds(world.localManager, ResponsibilityKind.LOCAL_MANAGER, world.socialAction.id()))
                    .isTrue();
        }
    }

    @Nested
    class BlockingAndDeleting {

        @ParameterizedTest
        @ValueSource(strings = {"block", "remove"})
        void the_page_says_who_what_where_and_what_comes_of_it(String change) {
            var page = open(world.principalManager, path("RESPONSIBILITY/" + change))
                    .page();

            assertThat(page.select("main").text())
                    .contains(
                            world.coPrincipalManager.displayName(),
                            "Co-Responsable des Accès Entité",
                            "CPAS de Testville",
                            "la gestion de l’entité");
        }

        @Test
        void who_is_blocked_is_unblocked_and_deleted() {
            String path = path("RESPONSIBILITY");
            var browser = browsers.signedIn(world.principalManager);
            browser.get(path + "/block");

            for (int click = 0; click < 2; click++) {
                var blocked = browser.post(path + "/block", Map.of("reason", "Absence longue"));
                assertThat(blocked.location()).contains(entity + "/co-managers");
                browser.follow(blocked);
            }
            var list = browser.get(entity + "/co-managers").page();
            assertThat(list.text()).contains("Bloqué");
            assertThat(list.select("a[href=" + path + "/unblock]")).hasSize(1);
            assertThat(list.select("a[href=" + path + "/block]")).isEmpty();
            assertThat(open(world.coPrincipalManager, entity + "/details").status())
                    .isEqualTo(404);

            browser.follow(browser.post(path + "/unblock", Map.of()));
            assertThat(open(world.coPrincipalManager, entity + "/details").status())
                    .isEqualTo(200);

            browser.get(path + "/remove");
            var removed = browser.post(path + "/remove", Map.of());
            assertThat(browser.follow(removed).text())
                    .contains("Responsabilité supprimée : " + world.coPrincipalManager.displayName());
            assertThat(holds(world.coPrincipalManager, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null))
                    .isFalse();
            assertThat(browser.follow(browser.get(path + "/remove")).text()).contains("plus rien à faire");
        }

        @Test
        void a_reason_that_is_too_long_is_refused_and_kept() {
            String path = path("RESPONSIBILITY/block");
            var browser = browsers.signedIn(world.principalManager);
            browser.get(path);
            String reason = "x".repeat(1_001);

            var again = browser.post(path, Map.of("reason", reason));

            assertThat(again.status()).isEqualTo(422);
            assertThat(again.page().selectFirst("#reason").text()).isEqualTo(reason);
        }

        @Test
        void the_principal_manager_stays_and_the_list_does_not_offer_otherwise() {
            UUID held = responsibility(world.principalManager, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER);
            var browser = browsers.signedIn(world.coPrincipalManager);
            assertThat(browser.get(entity + "/co-managers").page().select("a[href*=" + held + "]"))
                    .isEmpty();

            var again = browser.post("/responsibilities/" + held + "/remove", Map.of());

            assertThat(again.status()).isEqualTo(422);
            assertThat(again.page().select(".govuk-error-summary").text()).contains("ne peut être ni supprimé");
        }

        @Test
        void who_deletes_themselves_is_warned_and_led_home() {
            String path = path("RESPONSIBILITY/remove");
            var browser = browsers.signedIn(world.coPrincipalManager);
            assertThat(browser.get(path).text()).contains("Il s’agit de vous");

            assertThat(browser.post(path, Map.of()).location()).contains("/");
        }
    }

    @Nested
    class TheQuality {

        @Test
        void its_mailbox_is_changed() {
            var browser = browsers.signedIn(world.localManager);
            browser.get(quality + "/email");

            assertThat(browser.post(quality + "/email", Map.of("email", "rien")).status())
                    .isEqualTo(422);
            var done = browser.post(quality + "/email", Map.of("email", "nouvelle@test.example"));

            assertThat(done.location()).contains(quality);
            assertThat(access.findQuality(world.socialAction.id()).orElseThrow().email())
                    .isEqualTo("nouvelle@test.example");
        }

        @Test
        void an_empty_list_of_subdivisions_says_what_they_are_for_and_how_to_make_one() {
            var browser = browsers.signedIn(world.localManager);
            assertThat(browser.get(quality + "/subdivisions").text()).contains("Créez-en une ci-dessous");

            var made = browser.post(quality + "/subdivisions", Map.of("name", "Antenne"));
            assertThat(made.location()).contains(quality + "/subdivisions");
            assertThat(browser.follow(made).page().select("table").text()).contains("Antenne", "Personne");

            var again = browser.post(quality + "/subdivisions", Map.of("name", "antenne"));
            assertThat(again.status()).isEqualTo(422);
            assertThat(error(again, "name")).contains("porte déjà ce nom");
            assertThat(again.page().selectFirst("#name").val()).isEqualTo("antenne");
        }

        @Test
        void a_subdivision_is_renamed_and_gets_managers_who_are_blocked_and_deleted_on_its_page() {
            String subdivision = path("SUBDIVISION");
            related(world.candidate);
            var browser = browsers.signedIn(world.localManager);
            browser.get(subdivision + "/rename");
            assertThat(browser.post(subdivision + "/rename", Map.of("name", " "))
                            .status())
                    .isEqualTo(422);
            browser.post(subdivision + "/rename", Map.of("name", "Service jeunesse"));

            look(browser, subdivision + "/manager/new", niss(world.candidate));
            var named = confirm(browser, subdivision + "/manager/new", world.candidate, Map.of());

            assertThat(named.location()).contains(quality + "/subdivisions");
            var page = browser.follow(named).page();
            assertThat(page.select("table").text())
                    .contains("Service jeunesse", world.candidate.displayName(), "Changer de gestionnaire");
            String block = page.selectFirst("table a[href$=/block]").attr("href");
            browser.get(block);
            assertThat(browser.post(block, Map.of()).location()).contains(quality + "/subdivisions");
            assertThat(browser.get(quality + "/subdivisions")
                            .page()
                            .select("table")
                            .text())
                    .contains("Bloqué", "Débloquer");
        }
    }

    private String path(String pattern) {
        return pattern.replace("ENTITY", entity)
                .replace("SUBDIVISION", pattern.contains("SUBDIVISION") ? "/subdivisions/" + subdivision() : "")
                .replace(
                        "RESPONSIBILITY",
                        pattern.contains("RESPONSIBILITY")
                                ? "/responsibilities/"
                                        + responsibility(
                                                world.coPrincipalManager,
                                                ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER)
                                : "")
                .replace("QUALITY", quality);
    }

    private UUID subdivision() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into subdivision (id, quality_id, name) values (:id, :quality, :name)")
                .param("id", id)
                .param("quality", world.socialAction.id().value())
                .param("name", "Antenne " + id)
                .update();
        return new SubdivisionId(id).value();
    }

    private UUID responsibility(Person person, ResponsibilityKind kind) {
        QualityId where = kind == ResponsibilityKind.LOCAL_MANAGER ? world.socialAction.id() : null;
        return incumbents(kind, where)
                .filter(held -> held.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private boolean holds(Person person, ResponsibilityKind kind, QualityId where) {
        return incumbents(kind, where).anyMatch(held -> held.person().equals(person.id()));
    }

    private Stream<Responsibility> incumbents(ResponsibilityKind kind, QualityId where) {
        return access.incumbents(kind, world.cpas.id(), where, null, clock.instant()).stream();
    }

    private void related(Person person) {
        jdbc.sql("""
                        insert into working_relationship (id, organisation_id, person_id, category, email, phone, valid_from)
                        values (:id, :cpas, :person, 'PERMANENT', 'x@test.example', '081123456', now() - interval '1 year')""")
                .param("id", UUID.randomUUID())
                .param("cpas", world.cpas.id().value())
                .param("person", person.id().value())
                .update();
    }

    private void endMandates() {
        jdbc.sql("update dpd_mandate set valid_until = now(), end_reason = 'EXPIRY' where organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();
    }

    private void withdrawn(String niss, String replacedBy) {
        jdbc.sql("insert into withdrawn_niss (niss, replaced_by, since) values (:niss, :by, '2020-01-01')")
                .param("niss", niss)
                .param("by", replacedBy)
                .update();
    }

    private static String freshNiss() {
        var random = ThreadLocalRandom.current();
        return Niss.withCheckDigits(LocalDate.of(1930, 1, 1).plusDays(random.nextInt(9_000)), 1 + random.nextInt(900))
                .value();
    }

    private static String niss(Person person) {
        return person.niss().value();
    }

    private static Map<String, String> relationship() {
        return Map.of(
                "category", "PERMANENT",
                "email", "delphine@test.example",
                "phone", "081 12 34 56",
                "relationshipLastDay-day", "31",
                "relationshipLastDay-month", "12",
                "relationshipLastDay-year", "2090");
    }

    private static Answer look(Browser browser, String path, String niss) {
        browser.get(path);
        return browser.post(path, Map.of("niss", niss, "_action", "look"));
    }

    /** Sends the first page as it is shown, hidden fields included. */
    private static Answer look(Browser browser, String path, Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("main form input").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.put("_action", "look");
        return browser.post(path, fields);
    }

    private static Answer confirm(Browser browser, String path, Person person, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("niss", niss(person));
        all.put("_action", "confirm");
        return browser.post(path, all);
    }

    private static String error(Answer answer, String field) {
        Element error = answer.page().selectFirst("#" + field + "-error");
        return Objects.requireNonNull(error, () -> "no error at " + field + ": " + answer.text())
                .text();
    }

    private Answer open(Person reader, String path) {
        return browsers.signedIn(reader).get(path);
    }
}
