package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How somebody is reached for a post is corrected without designating anew. */
class PostContactsIT extends WholeApplication {

    private static final Map<String, String> NEW = Map.of("email", "acces@cpas.example", "phone", "081 12 34 56");

    private CpasWorld world;
    private String ofPrincipal;
    private String ofLocal;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
        ofPrincipal = page(world.principalManager, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER);
        ofLocal = page(world.localManager, ResponsibilityKind.LOCAL_MANAGER);
    }

    @Test
    void the_holder_corrects_it_and_those_whom_they_manage_read_it() {
        Browser manager = browsers.signedIn(world.principalManager);
        assertThat(manager.get("/me").page().select("a[href='" + ofPrincipal + "']"))
                .hasSize(1);
        manager.get(ofPrincipal);

        assertThat(manager.post(ofPrincipal, NEW).location()).contains("/me");

        assertThat(browsers.signedIn(world.user).get("/me/managers").text())
                .contains("acces@cpas.example", "081 12 34 56");
        assertThat(manager.get(ofPrincipal).page().selectFirst("#email").val()).isEqualTo("acces@cpas.example");
    }

    @Test
    void whoever_may_change_the_post_corrects_it_too() {
        Browser manager = browsers.signedIn(world.principalManager);
        manager.get(ofLocal);

        assertThat(manager.post(ofLocal, NEW).status()).isEqualTo(302);
        assertThat(email(ofLocal)).isEqualTo("acces@cpas.example");
    }

    @Test
    void the_holder_hears_of_it_once_unless_they_did_it() {
        Browser manager = browsers.signedIn(world.principalManager);
        manager.get(ofLocal);
        manager.post(ofLocal, NEW);
        manager.post(ofLocal, NEW);
        manager.get(ofPrincipal);
        manager.post(ofPrincipal, NEW);

        assertThat(mails.to(world.localManager.id())).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Changement des coordonnées de votre responsabilité", world.principalManager.displayName()));
        assertThat(mails.to(world.principalManager.id())).isEmpty();
    }

    @Test
    void applications_read_and_change_it_by_the_same_rules() {
        String local = "/api/v1" + ofLocal;
        String body = "{'email': 'acces@cpas.example', 'phone': '081 12 34 56'}";

        assertThat(api.as(world.localManager).get(local).at("/email").isMissingNode())
                .isTrue();
        assertThat(api.as(world.principalManager).put(local, body).status()).isEqualTo(204);

        assertThat(api.as(world.localManager).get(local).text("/phone")).isEqualTo("081 12 34 56");
        assertThat(mails.to(world.localManager.id())).hasSize(1);
        for (Person other : new Person[] {world.user, world.reviewer, worlds.cpas().principalManager}) {
            assertThat(api.as(other).get(local).status()).isIn(403, 404);
            assertThat(api.as(other).put(local, body).status()).isIn(403, 404);
        }
        assertThat(api.as(world.localManager)
                        .put(local, "{'email': 'direction', 'phone': 'x'}")
                        .issues())
                .containsExactlyInAnyOrder("email: management.email-unreadable", "phone: management.phone-unreadable");
        assertThat(email(ofLocal)).isEqualTo("acces@cpas.example");
    }

    @Test
    void nobody_else_does() {
        for (Person other : new Person[] {world.user, world.reviewer, worlds.cpas().principalManager}) {
            Browser browser = browsers.signedIn(other);
            browser.get("/me");
            assertThat(browser.get(ofPrincipal).status())
                    .as(other.displayName())
                    .isIn(403, 404);
            assertThat(browser.post(ofPrincipal, NEW).status())
                    .as(other.displayName())
                    .isIn(403, 404);
        }
        Browser local = browsers.signedIn(world.localManager);
        local.get("/me");
        assertThat(local.post(ofPrincipal, NEW).status()).isIn(403, 404);
        assertThat(email(ofPrincipal)).isNotEqualTo("acces@cpas.example");
    }

    @Test
    void what_cannot_be_an_address_comes_back_with_everything_typed() {
        Browser manager = browsers.signedIn(world.principalManager);
        manager.get(ofPrincipal);

        var wrong = manager.post(ofPrincipal, Map.of("email", "direction", "phone", "081 12 34 56"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().selectFirst("#email").val()).isEqualTo("direction");
        assertThat(wrong.page().selectFirst("#phone").val()).isEqualTo("081 12 34 56");
    }

    @Test
    void a_post_that_has_ended_is_not_found() {
        jdbc.sql("update responsibility set valid_until = now(), ended_basis_id = basis_id where id = :id")
                .param("id", id(ofPrincipal))
                .update();

        assertThat(browsers.signedIn(world.coPrincipalManager).get(ofPrincipal).status())
                .isEqualTo(404);
    }

    private String page(Person person, ResponsibilityKind kind) {
        return "/responsibilities/"
                + jdbc.sql("select id from responsibility where person_id = :person and kind = :kind")
                        .param("person", person.id().value())
                        .param("kind", kind.name())
                        .query(UUID.class)
                        .single()
                + "/contact";
    }

    private static UUID id(String page) {
        return UUID.fromString(page.split("/", -1)[2]);
    }

    private String email(String page) {
        return jdbc.sql("select coalesce(email, '') from responsibility where id = :id")
                .param("id", id(page))
                .query(String.class)
                .single();
    }
}
