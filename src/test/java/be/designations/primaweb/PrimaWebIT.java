package be.designations.primaweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.ResponsibilityKind;
import be.designations.access.Translated;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.primaweb.ProfileUser.Standing;
import be.designations.primaweb.UserStore.Asked;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Profiles of PrimaWeb from their making to what they give, and who decides. */
class PrimaWebIT extends WholeApplication {

    @Autowired
    Profiles profiles;

    @Autowired
    ProfileUsers users;

    @Autowired
    OwnProfiles own;

    @Autowired
    FunctionTrees trees;

    @Autowired
    FunctionEditing editing;

    @Autowired
    AdminLogs logs;

    /** The pictures of the manual put together, to its last page; names that share a tick stand on one line (D25). */
    private static final String SOURCE = """
            Listing des formulaires DIS, formulaires d'exonération, formulaires primes d'installation, formulaires loi 65 du CPAS
            Exportation des allocations de chauffage pour une période
            Recherche des dossiers pour lesquels il reste des formulaires à envoyer
            Mutations
              Consultation des mutations Registre National
              Marquage d'une mutation Registre National comme lue
              Consultation mutations Fichier Personnel
              Marquage d'une mutation Fichier Personnel comme lue
              Consultation des mutations Registre Attente
              Marquage d'une mutation Registre Attente comme lue
              Consultation des mutations Activités Indépendants
              Marquage d'une mutation Activités Indépendants comme lue
              Consultation des mutations Permis Séjour
              Marquage d'une mutation Permis Séjour comme lue
              Consultation des mutations MediPrima
              Marquage d'une mutation MediPrima comme lue
              Consultation des mutations du Cadastre des Pensions
              Marquage d'une mutation du Cadastre des Pensions comme lue
            Notifications SPP IS
              Etats mensuels
              Alertes
                Consultation des alertes
                Réponse aux alertes
              Blocages de formulaires
                Consultation des blocages de formulaires
            Dossiers
              Listing des dossiers du CPAS · Recherche d'un dossier
              Création d'un dossier
              Consultation des formulaires DIS, formulaires d'exonération, formulaires primes d'installation, formulaires loi 65
              Envoi d'un formulaire de prime d'installation
              Consultation des attestations A036 envoyées
              Envoi d'une attestation A036
              Création d'une lettre de notification pour une audition
              Dossiers de dette
                Listing des dossiers de dette
                Consultation d'un dossier de dette
                Création d'un dossier de dette · Modification d'un dossier de dette · Ajout/modification/suppression d'un remboursement
                Clôture/réouverture d'un dossier de dette
                Enquête
                  Ménage
                    Mise-à-jour de la composition du ménage officielle et des données légales des membres du ménage de fait
                    Visualisation de la composition du ménage officielle
                    Ajout de membres au ménage de fait · Suppression de membres du ménage de fait
                    Visualisation de la composition du ménage de fait
                  Informations générales
                    Visualisation des informations générales d'une personne
                    Modification de la relation d'une personne avec le bénéficiaire
                  Adresses
                    Visualisation des adresses officielles d'une personne
                    Modification de l'adresse effective du bénéficiaire
                    Visualisation de l'adresse effective d'une personne
                  Flux d'enquête
                    Consultation des contrats d'emploi
                    Consultation du cadastre des pensions
                    Consultation des activités d'indépendant
                    Consultation des données de la Direction Générale Personnes Handicapées
                      Consultation des données hors paiements
                      Consultation des paiements
                      Consultation des données TaxiAS (revenus)
                      Consultation des biens immobiliers
                  Intégrations
                    Consultation des Intégrations
                    Intégration/désintégration d'une personne en code 31
                  Section de réouverture
              Dossiers de récupération
                Listing des dossiers de récupération
                Ajout d'un dossier de récupération · Modification d'un dossier de récupération · Clôture d'un dossier de récupération
                Visualisation d'un dossier de récupération
                Modification du formulaire A
                Visualisation du formulaire A
                Visualisation de la composition de ménage
                Ajout d'une récupération (formulaire D/F) · Modification d'une récupération (formulaire F) · Suppression d'une récupération (formulaire D)
                Visualisation d'une récupération (formulaire D/F)
                Création d'une lettre de notification
              Demandes d'aide
                Listing des demandes d'aide
                Impression d'une demande d'aide · Ajout d'une demande d'aide · Modification d'une demande d'aide · Soumission au conseil d'une demande d'aide · Complétude d'une demande d'aide · Duplication d'une demande d'aide · Clôture d'une demande d'aide · Révision d'une demande d'aide
                Données générales
                Intégrations
                Enquête sociale
                  Ménage / liste des débiteurs alimentaires
                    Mise-à-jour de la composition du ménage officielle et des données légales des membres du ménage de fait
                    Visualisation de la composition du ménage officielle
                    Ajout de membres / débiteurs au ménage de fait / liste des débiteurs
                    Suppression de membres / débiteurs du ménage effectif / liste des débiteurs
                    Visualisation de la composition du ménage de fait / liste des débiteurs alimentaires
                  Informations générales
                    Visualisation des informations générales d'une personne (données légales, relation avec le bénéficiaire)
                    Modification de la relation d'une personne avec le bénéficiaire
                    Visualisation des informations du bénéficiaire (catégorie, situation,…) ou du partenaire (nombre d'enfants à charge,…)
                    Modification des informations du bénéficiaire (catégorie, situation,…) ou du partenaire (nombre d'enfants à charge,…)
                  Adresses
                  Ressources
                  Dépenses
                  Dossier d'intégration
                  Flux d'enquête
                Décisions DIS
            Rapports Sociaux Electroniques
            Gestion des documents
            Collecte de statistiques
              Projets individualisés d'intégration sociale
            """;

    CpasWorld world;
    EnterpriseNumber number;
    Person configurator;
    Person worker;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
        number = world.cpas.enterpriseNumber();
        configurator = world.person("Connie");
        world.give(configurator, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(configurator, PrimaWebRole.CONFIGURATION_CODE, world.socialAction.id());
        worker = world.user;
        world.giveRight(worker, PrimaWebRole.SOCIAL_WORKER_CODE, world.socialAction.id());
    }

    // ------------------------------------------------------------------------------------------- the tree

    @Test
    void the_tree_is_that_of_the_source() {
        FunctionTree tree = trees.current();

        assertThat(outline(tree, null, "")).isEqualTo(SOURCE);
        assertThat(tree.functionsIn("MUTATIONS")).hasSize(14);
        assertThat(tree.functions()).hasSize(82);
        assertThat(tree.find("AID_WRITE").orElseThrow().names()).hasSize(8);
        assertThat(tree.functionsIn("AID"))
                .allSatisfy(code ->
                        assertThat(tree.find(code).orElseThrow().needs()).contains("CASES_FIND"));
    }

    /** A line for each tick and each block, those within a block further to the right. */
    private static String outline(FunctionTree tree, @Nullable String block, String indent) {
        return tree.in(block).stream()
                .map(node -> indent + node.in(Language.FR) + "\n" + outline(tree, node.code(), indent + "  "))
                .collect(Collectors.joining());
    }

    @Test
    void predefined_profiles_are_called_as_in_the_region_and_hold_what_they_need() {
        FunctionTree tree = trees.current();

        assertThat(trees.predefined(null))
                .as("the names of the source, where no region is known")
                .extracting(predefined -> predefined.name().fr())
                .containsExactly(
                        "Directeur général / Secrétaire",
                        "Agent administratif",
                        "Travailleur social",
                        "Directeur financier / Receveur");
        assertThat(names("WALLONIA"))
                .containsExactly(
                        "Directeur général", "Agent administratif", "Travailleur social", "Directeur financier");
        assertThat(trees.predefined(world.cpas.id())).hasSize(4);
        assertThat(names("FLANDERS")).startsWith("Directeur général").endsWith("Directeur financier");
        assertThat(names("BRUSSELS"))
                .containsExactly("Secrétaire", "Agent administratif", "Travailleur social", "Receveur");
        assertThat(trees.predefined(world.cpas.id())).allSatisfy(predefined -> assertThat(predefined.functions())
                .isNotEmpty()
                .isEqualTo(tree.withNeeds(predefined.functions())));
    }

    private List<String> names(String region) {
        jdbc.sql("update municipality set region = :region where nis_code = :nis")
                .param("region", region)
                .param("nis", world.cpas.nisCode())
                .update();
        return trees.predefined(world.cpas.id()).stream()
                .map(predefined -> predefined.name().fr())
                .toList();
    }

    @Test
    void agents_of_support_keep_functions_and_predefined_profiles_and_nobody_else() {
        Actor agent = CpasWorld.as(world.supportAgent("Sophie"));
        assertThatThrownBy(() -> editing.kept(gl())).isInstanceOf(NotAllowedException.class);
        FunctionTree before = editing.kept(agent).tree();
        FunctionDetails details = new FunctionDetails(
                "CASES", List.of(new Translated("Clôture de test", "Sluiting", "Schließung")), Set.of("CASES_FIND"));
        assertThatThrownBy(() -> editing.add(gl(), "TEST_CLOSE", false, before.version(), details))
                .isInstanceOf(NotAllowedException.class);
        Set<String> clerk = predefined(agent, "CLERK");
        String code = "TEST_CLOSE_" + before.version();
        editing.add(agent, code, false, before.version(), details);
        try {
            FunctionTree after = editing.kept(agent).tree();
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(after.functionsIn("CASES")).contains(code);
            assertThatThrownBy(() -> editing.change(agent, code, before.version(), details))
                    .hasMessageContaining("primaweb.tree-changed");
            editing.change(
                    agent,
                    code,
                    after.version(),
                    new FunctionDetails("CASES", List.of(new Translated("Autre", "Ander", "Andere")), Set.of()));
            editing.propose(agent, "CLERK", after.version() + 1, Set.of(code));
            assertThat(predefined(agent, "CLERK")).containsExactly(code);
            assertThatThrownBy(() -> editing.add(
                            agent,
                            "nicht gut",
                            false,
                            after.version() + 2,
                            new FunctionDetails("NOWHERE", List.of(), Set.of("NOWHERE"))))
                    .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                            .extracting("field")
                            .containsExactlyInAnyOrder("names.fr", "block", "needs", "code"));
        } finally {
            editing.withdraw(agent, code, editing.kept(agent).tree().version());
            editing.propose(agent, "CLERK", editing.kept(agent).tree().version(), clerk);
        }
        assertThat(editing.kept(agent).tree().functions()).isEqualTo(before.functions());
        assertThat(predefined(agent, "CLERK")).isEqualTo(clerk);
    }

    @Test
    void blocks_are_added_renamed_moved_and_withdrawn_with_what_stands_in_them() {
        Actor agent = CpasWorld.as(world.supportAgent("Sophie"));
        int version = editing.kept(agent).tree().version();
        String outer = "OUTER_" + version;
        String inner = "INNER_" + version;
        String function = "WITHIN_" + version;
        editing.add(agent, outer, true, version, named("Extérieur", null));
        editing.add(agent, inner, true, version + 1, named("Intérieur", outer));
        editing.add(agent, function, false, version + 2, named("Dedans", inner));
        try {
            assertThat(tree(agent).functionsIn(outer)).containsExactly(function);
            editing.change(agent, inner, version + 3, named("Renommé", "CASES"));
            assertThat(tree(agent).functionsIn(outer)).isEmpty();
            assertThat(tree(agent).in("CASES")).last().satisfies(node -> assertThat(node.in(Language.FR))
                    .isEqualTo("Renommé"));
            editing.change(agent, outer, version + 4, named("Extérieur", inner));
            assertRefused("block", () -> editing.change(agent, inner, version + 5, named("Renommé", outer)));
            assertRefused("block", () -> editing.change(agent, inner, version + 5, named("Renommé", inner)));
            assertRefused("names.fr", () -> editing.change(agent, inner, version + 5, two("Un", "Deux")));
            assertRefused(
                    "needs",
                    () -> editing.change(
                            agent,
                            inner,
                            version + 5,
                            new FunctionDetails(null, List.of(new Translated("a", "b", "c")), Set.of("CASES_FIND"))));
            Profile profile = profiles.create(gl(), number, details("Dedans", "FORMS_LIST", function));
            entered(worker);
            assign(worker, profile);
            assertThat(functions(worker)).contains(function);
        } finally {
            editing.withdraw(agent, inner, tree(agent).version());
        }
        FunctionTree after = tree(agent);
        assertThat(after.withdrawn(Set.of(outer, inner, function))).hasSize(3);
        assertThat(functions(worker)).containsExactly("FORMS_LIST");
        assertRefused("block", () -> editing.add(agent, "X" + version, false, after.version(), named("x", outer)));
        assertThatThrownBy(() -> editing.add(gl(), "Y" + version, true, after.version(), named("y", null)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> editing.withdraw(gl(), "CASES", after.version()))
                .isInstanceOf(NotAllowedException.class);
    }

    private FunctionTree tree(Actor agent) {
        return editing.kept(agent).tree();
    }

    private static FunctionDetails named(String name, @Nullable String block) {
        return new FunctionDetails(block, List.of(new Translated(name, name, name)), Set.of());
    }

    private static FunctionDetails two(String one, String other) {
        return new FunctionDetails(
                null, List.of(new Translated(one, one, one), new Translated(other, other, other)), Set.of());
    }

    private static void assertRefused(String field, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .extracting("field")
                        .containsExactly(field));
    }

    private Set<String> predefined(Actor agent, String code) {
        return editing.kept(agent).predefined().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .functions();
    }

    // ------------------------------------------------------------------------------------------- who may

    @Test
    void local_manager_co_local_manager_and_configurator_make_profiles() {
        Person coManager = world.person("Colette");
        world.give(coManager, ResponsibilityKind.CO_LOCAL_MANAGER, world.socialAction.id());

        assertThat(Stream.of(world.localManager, coManager, configurator)).allSatisfy(manager -> assertThat(
                        create(manager, "de " + manager.firstName()).version())
                .isOne());
    }

    @Test
    void nobody_else_of_the_cpas_makes_profiles() {
        assertThat(Stream.of(world.principalManager, world.coPrincipalManager, world.head))
                .allSatisfy(person -> assertRefused("primaweb.no-role", person));
        assertRefused("primaweb.not-a-manager", worker);
        Actor weak = new Actor(world.localManager.id(), world.cpas.id(), new SignInLevel(400));
        assertThatThrownBy(() -> profiles.create(weak, number, details("x", "FORMS_LIST")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("access.sign-in-too-weak");
    }

    private void assertRefused(String code, Person person) {
        assertThatThrownBy(() -> create(person, "Profil"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage(code);
    }

    @Test
    void the_managers_of_another_cpas_find_nothing() {
        CpasWorld other = worlds.cpas();
        Profile profile = create(world.localManager, "Le nôtre");
        Actor stranger = other.forCpas(other.localManager);

        assertThatThrownBy(() -> profiles.list(stranger, number, Language.FR)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> profiles.open(stranger, other.cpas.enterpriseNumber(), profile.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.door(stranger, number)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_manager_who_acts_for_another_entity_is_told_so() {
        Actor elsewhere = new Actor(world.localManager.id(), worlds.cpas().cpas.id(), SignInLevel.EID);

        assertThatThrownBy(() -> profiles.list(elsewhere, number, Language.FR))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("access.acting-for-another");
    }

    // ------------------------------------------------------------------------------------------- profiles

    @Test
    void what_a_function_needs_comes_along() {
        Profile made = profiles.create(gl(), number, details("Aide", "AID_LIST"));

        assertThat(made.functions()).containsExactlyInAnyOrder("AID_LIST", "CASES_FIND");
    }

    @Test
    void the_same_click_twice_makes_one_profile() {
        Profile made = profiles.create(gl(), number, details("Deux fois", "FORMS_LIST"));

        assertThat(profiles.create(gl(), number, details("Deux fois ", "FORMS_LIST"))
                        .id())
                .isEqualTo(made.id());
        assertThat(profiles.list(gl(), number, Language.FR).profiles()).hasSize(2);
    }

    @Test
    void the_same_name_in_one_language_is_refused_there() {
        create(world.localManager, "Agent");

        assertThatThrownBy(() -> profiles.create(
                        gl(),
                        number,
                        new ProfileDetails(new Translated("Autre", "agent NL", ""), Set.of("FORMS_LIST"))))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .singleElement()
                        .satisfies(one -> assertThat(one.field()).isEqualTo("name.nl")));
        assertThatThrownBy(() -> profiles.create(
                        gl(), number, new ProfileDetails(new Translated("AGENT", "Autre", ""), Set.of("FORMS_LIST"))))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .extracting("field")
                        .containsExactly("name.fr"));
        profiles.create(gl(), number, new ProfileDetails(new Translated("Un", "Een", "Eins"), Set.of("FORMS_LIST")));
        assertThatThrownBy(() -> profiles.create(
                        gl(), number, new ProfileDetails(new Translated("Deux", "Twee", "eins"), Set.of("FORMS_LIST"))))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .extracting("field")
                        .containsExactly("name.de"));
        assertThatThrownBy(() -> create(world.localManager, "Tous les accès"))
                .hasMessageContaining("primaweb.name-taken");
        CpasWorld other = worlds.cpas();
        assertThat(profiles.create(
                        other.forCpas(other.localManager),
                        other.cpas.enterpriseNumber(),
                        details("Agent", "FORMS_LIST")))
                .isNotNull();
    }

    @Test
    void where_people_read_german_first_a_profile_is_described_in_german_too() {
        jdbc.sql("update municipality set languages = '{de,fr}' where nis_code = :nis")
                .param("nis", world.cpas.nisCode())
                .update();

        assertThatThrownBy(() -> create(world.localManager, "Agent")).hasMessageContaining("primaweb.name-required");
        Profile made = profiles.create(
                gl(),
                number,
                new ProfileDetails(new Translated("Agent", "Bediende", "Bediensteter"), Set.of("FORMS_LIST")));
        assertThat(made.in(Language.DE)).isEqualTo("Bediensteter");
        assertThat(profiles.list(gl(), number, Language.DE).profiles())
                .extracting(line -> line.profile().in(Language.DE))
                .containsExactly("Alle Zugänge", "Bediensteter");
        profiles.change(
                gl(),
                number,
                made.id(),
                1,
                new ProfileDetails(new Translated("Agent", "Bediende", "Beamter"), Set.of("FORMS_LIST")));
        assertThat(profiles.history(gl(), number, made.id()).since(1).now().descriptions())
                .as("what a second manager sees of it")
                .isEqualTo("Agent / Bediende / Beamter");
    }

    @Test
    void the_second_of_two_managers_is_refused_and_sees_what_the_first_changed() {
        Profile profile = create(world.localManager, "Partagé");
        profiles.change(gl(), number, profile.id(), 1, details("Partagé", "FORMS_LIST", "HEATING_EXPORT"));

        assertThatThrownBy(() -> profiles.change(
                        world.forCpas(configurator), number, profile.id(), 1, details("Autre", "FORMS_LIST")))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .singleElement()
                        .matches(one -> one.code().equals("primaweb.changed-meanwhile") && one.aboutState()));
        assertThat(profiles.history(gl(), number, profile.id()).versions())
                .extracting(version -> version.functions().size())
                .containsExactly(2, 1);
    }

    @Test
    void a_profile_that_somebody_has_is_not_deleted_and_a_free_one_keeps_its_history() {
        Profile profile = create(world.localManager, "Éphémère");
        entered(worker);
        assign(worker, profile);

        assertThatThrownBy(() -> profiles.delete(gl(), number, profile.id(), 1))
                .hasMessageContaining("primaweb.profile-in-use");
        assign(worker);
        profiles.delete(gl(), number, profile.id(), 1);

        assertThatThrownBy(() -> profiles.open(gl(), number, profile.id())).isInstanceOf(NotFoundException.class);
        assertThat(profiles.history(gl(), number, profile.id())
                        .versions()
                        .get(0)
                        .deleted())
                .isTrue();
        assertThat(create(world.localManager, "Éphémère").id()).isNotEqualTo(profile.id());
        assertThat(audited("primaweb.profile-deleted", profile.id().value())).isOne();
    }

    @Test
    void everything_holds_all_functions_and_stays_as_it_is() {
        Profile all = everything();
        entered(worker);
        assign(worker, all);

        assertThat(functions(worker)).isEqualTo(trees.current().functions());
        assertThatThrownBy(() -> profiles.change(gl(), number, all.id(), all.version(), details("Moins", "FORMS_LIST")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("primaweb.everything-stays");
        assertThatThrownBy(() -> profiles.delete(gl(), number, all.id(), all.version()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_change_says_first_who_gains_and_loses_what() {
        Profile one = create(world.localManager, "Un");
        Profile two = profiles.create(gl(), number, details("Deux", "HEATING_EXPORT"));
        Person other = newWorker("Olga");
        entered(worker);
        entered(other);
        assign(worker, one);
        assign(other, one, two);

        Effects effects = profiles.effects(gl(), number, one.id(), 1, details("Un", "HEATING_EXPORT"));

        assertThat(effects.groups()).hasSize(2);
        assertThat(effects.groups().get(0).people()).hasSize(1);
        assertThat(effects.groups())
                .allSatisfy(
                        group -> assertThat(group.losses()).extracting("code").containsExactly("FORMS_LIST"));
        assertThat(functions(worker)).containsExactly("FORMS_LIST");
    }

    @Test
    void a_function_that_was_withdrawn_from_the_tree_gives_nothing_any_more() {
        Profile profile = create(world.localManager, "Ancien");
        jdbc.sql("insert into prima_web_tree (version, changed_at) values (2, now()) on conflict do nothing")
                .update();
        jdbc.sql("""
                        insert into prima_web_function (code, position, is_block, is_closed, names_fr, names_nl, names_de,
                                                        since_version, until_version)
                        values ('GONE_FOR_TEST', 99, false, false, '{Ancienne}', '{Oude}', '{Alte}', 1, 2)
                        on conflict do nothing""").update();
        jdbc.sql("insert into prima_web_profile_function (profile_id, function_code) values (:id, 'GONE_FOR_TEST')")
                .param("id", profile.id().value())
                .update();
        entered(worker);
        assign(worker, profile);

        assertThat(functions(worker)).containsExactly("FORMS_LIST");
        Profile held = profiles.open(gl(), number, profile.id()).profile();
        assertThat(trees.current().withdrawn(held.functions()))
                .extracting("code")
                .containsExactly("GONE_FOR_TEST");
        assertThat(profiles.change(gl(), number, profile.id(), 1, details("Ancien", "FORMS_LIST", "GONE_FOR_TEST"))
                        .functions())
                .containsExactly("FORMS_LIST");
    }

    @Test
    void two_profiles_are_compared_and_whoever_has_a_function_is_found() {
        Profile one = profiles.create(gl(), number, details("Un", "FORMS_LIST", "HEATING_EXPORT"));
        Profile two = profiles.create(gl(), number, details("Deux", "FORMS_LIST", "A036_READ"));
        Person other = newWorker("Olga");
        entered(worker);
        entered(other);
        assign(worker, one);
        assign(other, everything());

        Profiles.Compared compared = profiles.compare(gl(), number, one.id(), two.id(), Language.FR);
        assertThat(compared.ofOne()).extracting("code").containsExactly("HEATING_EXPORT");
        assertThat(compared.ofOther()).extracting("code").containsExactly("A036_READ");
        assertThat(compared.ofBoth()).extracting("code").containsExactly("FORMS_LIST");
        assertThat(having("HEATING_EXPORT")).containsExactlyInAnyOrder(worker.id(), other.id());
        assertThat(having("A036_READ")).containsExactly(other.id());
    }

    private List<PersonId> having(String function) {
        return users.page(gl(), number, new Asked("", null, function, false, null, 1, 50, Language.FR)).users().stream()
                .map(ProfileUser::person)
                .toList();
    }

    @Test
    void another_cpas_takes_profiles_over_from_a_file_and_nothing_is_replaced() {
        create(world.localManager, "Agent");
        create(world.localManager, "Chef");
        byte[] file = profiles.export(gl(), number).write();
        CpasWorld other = worlds.cpas();
        Actor theirs = other.forCpas(other.localManager);
        EnterpriseNumber there = other.cpas.enterpriseNumber();
        profiles.create(theirs, there, details("Agent", "HEATING_EXPORT"));

        Profiles.Imported imported = profiles.bringIn(theirs, there, file);

        assertThat(imported.outcomes())
                .extracting(outcome -> outcome.refusals().isEmpty())
                .containsExactly(false, true);
        assertThat(profiles.list(theirs, there, Language.FR).profiles())
                .extracting(line -> line.profile().name().fr() + line.profile().functions())
                .containsExactly("Agent[HEATING_EXPORT]", "Chef[FORMS_LIST]", "Tous les accès[]");
        assertThatThrownBy(() -> profiles.bringIn(gl(), there, file)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_file_from_another_tree_brings_what_there_is_here_and_says_what_was_left_out() {
        String file = """
                {"treeVersion": 99, "profiles": [
                  {"name": {"fr": "Neuf", "nl": "Negen", "de": ""}, "functions": ["FORMS_LIST", "FROM_TOMORROW"]},
                  {"name": {"fr": "Vide", "nl": "Leeg", "de": ""}, "functions": ["FROM_TOMORROW"]}]}""";

        Profiles.Imported imported = profiles.bringIn(gl(), number, file.getBytes(StandardCharsets.UTF_8));

        assertThat(imported.fileVersion()).isEqualTo(99);
        assertThat(imported.outcomes().get(0).unknown()).containsExactly("FROM_TOMORROW");
        assertThat(imported.outcomes().get(1).refusals()).extracting("code").containsExactly("primaweb.no-function");
        assertThat(imported.outcomes().get(1).unknown())
                .as("why it has no function")
                .containsExactly("FROM_TOMORROW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"treeVersion\": 1, \"profiles\": [{}]}",
                "{\"treeVersion\": 1, \"profiles\": [null]}"
            })
    void what_is_no_file_of_profiles_is_refused(String content) {
        assertThatThrownBy(() -> profiles.bringIn(gl(), number, content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("primaweb.file-unreadable");
    }

    // ------------------------------------------------------------------------------------------- users

    @Test
    void entering_for_the_first_time_makes_known_and_gives_no_function() {
        assertThat(listed("")).doesNotContain(worker.displayName());
        assertThatThrownBy(() -> users.open(gl(), number, worker.id(), Language.FR))
                .isInstanceOf(NotFoundException.class);
        assertThat(candidate(worker)).matches(one -> one.hasRole() && !one.entered());

        entered(worker);
        entered(worker);

        assertThat(listed("")).containsExactly(worker.displayName());
        assertThat(candidate(worker)).matches(one -> one.hasRole() && one.entered());
        assertThat(functions(worker)).isEmpty();
        assertThat(audited("primaweb.entered", worker.id().value())).isOne();
    }

    @Test
    void whoever_looks_after_profiles_only_is_no_user() {
        own.enter(world.forCpas(configurator), number, PrimaWebRole.CONFIGURATION);

        assertThat(listed("")).isEmpty();
        assertThat(candidate(configurator)).matches(one -> !one.hasRole() && !one.entered());
        assertThatThrownBy(() -> own.enter(world.forCpas(configurator), number, PrimaWebRole.SOCIAL_WORKER))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("primaweb.not-that-role");
    }

    @Test
    void only_people_of_the_cpas_are_found_by_name() {
        CpasWorld other = worlds.cpas();

        assertThat(users.candidates(gl(), number, other.user.lastName())).isEmpty();
        assertThat(users.candidates(gl(), number, "%")).isEmpty();
        assertThat(users.candidates(gl(), number, " ")).isEmpty();
    }

    @Test
    void a_role_that_ends_takes_the_effect_away_at_once_and_back_again_the_manager_is_asked() {
        Profile profile = create(world.localManager, "Agent");
        entered(worker);
        assign(worker, profile);
        assertThat(functions(worker)).containsExactly("FORMS_LIST");

        endRole(worker, Instant.now().minusSeconds(1));
        assertThat(standing(worker)).isEqualTo(Standing.ENDED);
        assertThatThrownBy(() -> functions(worker))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("primaweb.no-role");
        assertThatThrownBy(() -> assign(worker, everything())).hasMessageContaining("primaweb.role-missing");

        giveRole(worker, Instant.now());
        assertThat(user(worker).asks()).isTrue();
        assertThat(functions(worker)).isEmpty();

        assign(worker, profile);
        assertThat(standing(worker)).isEqualTo(Standing.STANDS);
        assertThat(functions(worker)).containsExactly("FORMS_LIST");
    }

    @Test
    void a_role_that_goes_on_in_another_right_without_a_gap_asks_nobody() {
        Profile profile = create(world.localManager, "Agent");
        entered(worker);
        assign(worker, profile);
        Instant now = Instant.now();
        endRole(worker, now);
        giveRole(worker, now);

        assertThat(standing(worker)).isEqualTo(Standing.STANDS);
        assertThat(functions(worker)).containsExactly("FORMS_LIST");
    }

    @Test
    void whoever_is_blocked_has_no_function_and_unblocked_the_manager_is_asked() {
        Profile profile = create(world.localManager, "Agent");
        entered(worker);
        assign(worker, profile);
        worlds.people().block(worker);

        assertThat(standing(worker)).isEqualTo(Standing.BLOCKED);
        assertThatThrownBy(() -> assign(worker)).hasMessageContaining("primaweb.user-blocked");
        jdbc.sql("""
                        update responsibility_block set blocked_until = now()
                         where responsibility_id in (select id from responsibility where person_id = :person)""").param("person", worker.id().value()).update();

        assertThat(user(worker).asks()).isTrue();
        assertThat(own.home(world.forCpas(worker), number, PrimaWebRole.SOCIAL_WORKER)
                        .held())
                .isEmpty();
    }

    @Test
    void profiles_of_one_cpas_give_nothing_in_another() {
        CpasWorld other = worlds.cpas();
        other.give(worker, ResponsibilityKind.USER, other.socialAction.id());
        other.giveRight(worker, PrimaWebRole.SOCIAL_WORKER_CODE, other.socialAction.id());
        Profile profile = create(world.localManager, "Agent");
        entered(worker);
        assign(worker, profile);
        own.enter(other.forCpas(worker), other.cpas.enterpriseNumber(), PrimaWebRole.SOCIAL_WORKER);

        assertThat(functions(worker)).isNotEmpty();
        assertThat(own.home(other.forCpas(worker), other.cpas.enterpriseNumber(), PrimaWebRole.SOCIAL_WORKER)
                        .held())
                .isEmpty();
        assertThatThrownBy(() -> users.assign(
                        other.forCpas(other.localManager),
                        other.cpas.enterpriseNumber(),
                        worker.id(),
                        1,
                        Set.of(profile.id())))
                .hasMessageContaining("primaweb.profile-gone");
    }

    @Test
    void whoever_is_deactivated_in_one_cpas_keeps_what_they_have_in_another() {
        CpasWorld other = worlds.cpas();
        EnterpriseNumber there = other.cpas.enterpriseNumber();
        Actor theirs = other.forCpas(other.localManager);
        other.give(worker, ResponsibilityKind.USER, other.socialAction.id());
        other.giveRight(worker, PrimaWebRole.SOCIAL_WORKER_CODE, other.socialAction.id());
        own.enter(other.forCpas(worker), there, PrimaWebRole.SOCIAL_WORKER);
        Profile elsewhere = profiles.create(theirs, there, details("Ailleurs", "HEATING_EXPORT"));
        users.assign(theirs, there, worker.id(), 1, Set.of(elsewhere.id()));
        entered(worker);
        assign(worker, create(world.localManager, "Agent"));

        users.deactivate(gl(), number, worker.id());

        assertThat(functions(worker)).isEmpty();
        assertThat(own.home(other.forCpas(worker), there, PrimaWebRole.SOCIAL_WORKER)
                        .held())
                .containsExactly("HEATING_EXPORT");
        users.deactivate(theirs, there, worker.id());
        users.reactivate(gl(), number, worker.id());
        assertThat(users.open(theirs, there, worker.id(), Language.FR).user().deactivatedAt())
                .isNotNull();
    }

    @Test
    void nobody_gives_themselves_a_profile() {
        world.giveRight(configurator, PrimaWebRole.SOCIAL_WORKER_CODE, world.socialAction.id());
        entered(configurator);
        Profile profile = create(world.localManager, "Agent");
        Actor self = world.forCpas(configurator);

        assertThatThrownBy(() -> users.assign(self, number, configurator.id(), 1, Set.of(profile.id())))
                .hasMessageContaining("primaweb.not-for-oneself");
        assign(configurator, profile);
        users.deactivate(self, number, configurator.id());
        assertThat(functions(configurator)).isEmpty();
        assertThatThrownBy(() -> users.reactivate(self, number, configurator.id()))
                .isInstanceOf(NotAllowedException.class);
        users.reactivate(gl(), number, configurator.id());
        users.reactivate(self, number, configurator.id());
        assertThat(user(configurator).deactivatedAt()).isNull();
    }

    @Test
    void nor_a_function_by_a_profile_that_they_have() {
        world.giveRight(configurator, PrimaWebRole.SOCIAL_WORKER_CODE, world.socialAction.id());
        entered(configurator);
        Actor self = world.forCpas(configurator);
        Profile profile = profiles.create(gl(), number, details("Agent", "FORMS_LIST", "HEATING_EXPORT"));
        assign(configurator, profile);

        assertThatThrownBy(() -> profiles.change(
                        self,
                        number,
                        profile.id(),
                        profile.version(),
                        new ProfileDetails(profile.name(), everything().functionsOf(trees.current()))))
                .hasMessageContaining("primaweb.not-for-oneself");
        assertThat(functions(configurator)).containsExactlyInAnyOrder("FORMS_LIST", "HEATING_EXPORT");

        profiles.change(self, number, profile.id(), profile.version(), details("Agent", "FORMS_LIST"));
        assertThat(functions(configurator))
                .as("to lose one is theirs to choose")
                .containsExactly("FORMS_LIST");
    }

    @Test
    void deactivated_a_user_loses_all_profiles_and_comes_back_without() {
        Profile profile = create(world.localManager, "Agent");
        entered(worker);
        assign(worker, profile, everything());

        users.deactivate(gl(), number, worker.id());
        users.deactivate(gl(), number, worker.id());

        assertThat(listed("")).isEmpty();
        assertThat(page(true, "").users()).extracting(ProfileUser::name).containsExactly(worker.displayName());
        assertThat(functions(worker)).isEmpty();
        assertThatThrownBy(() -> assign(worker, profile)).hasMessageContaining("primaweb.user-inactive");
        assertThat(audited("primaweb.user-deactivated", worker.id().value())).isOne();

        users.reactivate(gl(), number, worker.id());
        assertThat(user(worker).profiles()).isEmpty();
        assertThat(listed("")).containsExactly(worker.displayName());
        assertThat(users.print(gl(), number, worker.id(), Language.FR).periods())
                .hasSize(2)
                .allSatisfy(period -> assertThat(period.until()).isNotNull());
    }

    @Test
    void the_second_of_two_managers_who_assign_is_refused() {
        Profile profile = create(world.localManager, "Agent");
        entered(worker);
        int seen = user(worker).version();
        assign(worker, profile);

        assertThatThrownBy(() -> users.assign(
                        gl(), number, worker.id(), seen, Set.of(everything().id())))
                .hasMessageContaining("primaweb.user-changed-meanwhile");
        users.assign(gl(), number, worker.id(), seen, Set.of(profile.id()));
        assertThat(user(worker).profiles()).hasSize(1);
    }

    @Test
    void a_profile_is_either_deleted_or_given() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 5; i++) {
            Profile profile = create(world.localManager, "Course " + i);
            Person one = newWorker("Rosa");
            entered(one);
            var deleted =
                    CompletableFuture.supplyAsync(() -> attempt(() -> profiles.delete(gl(), number, profile.id(), 1)));
            var given = CompletableFuture.supplyAsync(() -> attempt(() -> assign(one, profile)));

            assertThat(deleted.get() ^ given.get()).as("one of both").isTrue();
        }
    }

    @Test
    void the_same_profile_made_at_once_is_made_once() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 5; i++) {
            ProfileDetails same = details("Ensemble " + i, "FORMS_LIST");
            var one = CompletableFuture.supplyAsync(() -> profiles.create(gl(), number, same));
            var other = CompletableFuture.supplyAsync(() -> profiles.create(gl(), number, same));

            assertThat(one.get().id()).isEqualTo(other.get().id());
        }
    }

    private static boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RejectedException | NotFoundException | CompletionException refused) {
            return false;
        }
    }

    @Test
    void a_role_that_ended_this_morning_leaves_the_profiles_without_effect_and_the_user_in_the_list() {
        Profile profile = create(world.localManager, "Agent");
        entered(worker);
        assign(worker, profile);
        endRole(worker, Days.startOf(Days.of(Instant.now())));

        assertThat(page(false, "").users()).singleElement().satisfies(user -> {
            assertThat(user.standing()).isEqualTo(Standing.ENDED);
            assertThat(user.assignable()).isFalse();
            assertThat(user.profiles()).hasSize(1);
        });
        assertThatThrownBy(() -> assign(worker)).hasMessageContaining("primaweb.role-missing");
        users.deactivate(gl(), number, worker.id());
        assertThat(user(worker).profiles()).isEmpty();
    }

    @Test
    void what_was_decided_is_listed_for_whoever_looks_after_profiles() {
        Profile profile = create(world.localManager, "Agent");
        profiles.change(gl(), number, profile.id(), 1, details("Agent bis", "FORMS_LIST"));
        entered(worker);
        assign(worker, profile);
        users.deactivate(world.forCpas(configurator), number, worker.id());
        users.reactivate(gl(), number, worker.id());
        profiles.delete(gl(), number, profile.id(), 2);
        profiles.delete(gl(), number, profile.id(), 2);

        AdminLogs.Listed listed = logs.page(gl(), number, null, 3, Language.FR);
        assertThat(listed.entries())
                .extracting(AdminLogs.Line::what)
                .containsExactly("profile-deleted", "user-reactivated", "user-deactivated");
        assertThat(listed.entries().get(2))
                .matches(entry -> entry.had().equals("Agent bis") && entry.by().startsWith("Connie"));
        assertThat(logs.page(gl(), number, listed.next(), 50, Language.FR).entries())
                .extracting(entry -> entry.what() + " " + entry.name(Language.NL))
                .containsExactly(
                        "profiles-assigned " + worker.displayName(),
                        "profile-changed Agent bis NL",
                        "profile-created Agent NL");
        assertThatThrownBy(() -> logs.page(world.forCpas(worker), number, null, 50, Language.FR))
                .isInstanceOf(NotAllowedException.class);
        CpasWorld other = worlds.cpas();
        assertThat(logs.page(other.forCpas(other.localManager), other.cpas.enterpriseNumber(), null, 50, Language.FR)
                        .entries())
                .isEmpty();
        assertThatThrownBy(() -> logs.page(other.forCpas(other.localManager), number, null, 50, Language.FR))
                .isInstanceOf(NotFoundException.class);
    }

    // ------------------------------------------------------------------------------------------- words of these tests

    private Actor gl() {
        return world.forCpas(world.localManager);
    }

    private static ProfileDetails details(String name, String... functions) {
        return new ProfileDetails(new Translated(name, name.strip() + " NL", ""), Set.of(functions));
    }

    private Profile create(Person by, String name) {
        return profiles.create(world.forCpas(by), number, details(name, "FORMS_LIST"));
    }

    private Profile everything() {
        return profiles.list(gl(), number, Language.FR).profiles().stream()
                .map(ProfileStore.Line::profile)
                .filter(Profile::everything)
                .findFirst()
                .orElseThrow();
    }

    private Person newWorker(String name) {
        Person person = world.person(name);
        world.give(person, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(person, PrimaWebRole.SOCIAL_WORKER_CODE, world.socialAction.id());
        return person;
    }

    private void entered(Person person) {
        own.enter(world.forCpas(person), number, PrimaWebRole.SOCIAL_WORKER);
    }

    private void assign(Person person, Profile... given) {
        users.assign(
                gl(),
                number,
                person.id(),
                user(person).version(),
                Set.copyOf(Stream.of(given).map(Profile::id).toList()));
    }

    private ProfileUser user(Person person) {
        return users.open(gl(), number, person.id(), Language.FR).user();
    }

    private Standing standing(Person person) {
        return user(person).standing();
    }

    private Set<String> functions(Person person) {
        return own.home(world.forCpas(person), number, PrimaWebRole.SOCIAL_WORKER)
                .held();
    }

    private UserStore.Candidate candidate(Person person) {
        return users.candidates(gl(), number, person.lastName()).stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> listed(String typed) {
        return page(false, typed).users().stream().map(ProfileUser::name).toList();
    }

    private UserStore.Page page(boolean inactive, String typed) {
        return users.page(gl(), number, new Asked(typed, null, null, inactive, null, 1, 50, Language.FR));
    }

    private void endRole(Person person, Instant at) {
        jdbc.sql(
                        "update role_assignment set valid_until = :at where person_id = :person and role_code = 'SOCIAL_WORKER'")
                .param("at", Timestamp.from(at))
                .param("person", person.id().value())
                .update();
    }

    private void giveRole(Person person, Instant from) {
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
                        select :id, :person, 'SOCIAL_WORKER', :quality, :from, basis_id from responsibility
                         where person_id = :person and quality_id = :quality limit 1""")
                .param("id", UUID.randomUUID())
                .param("person", person.id().value())
                .param("quality", world.socialAction.id().value())
                .param("from", Timestamp.from(from))
                .update();
    }

    private long audited(String operation, UUID subject) {
        return jdbc.sql("select count(*) from audit_event where operation = :operation and subject_id = :subject")
                .param("operation", operation)
                .param("subject", subject.toString())
                .query(Long.class)
                .single();
    }
}
