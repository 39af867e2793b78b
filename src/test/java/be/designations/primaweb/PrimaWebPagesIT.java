package be.designations.primaweb;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.identifier.EnterpriseNumber;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages and the API of PrimaWeb's profiles, without scripts. */
class PrimaWebPagesIT extends WholeApplication {

    @Autowired
    Profiles profiles;

    @Autowired
    ProfileUsers users;

    @Autowired
    OwnProfiles own;

    CpasWorld world;
    String path;
    Browser manager;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
        path = "/primaweb/" + world.cpas.enterpriseNumber().value();
        world.giveRight(world.user, PrimaWebRole.SOCIAL_WORKER_CODE, world.socialAction.id());
        manager = browsers.signedIn(world.localManager);
    }

    // ------------------------------------------------------------------------------------------- whoever opens it

    @Test
    void a_user_finds_prima_web_among_their_applications_enters_and_is_told_what_is_missing() {
        Browser user = browsers.signedIn(world.user);
        assertThat(user.get("/me").page().select("main a[href='" + path + "']")).hasSize(1);
        assertThat(user.get(path + "/home?role=SOCIAL_WORKER").location()).hasValue(path);

        user.get(path);
        Document home = user.follow(user.post(path + "/entry", Map.of("role", "SOCIAL_WORKER")))
                .page();

        assertThat(home.title()).startsWith("Page d’accueil");
        assertThat(home.select("h2").eachText())
                .containsSequence(
                        "Informations sur le C.P.A.S.",
                        "Accès",
                        "Admin-Logs",
                        "Gestion des dossiers",
                        "Gestion des documents (+ envoi vers eBox)",
                        "Notifications SPP IS",
                        "Mutations & Demandes CPAS Online",
                        "Collecte de statistiques");
        assertThat(home.selectFirst("main").text()).contains("Aucune fonction n’est encore disponible", "Gilles");
        assertThat(home.select("details.app-menu__dark")).hasSize(18);
        assertThat(home.select(".app-menu li a, .app-menu li summary").stream().map(Element::ownText))
                .containsExactly(
                        "Fiche signalétique du C.P.A.S.",
                        "Assistants sociaux du C.P.A.S.",
                        "Mes accès",
                        "Dossiers du C.P.A.S.",
                        "Nouveau dossier",
                        "Rechercher un dossier",
                        "Chercher les dossiers pour lesquels il reste des formulaires à envoyer",
                        "Lister les formulaires",
                        "Exportation des allocations de chauffage pour une période",
                        "Gérer les Rapports Sociaux Electroniques",
                        "Echéancier",
                        "Ajouter un document",
                        "Gérer les documents",
                        "Clignotants",
                        "Blocages des formulaires",
                        "Changements de statuts",
                        "Consulter les mutations",
                        "Consulter les demandes CPAS Online",
                        "Projets Individualisés d’Intégration Sociale");
        assertThat(home.text()).doesNotContain("Gérer les accès des utilisateurs");
        assertThat(manager.get(path + "/access").page().selectFirst("main").text())
                .contains(world.user.displayName(), "Pas de profil");
    }

    @Test
    void own_profiles_are_shown_with_civility_functions_and_on_paper() {
        Profile profile = profile("Agent", "FORMS_LIST");
        giveTo(world.user, profile);
        Browser user = browsers.signedIn(world.user);

        Document mine = user.get(path + "/my-access").page();
        assertThat(mine.selectFirst("h1").text()).contains("Profils et fonctions de Mme Ursule");
        assertThat(mine.select("details.app-disclosure summary").eachText()).containsExactly("Profil Agent");
        assertThat(mine.select(".app-tree--read li").eachText())
                .singleElement()
                .asString()
                .contains("☒", "Listing des formulaires DIS");
        var pdf = user.get(path + "/my-access.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(user.get(path + "/access").status()).isEqualTo(403);
    }

    @Test
    void whoever_has_nothing_there_finds_nothing() {
        Person stranger = worlds.cpas().localManager;
        Browser other = browsers.signedIn(stranger);

        assertThat(Stream.of(
                        "", "/home?role=SOCIAL_WORKER", "/my-access", "/access", "/profiles/new", "/my-access.pdf"))
                .allSatisfy(page ->
                        assertThat(other.get(path + page).status()).as(page).isEqualTo(404));
        assertThat(browsers.signedIn(world.principalManager).get(path).status()).isEqualTo(403);
        assertThat(other.get("/primaweb/nonsense").status()).isEqualTo(404);
    }

    // ------------------------------------------------------------------------------------------- profiles

    @ParameterizedTest
    @CsvSource({
        "fr, Création d’un profil, Sélectionner tout",
        "nl, Een profiel maken, Alles selecteren",
        "de, Erstellung eines Profils, Alles auswählen",
        "en, Creating a profile, Select all"
    })
    void the_page_of_a_new_profile_stands_in_each_language(String language, String title, String all) {
        Document page = manager.get(path + "/profiles/new?lang=" + language).page();

        assertThat(page.title()).startsWith(title);
        assertThat(page.select("button").eachText()).contains(all);
        assertThat(page.select("input[name=functions]")).hasSize(82).noneMatch(box -> box.hasAttr("checked"));
        assertThat(page.select("details[open]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WALLONIA, fr, Directeur général, Agent administratif, Travailleur social, Directeur financier",
        "WALLONIA, de, Generaldirektor, Verwaltungsmitarbeiter, Sozialarbeiter, Finanzdirektor",
        "FLANDERS, nl, Algemeen directeur, Administratief medewerker, Maatschappelijk werker, Financieel directeur",
        "BRUSSELS, fr, Secrétaire, Agent administratif, Travailleur social, Receveur",
        "BRUSSELS, nl, Secretaris, Administratief medewerker, Maatschappelijk werker, Ontvanger"
    })
    void predefined_profiles_are_offered_as_the_region_calls_them(
            String region, String language, String director, String clerk, String socialWorker, String finance) {
        jdbc.sql("update municipality set region = :region where nis_code = :nis")
                .param("region", region)
                .param("nis", world.cpas.nisCode())
                .update();

        assertThat(manager.get(path + "/profiles/new?lang=" + language)
                        .page()
                        .select("button[value^=predefined:]")
                        .eachText())
                .containsExactly(director, clerk, socialWorker, finance);
    }

    @Test
    void buttons_of_the_tree_work_without_scripts_and_keep_what_was_typed() {
        manager.get(path + "/profiles/new");
        Map<String, String> typed = Map.of("name.fr", "Mutations", "name.nl", "Mutaties", "name.de", "");

        Document block = post("/profiles/new?functions=FORMS_LIST", typed, "all:MUTATIONS");
        assertThat(ticked(block)).hasSize(15).contains("FORMS_LIST", "MUTATIONS_MEDIPRIMA_MARK");
        assertThat(block.selectFirst("input[name=name.fr]").val()).isEqualTo("Mutations");
        assertThat(block.select("details[open] > summary").eachText()).containsExactly("Mutations 14 sur 14");

        assertThat(ticked(post("/profiles/new", typed, "all:"))).hasSize(82);
        assertThat(ticked(post("/profiles/new?functions=FORMS_LIST&functions=A036_SEND", typed, "none:")))
                .isEmpty();
        assertThat(ticked(post("/profiles/new", typed, "predefined:FINANCE"))).hasSize(38);
        Map<String, String> searching = new LinkedHashMap<>(typed);
        searching.put("search", "cadastre pensions");
        Document found = post("/profiles/new", searching, "search");
        assertThat(found.select(".app-tree__found")).hasSize(3);
        assertThat(found.select("details[open]")).hasSize(5);
    }

    @Test
    void a_profile_is_created_with_what_it_needs_and_refused_at_its_fields() {
        manager.get(path + "/profiles/new");
        Document refused = post("/profiles/new", Map.of("name.fr", "Aide", "name.nl", ""), "save");
        assertThat(refused.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#name.nl", "#functions");
        assertThat(refused.selectFirst("input[name=name.fr]").val()).isEqualTo("Aide");
        assertThat(refused.title()).startsWith("Erreur");

        Document created =
                post("/profiles/new?functions=AID_LIST", Map.of("name.fr", "Aide", "name.nl", "Hulp"), "save");
        assertThat(created.selectFirst(".govuk-notification-banner").text())
                .contains("Le profil « Aide » a été créé, avec les fonctions dont les siennes ont besoin.");
        assertThat(created.select("#profiles ~ table th[scope=row]").eachText())
                .containsExactly("Aide", "Tous les accès");
        assertThat(actions(created, "Tous les accès")).containsExactly("Gérer", "Imprimer", "Copier", "Comparer");
        assertThat(actions(created, "Aide")).startsWith("Gérer", "Supprimer", "Imprimer");

        manager.get(path + "/profiles/new");
        Document taken =
                post("/profiles/new?functions=FORMS_LIST", Map.of("name.fr", "Autre aide", "name.nl", "HULP"), "save");
        assertThat(taken.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#name.nl");
        assertThat(taken.selectFirst(".govuk-error-summary").text())
                .contains("Un autre profil a déjà cette description (NL).");
        assertThat(taken.selectFirst("input[name=name.fr]").val()).isEqualTo("Autre aide");
    }

    @Test
    void a_change_shows_first_whom_it_affects() {
        Profile profile = profile("Agent", "FORMS_LIST");
        giveTo(world.user, profile);
        String one = "/profiles/" + profile.id().value();
        assertThat(manager.get(path + one).page().title()).startsWith("Gestion du profil Agent");
        Map<String, String> typed = Map.of("name.fr", "Agent", "name.nl", "Agent NL", "version", "1");

        Document preview = post(one + "?functions=HEATING_EXPORT", typed, "save");
        assertThat(preview.selectFirst("main").text())
                .contains(
                        world.user.displayName(),
                        "Gagne : Exportation des allocations",
                        "Perd : Listing des formulaires");
        assertThat(openProfile(profile).version()).isOne();

        Map<String, String> confirmed = new LinkedHashMap<>(typed);
        confirmed.put("confirmed", "true");
        post(one + "?functions=HEATING_EXPORT", confirmed, "save");
        assertThat(openProfile(profile).functions()).containsExactly("HEATING_EXPORT");
    }

    @Test
    void the_second_manager_sees_what_the_first_changed_and_loses_nothing_typed() {
        Profile profile = profile("Agent", "FORMS_LIST");
        String one = "/profiles/" + profile.id().value();
        manager.get(path + one);
        profiles.change(
                world.forCpas(world.localManager),
                number(),
                profile.id(),
                1,
                details("Agent", "FORMS_LIST", "A036_READ"));

        Document refused = post(
                one + "?functions=HEATING_EXPORT",
                Map.of("name.fr", "Agent bis", "name.nl", "Agent NL", "version", "1"),
                "save");
        assertThat(refused.selectFirst("#meanwhile").text()).contains("Gilles");
        assertThat(refused.selectFirst("section[aria-labelledby=meanwhile]").text())
                .contains("Fonctions ajoutées", "Consultation des attestations A036 envoyées");
        assertThat(ticked(refused)).containsExactly("HEATING_EXPORT");
        assertThat(refused.selectFirst("input[name=name.fr]").val()).isEqualTo("Agent bis");
        assertThat(refused.selectFirst("input[name=version]").val()).isEqualTo("2");
        assertThat(openProfile(profile).version()).isEqualTo(2);
    }

    @Test
    void what_was_typed_on_the_page_of_a_deleted_profile_makes_a_new_one() {
        Profile profile = profile("Agent", "FORMS_LIST");
        String one = "/profiles/" + profile.id().value();
        manager.get(path + one);
        profiles.delete(world.forCpas(world.localManager), number(), profile.id(), 1);
        Map<String, String> typed = Map.of("name.fr", "Agent bis", "name.nl", "Agent NL", "version", "1");

        for (String button : List.of("save", "all:MUTATIONS")) {
            Document kept = post(one + "?functions=HEATING_EXPORT", typed, button);
            assertThat(kept.selectFirst(".govuk-error-summary").text()).contains("Gilles", "a supprimé ce profil");
            assertThat(kept.selectFirst("h1").text()).endsWith("Création d’un profil");
            assertThat(kept.selectFirst("input[name=name.fr]").val()).isEqualTo("Agent bis");
            assertThat(ticked(kept)).contains("HEATING_EXPORT");
            assertThat(kept.selectFirst("main form").attr("action")).endsWith("/profiles/new");
        }
        Document made = post("/profiles/new?functions=HEATING_EXPORT", typed, "save");
        assertThat(made.select("#profiles ~ table th[scope=row]").eachText()).contains("Agent bis");
        assertThat(manager.get(path + one).status()).isEqualTo(404);
        String unknown = path + "/profiles/" + UUID.randomUUID();
        assertThat(manager.post(unknown, typed).status()).isEqualTo(404);
        assertThat(browsers.signedIn(worlds.cpas().localManager)
                        .post(path + one, typed)
                        .status())
                .isEqualTo(404);
        assertThat(manager.follow(manager.post(path + one + "/deletion", Map.of("version", "1")))
                        .page()
                        .text())
                .as("the second click")
                .contains("Le profil « Agent » a été supprimé.");
    }

    @Test
    void a_profile_that_was_deleted_while_it_was_being_assigned_is_said_and_the_other_ticks_are_kept() {
        Profile gone = profile("Agent", "FORMS_LIST");
        Profile stays = profile("Chef", "FORMS_LIST");
        enter(world.user);
        String user = path + "/users/" + world.user.id().value() + "/profiles";
        manager.get(user);
        profiles.delete(world.forCpas(world.localManager), number(), gone.id(), 1);

        var refused = manager.post(
                user + "?profiles=" + gone.id().value(),
                Map.of("version", "1", "profiles", stays.id().value().toString()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst(".govuk-error-summary").text())
                .contains("Un de ces profils vient d’être supprimé.");
        assertThat(refused.page().select("input[name=profiles][checked]").eachAttr("value"))
                .containsExactly(stays.id().value().toString());
    }

    @Test
    void the_second_manager_who_assigns_sees_what_the_first_gave_and_keeps_their_ticks() {
        Profile first = profile("Premier", "FORMS_LIST");
        Profile second = profile("Second", "HEATING_EXPORT");
        enter(world.user);
        String user = path + "/users/" + world.user.id().value() + "/profiles";
        manager.get(user);
        users.assign(world.forCpas(world.localManager), number(), world.user.id(), 1, Set.of(first.id()));

        var refused = manager.post(
                user, Map.of("version", "1", "profiles", second.id().value().toString()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst(".govuk-error-summary").text())
                .contains("Un collègue a décidé entre-temps pour cet utilisateur.");
        assertThat(refused.page().select("label[for^=profile-]").eachText())
                .contains("Premier (l’a maintenant)", "Second (ne l’a pas maintenant)");
        assertThat(refused.page().select("input[name=profiles][checked]").eachAttr("value"))
                .containsExactly(second.id().value().toString());
        assertThat(refused.page().selectFirst("input[name=version]").val()).isEqualTo("2");
    }

    @Test
    void a_function_that_left_the_tree_is_named_on_the_page_of_a_profile_and_leaves_it_when_saved() {
        Profile profile = profile("Ancien", "FORMS_LIST");
        jdbc.sql("insert into prima_web_tree (version, changed_at) values (2, now()) on conflict do nothing")
                .update();
        jdbc.sql("""
                        insert into prima_web_function (code, position, is_block, is_closed, names_fr, names_nl, names_de,
                                                        since_version, until_version)
                        values ('GONE_FOR_PAGES', 99, false, false, '{Ancienne}', '{Oude}', '{Alte}', 1, 2)
                        on conflict do nothing""").update();
        jdbc.sql("insert into prima_web_profile_function (profile_id, function_code) values (:id, 'GONE_FOR_PAGES')")
                .param("id", profile.id().value())
                .update();
        String one = "/profiles/" + profile.id().value();

        assertThat(Stream.of("", "/print")).allSatisfy(page -> assertThat(manager.get(path + one + page)
                        .page()
                        .selectFirst("main")
                        .text())
                .contains("Ces fonctions ont été retirées de PrimaWeb", "Ancienne (n’existe plus)"));
        manager.get(path + one);
        post(
                one + "?functions=FORMS_LIST&functions=A036_READ",
                Map.of("name.fr", "Ancien", "name.nl", "Ancien NL", "version", "1"),
                "save");
        assertThat(openProfile(profile).functions()).containsExactlyInAnyOrder("FORMS_LIST", "A036_READ");
        assertThat(manager.get(path + one).page().selectFirst("main").text()).doesNotContain("Ancienne");
    }

    @Test
    void a_manager_who_deactivates_themselves_is_told_what_follows() {
        Person configurator = world.person("Connie");
        world.give(configurator, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(configurator, PrimaWebRole.CONFIGURATION_CODE, world.socialAction.id());
        world.giveRight(configurator, PrimaWebRole.SOCIAL_WORKER_CODE, world.socialAction.id());
        enter(configurator);
        Browser self = browsers.signedIn(configurator);
        String deactivation = path + "/users/" + configurator.id().value() + "/deactivation";

        assertThat(self.get(deactivation).page().selectFirst("main").text())
                .contains("Il s’agit de vous : un autre gestionnaire devra vous réactiver et vous rendre vos profils.");
        Document list = self.follow(self.post(deactivation, Map.of())).page();
        assertThat(list.selectFirst("#inactive").text())
                .contains("Connie", "C’est vous : un autre gestionnaire vous réactive.")
                .doesNotContain("Réactiver");
        String reactivation = path + "/users/" + configurator.id().value() + "/reactivation";
        assertThat(self.post(reactivation, Map.of()).status()).isEqualTo(403);
        assertThat(api.as(configurator)
                        .post(
                                "/api/v1/entities"
                                        + reactivation.replace(
                                                "/primaweb/" + number().value(), "/" + number().value() + "/primaweb"),
                                "{}")
                        .text("/detail"))
                .contains("un autre gestionnaire des profils qui vous réactive");
        assertThat(manager.get(path + "/access?inactive=1").page().select("#inactive form[action$=/reactivation]"))
                .hasSize(1);
        assertThat(self.get(path + "/logs").page().select("tbody tr").first().text())
                .contains("Connie", "désactivé");
    }

    @Test
    void admin_logs_stand_in_the_menu_of_whoever_looks_after_profiles() {
        Document none = manager.get(path + "/logs").page();
        assertThat(none.selectFirst("main").text()).contains("Rien n’a encore été décidé.");
        Profile profile = profile("Agent", "FORMS_LIST");
        giveTo(world.user, profile);

        Document home = manager.get(path + "/home?role=LOCAL_MANAGER").page();
        assertThat(home.select("section[aria-labelledby=menu-ADMIN_LOGS] a").attr("href"))
                .isEqualTo(path + "/logs");
        Document list = manager.get(path + "/logs").page();
        assertThat(list.select("tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(
                                        "Profils affectés à " + world.user.displayName(), "Avant : – ; après : Agent"),
                        second -> assertThat(second).contains("Profil « Agent » créé"));
        assertThat(list.select("tbody a").eachAttr("href"))
                .allSatisfy(way -> assertThat(manager.get(way).status()).isEqualTo(200));
        Browser user = browsers.signedIn(world.user);
        assertThat(user.get(path + "/home?role=SOCIAL_WORKER")
                        .page()
                        .selectFirst("section[aria-labelledby=menu-ADMIN_LOGS]")
                        .text())
                .contains("Pour qui gère les profils de ce CPAS.");
        assertThat(user.get(path + "/logs").status()).isEqualTo(403);
        assertThat(browsers.signedIn(worlds.cpas().localManager)
                        .get(path + "/logs")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void deletion_asks_and_says_who_still_has_the_profile() {
        Profile profile = profile("Agent", "FORMS_LIST");
        String deletion = path + "/profiles/" + profile.id().value() + "/deletion";
        Document asked = manager.get(deletion).page();
        assertThat(asked.selectFirst("main").text())
                .contains("Voulez-vous vraiment supprimer ce profil ?", "OK", "Annuler");

        giveTo(world.user, profile);
        var refused = manager.post(deletion, Map.of("version", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst(".govuk-error-summary").text())
                .contains("est affecté à un ou plusieurs utilisateurs. Veuillez d’abord le désaffecter.");
        String way = refused.page().select("main a[href*='profile=']").attr("href");
        assertThat(manager.get(way).page().selectFirst("main").text()).contains(world.user.displayName());
    }

    @Test
    void the_print_of_a_profile_has_its_users_and_every_function_ticked_or_not() {
        Profile profile = profile("Agent", "FORMS_LIST");
        giveTo(world.user, profile);
        String print = path + "/profiles/" + profile.id().value() + "/print";
        Document page = manager.get(print).page();

        assertThat(page.selectFirst("h1").text()).endsWith("Profil Agent");
        assertThat(page.select("h2").eachText())
                .containsSequence("Utilisateurs affectés au profil", "Fonctions associées au profil");
        assertThat(page.selectFirst("main").text()).contains(world.user.displayName());
        assertThat(page.select(".app-tree--read li > [aria-hidden]").eachText())
                .hasSize(82)
                .containsOnlyOnce("☒");
        String paper = manager.pdf(print + ".pdf");
        assertThat(paper)
                .contains("Profil Agent", world.user.displayName(), "Marquage d'une mutation MediPrima comme lue");
        assertThat(paper.lines().filter(line -> line.startsWith("×")).toList())
                .singleElement()
                .asString()
                .contains("Listing des formulaires DIS");
        assertThat(manager.get(path + "/profiles/" + profile.id().value() + "/history")
                        .page()
                        .text())
                .contains("Créé le");
    }

    @Test
    void profiles_are_compared_exported_and_imported() {
        Profile one = profile("Un", "FORMS_LIST");
        Profile two = profile("Deux", "HEATING_EXPORT");
        String comparison = path + "/profiles/" + one.id().value() + "/comparison";
        assertThat(manager.get(comparison).page().select("h2").eachText()).doesNotContain("Seulement dans Un (1)");
        assertThat(manager.get(comparison + "?with=" + two.id().value())
                        .page()
                        .select("h2")
                        .eachText())
                .containsSequence("Seulement dans Un (1)", "Seulement dans Deux (1)");
        var file = manager.get(path + "/profiles.json");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");

        CpasWorld other = worlds.cpas();
        String there = "/primaweb/" + other.cpas.enterpriseNumber().value() + "/import";
        Browser theirs = browsers.signedIn(other.localManager);
        theirs.get(there);
        assertThat(theirs.postFiles(there, Map.of(), "file", Map.of()).status()).isEqualTo(422);
        Document done = theirs.postFiles(
                        there,
                        Map.of(),
                        "file",
                        Map.of("profiles.json", file.body().getBytes(StandardCharsets.UTF_8)))
                .page();
        assertThat(done.select("tbody tr").eachText()).containsExactly("Deux Créé", "Un Créé");
        String newer = """
                {"treeVersion": 999, "profiles": [
                  {"name": {"fr": "Neuf", "nl": "Negen", "de": ""}, "functions": ["FORMS_LIST", "FROM_TOMORROW"]},
                  {"name": {"fr": "Vide", "nl": "Leeg", "de": ""}, "functions": ["FROM_TOMORROW"]}]}""";
        theirs.get(there);
        Document partly = theirs.postFiles(
                        there, Map.of(), "file", Map.of("profiles.json", newer.getBytes(StandardCharsets.UTF_8)))
                .page();
        assertThat(partly.selectFirst("main").text()).contains("Le fichier vient de la version 999 de la liste");
        assertThat(partly.select("tbody tr").eachText())
                .containsExactly(
                        "Neuf Créé Fonctions inconnues ici, laissées de côté : FROM_TOMORROW",
                        "Vide Cochez au moins une fonction. Fonctions inconnues ici, laissées de côté : FROM_TOMORROW");
        assertThat(manager.get(there).status()).isEqualTo(404);
    }

    // ------------------------------------------------------------------------------------------- users

    @Test
    void profiles_are_assigned_and_a_user_is_deactivated_and_reactivated_with_the_words_of_the_source() {
        Profile profile = profile("Agent", "FORMS_LIST");
        enter(world.user);
        String user = path + "/users/" + world.user.id().value();
        Document form = manager.get(user + "/profiles").page();
        assertThat(form.selectFirst("h1").text()).contains("Affectation des profils à " + world.user.displayName());
        String version = form.selectFirst("input[name=version]").val();

        Document saved = manager.follow(manager.post(
                        user + "/profiles",
                        Map.of(
                                "version",
                                version,
                                "profiles",
                                profile.id().value().toString())))
                .page();
        assertThat(saved.select("#users ~ table td").eachText()).contains("Agent");

        assertThat(manager.get(user + "/deactivation")
                        .page()
                        .selectFirst("main")
                        .text())
                .contains(
                        "Désactiver cet utilisateur aura pour effet de lui désaffecter tous les profils. Voulez-vous continuer ?");
        Document gone =
                manager.follow(manager.post(user + "/deactivation", Map.of())).page();
        Element inactive = gone.selectFirst("#inactive");
        assertThat(inactive.hasAttr("open")).isFalse();
        assertThat(inactive.text()).contains("Utilisateurs inactifs (1)", world.user.displayName(), "Réactiver");
        Document back =
                manager.follow(manager.post(user + "/reactivation", Map.of())).page();
        assertThat(back.select("#users ~ table td").eachText()).contains("Pas de profil");
    }

    /** “Visualisation de la composition du ménage officielle” stands in two blocks. */
    @Test
    void functions_to_look_for_stand_under_their_blocks() {
        Element choice = manager.get(path + "/access").page().selectFirst("select[name=function]");

        assertThat(choice.select("option[value=FORMS_LIST]").parents().first()).isEqualTo(choice);
        assertThat(choice.select("optgroup").eachAttr("label"))
                .contains("Mutations", "Dossiers › Dossiers de dette › Enquête › Ménage")
                .doesNotHaveDuplicates();
        assertThat(choice.select("option")).hasSizeGreaterThan(80);
    }

    @Test
    void who_is_missing_is_explained_by_both_conditions() {
        Document page = manager.get(path + "/access?q=" + world.user.lastName()).page();

        assertThat(page.selectFirst("#missing").text())
                .contains("ET si la personne s’est connectée une fois à PrimaWeb");
        assertThat(page.select("#missing ~ table tbody tr").eachText())
                .singleElement()
                .asString()
                .contains(world.user.displayName(), "oui", "non", "Demander à la personne d’ouvrir PrimaWeb une fois.");
        assertThat(manager.get(path + "/access?q=Personne-Ainsi")
                        .page()
                        .selectFirst("#missing")
                        .text())
                .contains("Personne de ce CPAS ne s’appelle");
    }

    @Test
    void users_are_paged_by_name_and_pages_take_a_fixed_number_of_statements() {
        Profile alone = profile("Seul", "FORMS_LIST");
        giveTo(world.user, alone);
        Map<String, Integer> ofOne = costs(alone, world.user.id().value());
        crowd();
        Map<String, Integer> ofMany = costs(openFirst(), firstUser());
        SoftAssertions.assertSoftly(softly -> ofMany.forEach((page, cost) -> softly.assertThat(cost)
                .as(page)
                .isBetween(1, page.equals("preview") ? 30 : 28)
                .isEqualTo(ofOne.get(page))));

        Document first = manager.get(path + "/access").page();
        assertThat(first.text()).contains("501 utilisateurs");
        assertThat(first.select("#users ~ table").first().select("tbody tr")).hasSize(25);
        assertThat(first.select("nav.govuk-pagination").first().select("li").eachText())
                .containsExactly("1", "2", "⋯", "21");
        String next = first.select("nav.govuk-pagination a[rel=next]").first().attr("href");
        Document second = manager.get(next).page();
        assertThat(names(second)).hasSize(3 * 25).doesNotContainAnyElementsOf(names(first));
        assertThat(second.select("nav.govuk-pagination a[aria-current=page]").eachText())
                .containsExactly("2");
        String previous =
                second.select("nav.govuk-pagination a[rel=prev]").first().attr("href");
        assertThat(names(manager.get(previous).page())).isEqualTo(names(first));
        Document last = manager.get(path + "/access?users=21").page();
        assertThat(last.select("nav.govuk-pagination a[rel=next]")).isEmpty();
        assertThat(names(last)).hasSize(3);
        assertThat(names(manager.get(path + "/access?users=9999").page())).isEqualTo(names(last));
        assertThat(names(manager.get(path + "/access?users=-3").page())).isEqualTo(names(first));
    }

    /** What each page costs that shows that profile or that user, by what it is called for any. */
    private Map<String, Integer> costs(Profile profile, UUID user) {
        String one = path + "/profiles/" + profile.id().value();
        String person = path + "/users/" + user;
        Map<String, Integer> costs = new LinkedHashMap<>();
        for (String page : List.of(
                path + "/home?role=LOCAL_MANAGER",
                path + "/access",
                path + "/access?q=marie",
                path + "/access?function=FORMS_LIST",
                path + "/logs",
                path + "/profiles.json",
                path + "/profiles/new",
                one,
                one + "/comparison?with=" + profile.id().value(),
                one + "/deletion",
                one + "/print",
                one + "/print.pdf",
                person + "/profiles",
                person + "/deactivation",
                person + "/print",
                person + "/print.pdf")) {
            assertThat(manager.get(page).status()).as(page).isEqualTo(200);
            costs.put(page.replace(profile.id().value().toString(), "…").replace(user.toString(), "…"), cost(page));
        }
        manager.get(one);
        Map<String, String> change = Map.of(
                "name.fr",
                profile.name().fr(),
                "name.nl",
                profile.name().nl(),
                "version",
                String.valueOf(profile.version()),
                "_action",
                "save");
        assertThat(manager.post(one + "?functions=A036_SEND", change).page().title())
                .startsWith("Ce qui va changer");
        costs.put("preview", cheapest(() -> manager.post(one + "?functions=A036_SEND", change)));
        return costs;
    }

    private int cost(String page) {
        return cheapest(() -> manager.get(page));
    }

    private static int cheapest(Runnable request) {
        return IntStream.range(0, 3)
                .map(i -> StatementCount.ofRequests(request))
                .min()
                .getAsInt();
    }

    private static List<String> names(Document page) {
        return page.select("#users ~ table")
                .first()
                .select("tbody tr td:last-child a")
                .eachAttr("href");
    }

    /** Five hundred users with a profile, among sixty. */
    private void crowd() {
        List<UUID> crowd = worlds.people().crowd(500, "Foule");
        jdbc.sql("""
                        with profile as (
                            insert into prima_web_profile (id, quality_id, name_fr, name_nl, changed_at)
                            select gen_random_uuid(), :quality, 'Profil ' || n, 'Profiel ' || n, now()
                              from generate_series(1, 60) n returning id),
                        ticks as (
                            insert into prima_web_profile_function (profile_id, function_code)
                            select profile.id, f.code from profile join prima_web_function f on not f.is_block and f.until_version is null),
                        rights as (
                            insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
                            select gen_random_uuid(), person, 'SOCIAL_WORKER', :quality, now() - interval '1 year',
                                   (select basis_id from responsibility where quality_id = :quality limit 1)
                              from unnest(:crowd) person),
                        known as (
                            insert into prima_web_user (quality_id, person_id, sort_name, entered_at, confirmed_at)
                            select :quality, person, '', now(), now() from unnest(:crowd) person)
                        insert into prima_web_assignment (id, quality_id, person_id, profile_id, given_at, given_by)
                        select gen_random_uuid(), :quality, person, (select id from profile limit 1), now(), :by
                          from unnest(:crowd) person""")
                .param("quality", world.socialAction.id().value())
                .param("crowd", crowd.toArray(UUID[]::new))
                .param("by", world.localManager.id().value())
                .update();
    }

    private Profile openFirst() {
        return profiles.list(world.forCpas(world.localManager), number(), Language.FR).profiles().stream()
                .filter(line -> line.users() > 100)
                .map(ProfileStore.Line::profile)
                .findFirst()
                .orElseThrow();
    }

    private UUID firstUser() {
        return jdbc.sql(
                        "select person_id from prima_web_user where quality_id = :quality and person_id <> :first limit 1")
                .param("quality", world.socialAction.id().value())
                .param("first", world.user.id().value())
                .query(UUID.class)
                .single();
    }

    @Test
    void support_keeps_the_functions_on_its_pages() {
        Browser agent = browsers.signedIn(world.supportAgent("Sophie"));
        Document list = agent.get("/operations/primaweb").page();
        assertThat(list.select("main a[href*='/operations/primaweb/functions/']"))
                .as("82 functions, 20 blocks, and what adds one")
                .hasSizeGreaterThan(100);
        Document block = agent.get("/operations/primaweb/functions/MUTATIONS").page();
        assertThat(block.select("textarea, input[name=code]")).isEmpty();
        assertThat(block.selectFirst("input[name=names.fr]").val()).isEqualTo("Mutations");
        assertThat(block.select("section[aria-labelledby=withdrawal] li")).hasSize(14);
        assertThat(block.select("select[name=block] option").eachAttr("value"))
                .contains("CASES")
                .doesNotContain("MUTATIONS");
        assertThat(agent.get("/operations/primaweb/functions/new?block=true")
                        .page()
                        .select("input[name=isBlock]"))
                .hasSize(1);
        assertThat(agent.get("/operations/primaweb/functions/CASES_FIND")
                        .page()
                        .selectFirst("textarea[name=names.fr]")
                        .text())
                .contains("Listing des dossiers du CPAS", "Recherche d'un dossier");
        assertThat(ticked(agent.get("/operations/primaweb/predefined/FINANCE").page()))
                .hasSize(38);
        agent.get("/operations/primaweb/functions/new");
        var refused = agent.post(
                "/operations/primaweb/functions/new",
                Map.of(
                        "version",
                        list.selectFirst("main").text().replaceAll(".*?Version (\\d+) .*", "$1"),
                        "code",
                        "x",
                        "names.fr",
                        "Nom"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#code", "#names.fr");
        assertThat(refused.page().selectFirst("textarea[name=names.fr]").text()).isEqualTo("Nom");
        assertThat(Stream.of("", "/functions/new", "/functions/CASES_FIND", "/predefined/FINANCE"))
                .allSatisfy(page -> assertThat(
                                manager.get("/operations/primaweb" + page).status())
                        .isEqualTo(403));
    }

    // ------------------------------------------------------------------------------------------- the API

    @Test
    void everything_can_be_done_over_the_api() {
        String address = "/api/v1/entities/" + world.cpas.enterpriseNumber().value() + "/primaweb";
        ApiCaller gl = api.as(world.localManager);
        ApiCaller user = api.as(world.user);

        assertThat(gl.get(address + "/functions").at("/functions")).hasSize(9);
        var created =
                gl.post(address + "/profiles", "{'name': {'fr': 'Aide', 'nl': 'Hulp'}, 'functions': ['AID_LIST']}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/functions")).hasSize(2);
        String id = created.text("/id");
        assertThat(gl.post(address + "/profiles", "{'name': {'fr': 'Aide'}, 'functions': []}")
                        .issues())
                .containsExactlyInAnyOrder(
                        "name.nl: primaweb.name-required",
                        "name.fr: primaweb.name-taken",
                        "functions: primaweb.no-function");
        assertThat(user.post(address + "/entry", "{'role': 'SOCIAL_WORKER'}").at("/profiles"))
                .isEmpty();
        assertThat(user.post(address + "/entry", "{'role': 'CONFIGURATION'}").status())
                .isEqualTo(403);
        var known = gl.get(address + "/users");
        assertThat(known.at("/items")).hasSize(1);
        String person = address + "/users/" + known.text("/items/0/person");
        var assigned = gl.put(person + "/profiles", "{'profiles': ['" + id + "'], 'version': 1}");
        assertThat(assigned.text("/standing")).isEqualTo("STANDS");
        assertThat(assigned.at("/profiles")).hasSize(1);
        assertThat(user.get(address + "/my-access").text("/profiles/0/name/fr")).isEqualTo("Aide");
        String change = "{'name': {'fr': 'Aide', 'nl': 'Hulp'}, 'functions': ['FORMS_LIST'], 'version': 1}";
        assertThat(gl.post(address + "/profiles/" + id + "/effects", change).at("/items/0/losses"))
                .hasSize(2);
        assertThat(gl.put(address + "/profiles/" + id, change).text("/version")).isEqualTo("2");
        assertThat(gl.delete(address + "/profiles/" + id + "?version=2").status())
                .isEqualTo(409);
        assertThat(gl.post(person + "/deactivation", "{}").at("/profiles")).isEmpty();
        assertThat(gl.post(person + "/reactivation", "{}").status()).isEqualTo(200);
        assertThat(gl.delete(address + "/profiles/" + id + "?version=2").status())
                .isEqualTo(204);
        var late = gl.put(address + "/profiles/" + id, change.replace("'version': 1", "'version': 2"));
        assertThat(late.status()).as("the history of it is there").isEqualTo(409);
        assertThat(late.text("/code")).isEqualTo("primaweb.profile-deleted");
        assertThat(late.body()).contains(world.localManager.displayName());
        assertThat(gl.post(address + "/profiles/" + id + "/effects", change).status())
                .isEqualTo(409);
        assertThat(gl.get(address + "/profiles/" + id).status()).isEqualTo(404);
        assertThat(gl.put(address + "/profiles/" + UUID.randomUUID(), change).status())
                .isEqualTo(404);
        assertThat(api.as(worlds.cpas().localManager)
                        .put(address + "/profiles/" + id, change)
                        .status())
                .isEqualTo(404);
        assertThat(gl.get(address + "/candidates?q=" + world.user.lastName()).text("/items/0/entered"))
                .isEqualTo("true");
        assertThat(gl.get(address + "/profiles").at("/items")).hasSize(1);
        assertThat(gl.get(address + "/profiles/" + id + "/history").at("/items").findValuesAsText("version"))
                .containsExactly("3", "2", "1");
        assertThat(gl.get(person + "/history").text("/items/0/name/fr")).isEqualTo("Aide");
        assertThat(gl.get(address + "/logs").text("/items/0/what/code")).isEqualTo("profile-deleted");

        assertThat(user.get(address + "/profiles").status()).isEqualTo(403);
        assertThat(api.as(worlds.cpas().localManager).get(address + "/profiles").status())
                .isEqualTo(404);
        assertThat(api.as(worlds.cpas().localManager).get(person).status()).isEqualTo(404);
    }

    @Test
    void profiles_are_compared_handed_over_and_looked_for_by_function_over_the_api() {
        String entities = "/api/v1/entities/";
        String address = entities + world.cpas.enterpriseNumber().value() + "/primaweb";
        Profile one = profile("Un", "FORMS_LIST", "A036_READ");
        Profile two = profile("Deux", "FORMS_LIST", "HEATING_EXPORT");
        giveTo(world.user, one);
        ApiCaller gl = api.as(world.localManager);

        var compared = gl.get(address + "/profiles/" + one.id().value() + "/comparison?with="
                + two.id().value());
        assertThat(compared.at("/onlyInOne").toString()).isEqualTo("[\"A036_READ\"]");
        assertThat(compared.at("/onlyInOther").toString()).isEqualTo("[\"HEATING_EXPORT\"]");
        assertThat(compared.at("/inBoth").toString()).isEqualTo("[\"FORMS_LIST\"]");
        assertThat(gl.get(address + "/users?function=A036_READ").at("/items")).hasSize(1);
        assertThat(gl.get(address + "/users?function=HEATING_EXPORT").at("/items"))
                .isEmpty();

        CpasWorld other = worlds.cpas();
        String there = entities + other.cpas.enterpriseNumber().value() + "/primaweb";
        ApiCaller theirs = api.as(other.localManager);
        String file = gl.get(address + "/profiles.json").body();
        var imported = theirs.post(there + "/profiles/import", file);
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.at("/profiles").findValuesAsText("made")).containsExactly("true", "true");
        var again = theirs.post(there + "/profiles/import", file);
        assertThat(again.at("/profiles").findValuesAsText("made")).containsExactly("true", "true");
        assertThat(theirs.get(there + "/profiles").at("/items"))
                .as("the same once")
                .hasSize(3);
        assertThat(theirs.post(there + "/profiles/import", "{'treeVersion': 1, 'profiles': []}")
                        .issues())
                .containsExactly("file: primaweb.file-unreadable");

        ApiCaller user = api.as(world.user);
        for (String page :
                List.of("/profiles.json", "/logs", "/profiles/" + one.id().value() + "/history", "/users")) {
            assertThat(user.get(address + page).status()).as(page).isEqualTo(403);
            assertThat(theirs.get(address + page).status()).as(page).isEqualTo(404);
        }
        assertThat(theirs.post(address + "/profiles/import", file).status()).isEqualTo(404);
    }

    /** Where somebody of another CPAS would stand in the list, or a decision of it in the log, would tell of them. */
    @Test
    void behind_what_is_foreign_comes_nothing() {
        String address = "/api/v1/entities/" + number().value() + "/primaweb";
        profile("Agent", "FORMS_LIST");
        enter(world.user);
        CpasWorld other = worlds.cpas();
        other.giveRight(other.user, PrimaWebRole.SOCIAL_WORKER_CODE, other.socialAction.id());
        EnterpriseNumber theirs = other.cpas.enterpriseNumber();
        own.enter(other.forCpas(other.user), theirs, PrimaWebRole.SOCIAL_WORKER);
        profiles.create(
                other.forCpas(other.localManager),
                theirs,
                new ProfileDetails(new Translated("Agent", "Agent", "Agent"), Set.of("FORMS_LIST")));
        long last = jdbc.sql(
                        "select max(id) from audit_event where operation = 'primaweb.profile-created' and acting_for = :id")
                .param("id", other.cpas.id().value())
                .query(Long.class)
                .single();
        ApiCaller gl = api.as(world.localManager);

        assertThat(gl.get(address + "/users?after=" + other.user.id().value()).at("/items"))
                .isEmpty();
        assertThat(gl.get(address + "/logs?after=" + last).at("/items")).isEmpty();
        assertThat(gl.get(address + "/users").at("/items")).hasSize(1);
        assertThat(gl.get(address + "/logs").at("/items")).isNotEmpty();
    }

    @Test
    void support_keeps_the_functions_over_the_api() {
        ApiCaller agent = api.as(world.supportAgent("Sophie"));
        String address = "/api/v1/primaweb/functions";
        int version = Integer.parseInt(agent.get(address).text("/version"));
        String code = "API_TEST_" + version;

        var added = agent.post(
                address,
                "{'code': '" + code + "', 'version': " + version
                        + ", 'namesFr': ['Un'], 'namesNl': ['Een'], 'namesDe': ['Eins']}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(agent.put(
                                address + "/" + code,
                                "{'version': " + version
                                        + ", 'namesFr': ['Un'], 'namesNl': ['Een'], 'namesDe': ['Eins']}")
                        .status())
                .isEqualTo(409);
        assertThat(agent.post(address + "/" + code + "/withdrawal", "{'version': " + (version + 1) + "}")
                        .status())
                .isEqualTo(200);
        assertThat(agent.get(address).body()).doesNotContain(code);
        assertThat(agent.put(address + "/NOWHERE", "{'version': " + (version + 2) + "}")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(world.localManager).get(address).status()).isEqualTo(403);
    }

    // ------------------------------------------------------------------------------------------- words of these tests

    private EnterpriseNumber number() {
        return world.cpas.enterpriseNumber();
    }

    private static ProfileDetails details(String name, String... functions) {
        return new ProfileDetails(new Translated(name, name + " NL", ""), Set.of(functions));
    }

    private Profile profile(String name, String... functions) {
        return profiles.create(world.forCpas(world.localManager), number(), details(name, functions));
    }

    private Profile openProfile(Profile profile) {
        return profiles.open(world.forCpas(world.localManager), number(), profile.id())
                .profile();
    }

    private void enter(Person person) {
        own.enter(world.forCpas(person), number(), PrimaWebRole.SOCIAL_WORKER);
    }

    private void giveTo(Person person, Profile profile) {
        enter(person);
        users.assign(world.forCpas(world.localManager), number(), person.id(), 1, Set.of(profile.id()));
    }

    /** Presses a button of the form; what is repeated stands in the address. */
    private Document post(String page, Map<String, String> typed, String button) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.put("_action", button);
        return manager.follow(manager.post(path + page, fields)).page();
    }

    private static List<String> ticked(Document page) {
        return page.select("input[name=functions][checked]").eachAttr("value");
    }

    private static List<String> actions(Document page, String profile) {
        return page.select("#profiles ~ table tbody tr").stream()
                .filter(row -> row.selectFirst("th").text().equals(profile))
                .flatMap(row -> row.select("td:last-child a").stream())
                .map(link -> link.ownText().strip())
                .toList();
    }
}
