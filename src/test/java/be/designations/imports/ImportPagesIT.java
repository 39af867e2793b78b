package be.designations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ImportPagesIT extends WholeApplication {

    @Autowired
    private ImportWork work;

    private final LocalDate until = LocalDate.now(Days.BRUSSELS).plusMonths(6);
    private ManagedWorld world;
    private String path;

    @BeforeEach
    void aCpasThatIsManaged() {
        // What other tests left to do would come first.
        work.carryOut();
        world = worlds.managed();
        path = "/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/import";
    }

    private Browser manager(String language) {
        Browser browser = browsers.signedIn(world.cpas.principalManager);
        browser.get(path + "?lang=" + language);
        return browser;
    }

    private static Answer send(Browser browser, String path, byte[] content) {
        browser.get(path);
        return browser.postFiles(path, Map.of(), "file", Map.of("people 85073003328.csv", content));
    }

    private String file() {
        return "niss;category;email;phone;role;right_until;reason\n"
                + world.stranger.niss().formatted() + ";PERMANENT;new@test.example;+3281000000;E_BOX_USER;" + until
                + ";Nouveau\n"
                + world.colleague.niss().formatted() + ";;;;E_BOX_USER;never;\n";
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Lignes refusées, Écrivez une date, Appliquer la ligne correcte, a déjà été apporté",
        "nl, Geweigerde regels, Schrijf een datum, De correcte regel toepassen, is al voor deze entiteit opgeladen"
    })
    void a_file_goes_from_the_form_to_the_rights(
            String language, String refused, String why, String apply, String before) {
        Browser browser = manager(language);
        Answer sent = send(browser, path, file().getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).isEqualTo(302);
        String there = sent.location().orElseThrow();
        Answer checking = browser.get(there);
        assertThat(checking.page().selectFirst("#import").attr("hx-get")).isEqualTo(there);
        assertThat(checking.page().selectFirst("progress").val()).isEqualTo("0");
        assertThat(checking.text()).contains("people ….csv").doesNotContain("85073003328");

        work.carryOut();
        Answer checked = browser.get(there);
        assertThat(checked.page().select("progress")).isEmpty();
        assertThat(checked.page().selectFirst("#good").text()).isEqualTo("1");
        assertThat(checked.page().selectFirst("#problems tbody").text())
                .contains("3")
                .contains("right_until")
                .contains(why);
        assertThat(checked.text()).contains(refused, apply);
        assertThat(browser.get(there + "/problems.csv").body()).contains("\"3\";\"right_until\";\"" + why);

        assertThat(browser.post(there + "/apply", Map.of("good", "2")).status()).isEqualTo(302);
        browser.get(there);
        assertThat(browser.post(there + "/apply", Map.of("good", "1")).status()).isEqualTo(302);
        browser.get(there);
        assertThat(browser.post(there + "/apply", Map.of("good", "1")).status()).isEqualTo(302);
        work.carryOut();
        Answer applied = browser.get(there);
        assertThat(applied.page().selectFirst("#done").text()).isEqualTo("1");
        assertThat(applied.page().select("form[action$=/apply]")).isEmpty();

        Answer again = browser.follow(send(browser, path, file().getBytes(StandardCharsets.UTF_8)));
        assertThat(again.text()).contains(before);
        assertThat(browser.get(path).page().select("#imports tbody tr")).hasSize(1);
        assertThat(browser.get(path + "/export.csv").body())
                .contains(world.stranger.niss().formatted())
                .contains("\"E_BOX_USER\"");
    }

    @ParameterizedTest
    @CsvSource({"fr, Le fichier est en UTF-16", "nl, Het bestand is in UTF-16", "de, Die Datei ist in UTF-16"})
    void a_file_that_cannot_be_read_is_refused_at_the_field(String language, String why) {
        Browser browser = manager(language);
        Answer refused = send(browser, path, file().getBytes(StandardCharsets.UTF_16LE));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("#file-error").text()).contains(why);
        assertThat(refused.page().selectFirst("title").text()).contains(":");
        assertThat(send(browser, path, "niss;role;reason\n1;A;é\n2;B;è\n".getBytes(Charset.forName("windows-1252")))
                        .page()
                        .selectFirst("#file-error")
                        .text())
                .contains("ISO-8859-1")
                .contains("2");
        browser.get(path);
        assertThat(browser.postFiles(path, Map.of(), "file", Map.of()).status()).isEqualTo(422);
        assertThat(browser.get(path).page().select("#imports")).isEmpty();
    }

    @Test
    void the_api_brings_a_file_and_applies_it_too() {
        var manager = api.as(world.cpas.principalManager).with("Accept-Language", "nl");
        String imports =
                "/api/v1/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/imports";
        byte[] content = file().getBytes(StandardCharsets.UTF_8);
        var brought = manager.upload(imports, "file", "people.csv", content);
        assertThat(brought.status()).isEqualTo(201);
        assertThat(brought.text("/state")).isEqualTo("CHECKING");
        assertThat(manager.upload(imports, "file", "people.csv", content).status())
                .isEqualTo(200);
        String one = imports + "/" + brought.text("/id");
        work.carryOut();
        assertThat(manager.get(one).text("/good")).isEqualTo("1");
        var problems = manager.get(one + "/problems");
        assertThat(problems.text("/items/0/column")).isEqualTo("right_until");
        assertThat(problems.text("/items/0/reason")).startsWith("Schrijf een datum");
        assertThat(manager.post(one + "/application?good=7", "").status()).isEqualTo(409);
        assertThat(manager.post(one + "/application?good=1", "").text("/state")).isEqualTo("APPLYING");
        work.carryOut();
        assertThat(manager.get(one).text("/state")).isEqualTo("APPLIED");
        assertThat(manager.get(imports.replace("/imports", "/export.csv")).body())
                .contains("E_BOX_USER");
        assertThat(manager.upload(imports, "file", "people.csv", new byte[0]).status())
                .isEqualTo(400);
        assertThat(api.as(world.cpas.localManager).get(one).status()).isEqualTo(403);
        assertThat(api.as(worlds.cpas().principalManager).get(one).status()).isEqualTo(404);
    }

    @Test
    void others_find_no_such_page_or_may_not_open_it() {
        Browser browser = manager("fr");
        String there = send(browser, path, file().getBytes(StandardCharsets.UTF_8))
                .location()
                .orElseThrow();
        Browser local = browsers.signedIn(world.cpas.localManager);
        assertThat(local.get(path).status()).isEqualTo(403);
        assertThat(local.get(path + "/export.csv").status()).isEqualTo(403);
        Browser foreign = browsers.signedIn(worlds.cpas().principalManager);
        for (String address : new String[] {path, there, there + "/problems.csv", path + "/export.csv"}) {
            assertThat(foreign.get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(browser.get(path + "/" + world.employer.id().value()).status())
                .isEqualTo(404);
        assertThat(browser.get(path + "/nonsense").status()).isEqualTo(404);
    }
}
