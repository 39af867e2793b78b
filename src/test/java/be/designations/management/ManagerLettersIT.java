package be.designations.management;

import static be.designations.testing.ManagedWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.letters.Letter;
import be.designations.letters.LetterKind;
import be.designations.letters.Letters;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.RejectedException;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.DomainWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The letters by which managers designate others without a dossier (D116). */
class ManagerLettersIT extends WholeApplication {

    @Autowired
    Managers managers;

    @Autowired
    Letters letters;

    private ManagedWorld world;
    private Post coLocalManager;

    @BeforeEach
    void makeTheWorld() {
        world = worlds.managed();
        coLocalManager = Post.coLocalManager(world.cpas.socialAction.id());
    }

    @Test
    void every_designation_of_a_manager_makes_one_that_says_as_what_and_where() {
        var entity = world.cpas.cpas.enterpriseNumber();
        Map<Post, String> said = Map.of(
                Post.coPrincipalManager(entity),
                "Co-Responsable des Accès Entité (co-RAE / co-GAP)",
                Post.accessManager(entity, DomainWorld.FINANCE),
                "Gestionnaire d’Accès d’un domaine (GA) – Finances",
                Post.coAccessManager(entity, DomainWorld.FINANCE),
                "Co-Gestionnaire d’Accès d’un domaine (co-GA) – Finances",
                Post.localManager(world.employer.id()),
                "Gestionnaire Local (GL). Qualité : Employeur ONSS.",
                coLocalManager,
                "Co-Gestionnaire Local (co-GL). Qualité : Action sociale.",
                Post.subdivisionManager(world.subdivision),
                "Gestionnaire de Subdivision. Qualité : Action sociale – Aide sociale.",
                Post.coSubdivisionManager(world.otherSubdivision),
                "Co-gestionnaire de Subdivision. Qualité : Action sociale – Insertion.");

        said.forEach((post, words) -> {
            Person named = colleague();
            Letter letter = letterOf(designate(post, named)).orElseThrow();

            assertThat(letter.kind()).isEqualTo(LetterKind.MANAGER_DESIGNATION);
            assertThat(letter.reference()).matches("DES-\\d{4}-\\d{5}");
            assertThat(letter.language()).isEqualTo(Language.FR);
            assertThat(text(named, letter))
                    .contains(words, named.displayName(), world.cpas.principalManager.displayName())
                    .doesNotContain("Base légale")
                    .doesNotContain(named.niss().value());
            assertThat(digestInLog(letter)).isEqualTo(letter.digest());
        });
    }

    @Test
    void the_officer_who_becomes_local_manager_without_a_dossier_reads_the_rule_for_it() {
        managers.remove(as(world.cpas.principalManager), world.localManagerId, null);
        Person officer = world.cpas.localManager;
        tie(officer);

        Letter letter = letterOf(designate(Post.localManager(world.cpas.socialAction.id()), officer))
                .orElseThrow();

        assertThat(text(officer, letter))
                .contains("Gestionnaire Local (GL). Qualité : Action sociale.", "Base légale", "art. 6");
    }

    @Test
    void the_contact_for_structured_messages_manages_nothing_and_gets_none() {
        assertThat(letterOf(designate(Post.technicalUser(world.cpas.socialAction.id()), colleague())))
                .isEmpty();
    }

    @Test
    void is_written_in_the_language_of_the_entity_and_in_german_too() {
        jdbc.sql("update organisation set letter_language = 'de' where id = :id")
                .param("id", world.cpas.cpas.id().value())
                .update();
        Person named = colleague();

        Letter letter = letterOf(designate(coLocalManager, named)).orElseThrow();

        assertThat(text(named, letter))
                .contains("ernennt Sie ab dem", "Lokaler Co-Verwalter (Co-LV)", "Eigenschaft: Sozialhilfe");
    }

    @Test
    void a_designation_that_is_refused_or_said_twice_makes_none_and_two_at_once_make_one() throws Exception {
        long before = made();
        assertThatThrownBy(() -> designate(coLocalManager, world.userOfSubdivision))
                .isInstanceOf(RejectedException.class);
        assertThat(made()).isEqualTo(before);

        Person named = colleague();
        List<Optional<Exception>> came = AtOnce.both(() -> attempt(named), () -> attempt(named));
        assertThat(came.stream().flatMap(Optional::stream)).singleElement().isInstanceOf(AlreadyHandledException.class);
        assertThatThrownBy(() -> designate(coLocalManager, named)).isInstanceOf(AlreadyHandledException.class);
        assertThat(made()).isEqualTo(before + 1);
    }

    @Test
    void holds_as_long_as_the_responsibility() {
        UUID given = designate(coLocalManager, colleague());
        Letter letter = letterOf(given).orElseThrow();
        assertThat(letters.check(letter.code()).orElseThrow().status()).isEqualTo("holds");

        managers.remove(as(world.cpas.principalManager), given, "Autre fonction");

        assertThat(letters.check(letter.code()).orElseThrow().status()).isEqualTo("ended");
        assertThat(browsers.fresh().get("/verify?code=" + letter.code()).text())
                .contains("Désignation d’un gestionnaire", letter.reference(), "Ne vaut plus");
    }

    @Test
    void whoever_sees_the_designation_opens_it_from_there_which_is_written_down_and_nobody_else() {
        Person named = colleague();
        UUID given = designate(coLocalManager, named);
        Letter letter = letterOf(given).orElseThrow();
        String file = "/decisions/" + letter.origin() + "/letter.pdf";

        assertThat(mails.to(named.id())).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(letter.reference()));
        Browser own = browsers.signedIn(named);
        assertThat(own.get("/me").page().select("a[href=" + file + "]").text()).contains(letter.reference());
        assertThat(own.get("/decisions/" + letter.origin()).page().select("a[href=" + file + "]"))
                .hasSize(1);
        for (Person reader : List.of(named, world.cpas.principalManager, world.cpas.localManager)) {
            assertThat(browsers.signedIn(reader).pdf(file)).contains(letter.reference());
        }
        Browser user = browsers.signedIn(world.cpas.user);
        assertThat(user.get("/decisions/" + letter.origin()).page().select("a[href=" + file + "]"))
                .isEmpty();
        for (Person stranger : List.of(world.cpas.user, worlds.cpas().principalManager, world.stranger)) {
            assertThat(browsers.signedIn(stranger).get(file).status())
                    .as(stranger.firstName())
                    .isEqualTo(404);
        }
        assertThat(browsers.fresh().get(file).status()).isEqualTo(302);
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where operation = 'letter.opened' and subject_id = :letter")
                        .param("letter", letter.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void over_the_api_the_same_people_read_it() {
        Person named = colleague();
        Letter letter = letterOf(designate(coLocalManager, named)).orElseThrow();
        String decision = "/api/v1/decisions/" + letter.origin();

        assertThat(api.as(named).get(decision).text("/letter")).isEqualTo(decision + "/letter");
        assertThat(api.as(named).get(decision + "/letter").status()).isEqualTo(200);
        assertThat(api.as(worlds.cpas().head).get(decision + "/letter").status())
                .isEqualTo(404);
        UUID technical = designate(Post.technicalUser(world.cpas.socialAction.id()), colleague());
        String without = "/api/v1/decisions/" + basisOf(technical);
        assertThat(api.as(world.cpas.principalManager)
                        .get(without)
                        .at("/letter")
                        .isMissingNode())
                .isTrue();
        assertThat(api.as(world.cpas.principalManager).get(without + "/letter").status())
                .isEqualTo(404);
    }

    private Optional<Exception> attempt(Person named) {
        try {
            designate(coLocalManager, named);
            return Optional.empty();
        } catch (AlreadyHandledException passed) {
            return Optional.of(passed);
        }
    }

    private UUID designate(Post post, Person person) {
        return managers.designate(
                as(world.cpas.principalManager), post, new Designation(person.niss(), null, false, null, null));
    }

    /** Works there, and is nothing in any quality. */
    private Person colleague() {
        Person colleague = world.cpas.person("Camille");
        tie(colleague);
        return colleague;
    }

    private void tie(Person person) {
        directory.relate(
                person.id(),
                world.cpas.cpas.id(),
                RelationshipCategory.OFFICIAL,
                Instant.parse("2020-01-01T00:00:00Z"),
                "Travaille au CPAS");
    }

    private Optional<Letter> letterOf(UUID responsibility) {
        return letters.ofDecision(basisOf(responsibility));
    }

    private UUID basisOf(UUID responsibility) {
        return access.findResponsibility(responsibility, Instant.now())
                .orElseThrow()
                .responsibility()
                .basis()
                .value();
    }

    private String text(Person reader, Letter letter) {
        return browsers.signedIn(reader)
                .pdf("/decisions/" + letter.origin() + "/letter.pdf")
                .replaceAll("\\s+", " ")
                // A line may end behind a hyphen.
                .replace("- ", "-");
    }

    private String digestInLog(Letter letter) {
        return jdbc.sql("select after ->> 'sha256' from audit_event"
                        + " where operation = 'letter.made' and subject_id = :id")
                .param("id", letter.id().toString())
                .query(String.class)
                .single();
    }

    private long made() {
        return jdbc.sql("select count(*) from letter where organisation_id = :entity")
                .param("entity", world.cpas.cpas.id().value())
                .query(Long.class)
                .single();
    }
}
