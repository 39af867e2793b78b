package be.designations.localmanager.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Source: S002 §2. */
class LocalManagerPageIT extends WholeApplication {

    @Autowired
    Clock clock;

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
    }

    @Test
    void the_page_says_who_is_local_manager_and_who_the_officer_is() {
        approved();

        var page = open(world.principalManager);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(world.localManager.displayName(), world.candidate.displayName(), "Action sociale")
                .doesNotContain("Ce qui sera supprimé");
        assertThat(page.page().select("input[name=confirmRemoval]")).isEmpty();
    }

    @Test
    void a_number_that_is_not_the_officer_s_is_refused_at_the_field_and_kept() {
        approved();
        var browser = browsers.signedIn(world.principalManager);
        browser.get(path());

        for (String niss : new String[] {world.user.niss().value(), "85073003328"}) {
            var again = browser.post(path(), Map.of("niss", niss));

            assertThat(again.status()).isEqualTo(422);
            assertThat(again.page().selectFirst("#niss-error").text())
                    .contains("Ce NISS n’est pas celui du DPD approuvé");
            assertThat(again.page().selectFirst("input[name=niss]").val()).isEqualTo(niss);
        }
        var unreadable = browser.post(path(), Map.of("niss", "123"));
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.page().selectFirst("#niss-error")).isNotNull();
        assertThat(localManager()).isEqualTo(world.localManager.id());
    }

    @Test
    void what_would_be_removed_is_named_and_must_be_confirmed() {
        world.give(world.candidate, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(world.candidate, "SOCIAL_WORKER", world.socialAction.id());
        approved();
        var browser = browsers.signedIn(world.principalManager);
        assertThat(browser.get(path())
                        .page()
                        .selectFirst("section[aria-labelledby=removal]")
                        .text())
                .contains("Utilisateur, depuis le 01/01/2020", "Droit : PRIMA-WEB – Agent social");

        var again = browser.post(path(), Map.of("niss", world.candidate.niss().formatted()));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().selectFirst("#confirmRemoval-error").text()).contains("Confirmez");
        assertThat(localManager()).isEqualTo(world.localManager.id());

        for (String niss : new String[] {"", "123", world.user.niss().value()}) {
            assertThat(browser.post(path(), Map.of("niss", niss))
                            .page()
                            .select(".govuk-error-summary a")
                            .eachAttr("href"))
                    .as("a number that is wrong hides no missing tick: " + niss)
                    .containsExactly("#niss", "#confirmRemoval");
        }

        var done = browser.post(path(), Map.of("niss", world.candidate.niss().formatted(), "confirmRemoval", "true"));
        assertThat(done.location()).contains("/cases/" + number);
        assertThat(localManager()).isEqualTo(world.candidate.id());
        assertThat(access.rights(world.socialAction.id(), world.candidate.id(), clock.instant()))
                .isEmpty();
    }

    @Test
    void a_change_is_told_with_its_date_and_leads_to_the_quality() {
        approved();
        var browser = browsers.signedIn(world.coPrincipalManager);
        browser.get(path());

        var first = browser.post(path(), Map.of("niss", world.candidate.niss().value()));
        var second = browser.post(path(), Map.of("niss", world.candidate.niss().value()));

        for (Answer answer : new Answer[] {first, second}) {
            assertThat(answer.location()).contains("/cases/" + number);
        }
        var page = browser.follow(second).page();
        assertThat(page.selectFirst("section[aria-labelledby=local-manager-changed]")
                        .text())
                .containsPattern(world.candidate.displayName() + ", depuis le \\d\\d/\\d\\d/\\d{4} à \\d\\d:\\d\\d");
        assertThat(page.text()).contains(world.localManager.displayName() + " n’est plus Gestionnaire Local");
        assertThat(page.select("a[href=/qualities/" + world.socialAction.id().value() + "]"))
                .hasSize(1);
    }

    @Test
    void who_comes_second_hears_who_was_faster() {
        approved();
        var late = browsers.signedIn(world.coPrincipalManager);
        late.get(path());
        var browser = browsers.signedIn(world.principalManager);
        browser.get(path());
        browser.post(path(), Map.of("niss", world.candidate.niss().value()));

        var answer = late.post(path(), Map.of("niss", world.candidate.niss().value()));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains(world.principalManager.displayName() + " a déjà traité cette étape");
    }

    @Test
    void who_comes_after_a_newer_mandate_hears_what_happened_in_every_language() {
        approved();
        var late = browsers.signedIn(world.principalManager);
        late.get(path());
        acts.approved(world, CpasWorld.answersFor(world.person("Olga")));

        Map.of(
                        "fr", "statut du dossier : « Remplacé par un mandat plus récent »",
                        "nl", "status van het dossier: “Vervangen door een recenter mandaat”",
                        "de", "Status der Akte: „Durch ein neueres Mandat ersetzt“",
                        "en", "status of the case: “Superseded by a newer mandate”")
                .forEach((language, told) -> {
                    late.get("/?lang=" + language);
                    var answer = late.post(
                            path(), Map.of("niss", world.candidate.niss().value()));
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.text()).contains(told);
                });
        late.get("/?lang=fr");
        var page = late.get("/cases/" + number).page();
        assertThat(page.selectFirst(".app-now").text()).contains("mandat plus récent", "ce changement est arrêté");
        assertThat(page.select(".app-timeline__what").eachText())
                .contains("Mandat plus récent approuvé : le changement de Gestionnaire Local est arrêté");
    }

    @Test
    void only_the_principal_managers_of_the_entity_change_it() {
        approved();
        var other = worlds.cpas();

        assertThat(open(world.head).status()).isEqualTo(403);
        assertThat(open(world.head).text()).contains("Seuls le RAE et les co-RAE");
        assertThat(open(other.principalManager).status()).isEqualTo(404);
        assertThat(open(world.approver).status())
                .as("who sees the dossier is told whose it is")
                .isEqualTo(403);
    }

    private void approved() {
        number = acts.approved(world, world.answers());
    }

    private String path() {
        return "/cases/" + number + "/local-manager";
    }

    private Answer open(Person reader) {
        return browsers.signedIn(reader).get(path());
    }

    private PersonId localManager() {
        return access.localManager(world.socialAction.id(), clock.instant())
                .orElseThrow()
                .person();
    }
}
