package be.designations.figures;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PublicContactsIT extends WholeApplication {

    @Autowired
    private PublicContacts contacts;

    private CpasWorld world;
    private String place;
    private String number;

    @BeforeEach
    void aCpasOfItsOwnName() {
        world = worlds.cpas();
        place = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "stad";
        number = world.cpas.enterpriseNumber().value();
        jdbc.sql("update municipality set name_fr = :name, name_nl = :name where nis_code = :nis")
                .param("name", place)
                .param("nis", world.cpas.nisCode())
                .update();
        mailboxes("dpo@cpas.example", "info@cpas.example");
    }

    private void mailboxes(String quality, String own) {
        jdbc.sql("update quality set email = :email where id = :id")
                .param("email", quality)
                .param("id", world.socialAction.id().value())
                .update();
        jdbc.sql("update organisation set email = :email where id = :id")
                .param("email", own)
                .param("id", world.cpas.id().value())
                .update();
    }

    private String shown() {
        return browsers.fresh()
                .get("/dpd-contacts?q=" + place)
                .page()
                .select("#contacts tbody")
                .text();
    }

    private String file() {
        return browsers.fresh().get("/dpd-contacts.csv").body();
    }

    private String line() {
        return file().lines()
                .filter(line -> line.contains('"' + number + '"'))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_mailbox_of_the_quality_that_the_officer_keeps_is_public() {
        assertThat(shown()).contains("CPAS de Testville", "5000", "dpo@cpas.example");
        assertThat(line()).contains("\"dpo@cpas.example\"", "\"CC0-1.0\"");
    }

    @Test
    void an_address_that_might_be_a_person_s_is_not_published_and_that_of_the_cpas_stands_in_for_it() {
        mailboxes("gilles.dupont@cpas.example", "info@cpas.example");
        assertThat(shown()).contains("info@cpas.example").doesNotContain("gilles");
        mailboxes("gilles.dupont@cpas.example", "g.dupont@cpas.example");
        assertThat(shown()).doesNotContain("@").contains("Pas encore publiée");
        assertThat(line()).doesNotContain("@");
    }

    @Test
    void nothing_is_published_while_no_mandate_runs() {
        jdbc.sql("delete from responsibility where quality_id = :quality and kind = 'LOCAL_MANAGER'")
                .param("quality", world.socialAction.id().value())
                .update();
        jdbc.sql("update dpd_mandate set valid_until = now() - interval '1 day' where organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();

        assertThat(shown()).doesNotContain("@");
        assertThat(line()).doesNotContain("@");
    }

    /** Names of people of these tests are no words of anything else. */
    @Test
    void nobody_s_name_number_or_own_address_stands_in_the_page_or_the_file() {
        for (Person person : List.of(world.localManager, world.head, world.principalManager, world.candidate)) {
            worlds.people().rename(person, "Zwartenbroeck");
        }
        mailboxes("zwartenbroeck@cpas.example", "info@zwartenbroeck.example");
        jdbc.sql("update organisation set contact_person = 'Zwartenbroeck', phone = '0470 98 76 54' where id = :id")
                .param("id", world.cpas.id().value())
                .update();
        Browser visitor = browsers.fresh();

        String file = file();
        List<String> pages = Stream.of("?q=" + place, "?lang=nl&q=" + place, "?lang=de", "/about?lang=en")
                .map(asked -> visitor.get("/dpd-contacts" + asked).body())
                .toList();

        List<String> niss =
                jdbc.sql("select niss from person").query(String.class).list();
        List<String> addresses = jdbc.sql("select email from person where email is not null")
                .query(String.class)
                .list();
        assertThat(Stream.concat(pages.stream(), Stream.of(file))).allSatisfy(text -> {
            assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain("zwartenbroeck", "0470 98 76 54");
            assertThat(niss).noneMatch(text::contains);
            assertThat(addresses).noneMatch(text::contains);
            assertThat(text).doesNotContainPattern("[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}-[0-9]{3}");
        });
    }

    @Test
    void the_file_has_the_columns_that_its_page_describes_and_a_line_for_each_cpas() {
        String file = file();

        assertThat(file)
                .startsWith(
                        "\ufeff\"enterprise_number\";\"nis_code\";\"name_fr\";\"name_nl\";\"name_de\";\"languages\";"
                                + "\"postal_code\";\"region\";\"province\";\"dpd_mailbox\";\"as_of\";\"licence\"\r\n");
        assertThat(file.lines().count() - 1).isEqualTo(contacts.all().size());
        assertThat(browsers.fresh()
                        .get("/dpd-contacts/about")
                        .page()
                        .select("tbody th")
                        .eachText())
                .containsExactly(file.lines()
                        .findFirst()
                        .orElseThrow()
                        .replaceAll("[\ufeff\"]", "")
                        .split(";", -1));
    }

    @Test
    void whoever_has_the_file_already_is_told_so_and_everything_may_be_kept_for_a_while() {
        Browser visitor = browsers.fresh();
        var first = visitor.get("/dpd-contacts.csv");
        String tag = first.response().headers().firstValue("etag").orElseThrow();

        assertThat(visitor.get("/dpd-contacts.csv", "If-None-Match", tag).status())
                .isEqualTo(304);
        mailboxes("privacy@cpas.example", "info@cpas.example");
        assertThat(visitor.get("/dpd-contacts.csv", "If-None-Match", tag).status())
                .isEqualTo(200);
        assertThat(Stream.of("/dpd-contacts", "/dpd-contacts.csv", "/dpd-contacts/about"))
                .allSatisfy(path -> {
                    var answer = visitor.get(path);
                    assertThat(answer.response().headers().firstValue("cache-control"))
                            .hasValueSatisfying(value ->
                                    assertThat(value).contains("public").contains("max-age=600"));
                    assertThat(answer.response().headers().allValues("set-cookie"))
                            .isEmpty();
                });
    }

    @Test
    void whoever_is_signed_in_reads_the_same_page_which_may_be_kept_on_the_way() {
        Browser browser = browsers.signedIn(world.approver);

        var answer = browser.get("/dpd-contacts?lang=fr&q=" + place);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain(world.approver.lastName())
                .isEqualTo(
                        browsers.fresh().get("/dpd-contacts?lang=fr&q=" + place).body());
        assertThat(browser.get("/figures").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void it_is_found_by_the_beginning_of_the_name_in_every_language(String language) {
        var page = browsers.fresh()
                .get("/dpd-contacts?lang=" + language + "&q=" + place.substring(0, place.length() - 2)
                        + "&place=wallonia&page=7")
                .page();

        assertThat(page.select("#contacts tbody tr")).hasSize(1);
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(browsers.fresh()
                        .get("/dpd-contacts?place=flanders&q=" + place)
                        .page()
                        .select("#contacts"))
                .isEmpty();
        assertThat(browsers.fresh().get("/help").page().select("footer a[href^=/dpd-contacts]"))
                .hasSize(1);
    }
}
