package be.designations.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.directory.Person;
import be.designations.scheduling.RecurringJob;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.Mails;
import be.designations.testing.WholeApplication;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Mails that failed are sent again, many at once, each of them once (D88). */
class MailRetriesIT extends WholeApplication {

    private static final String PAGE = "/operations/mails";

    @Autowired
    GreenMail server;

    @Autowired
    @Qualifier("supportRunsJob")
    RecurringJob runs;

    /** In the subject of the mails of this test. */
    final String mark = "M" + Long.toString(System.nanoTime(), 36);

    Person agent;
    Person colleague;
    Browser browser;

    @BeforeEach
    void agents() {
        var world = worlds.cpas();
        agent = world.supportAgent("Suzanne");
        colleague = world.supportAgent("Simon");
        browser = browsers.signedIn(agent);
    }

    @AfterEach
    void noneIsLeft() {
        jdbc.sql("delete from notification where subject like :mark")
                .param("mark", mark + "%")
                .update();
    }

    @Test
    void two_thousand_are_sent_again_once_though_two_agents_ask_at_the_same_time() throws Exception {
        failed(2000, "unknown-mailbox", "someone@test.example");
        failed(1, "mailbox-full", "someone@test.example");
        String found = PAGE + "?why=unknown-mailbox&q=" + mark;
        Answer list = browser.get(found);
        assertThat(list.page().select("button[value=all]").text()).contains("2").contains("mails trouvés");
        assertThat(list.page().select("tbody tr")).hasSize(25);
        Browser other = browsers.signedIn(colleague);
        other.get(found);
        String seen = list.page().selectFirst("input[name=_last]").val();
        Map<String, String> all = Map.of("_last", seen, "_action", "all", "why", "unknown-mailbox", "q", mark);

        List<String> locations =
                AtOnce.both(() -> browser.post(PAGE + "/again", all), () -> other.post(PAGE + "/again", all)).stream()
                        .map(answer -> answer.location().orElseThrow())
                        .toList();
        String run = locations.get(0);

        assertThat(locations).as("the same run for both").containsExactly(run, run);
        assertThat(run).startsWith("/operations/runs/");
        await().atMost(Duration.ofSeconds(90)).until(() -> unsent("unknown-mailbox") == 0);
        assertThat(browser.post(PAGE + "/again", all).location())
                .as("a click that comes late")
                .contains(run);
        assertThat(browser.get(run).text()).contains("sur", "envoyés, 0 en échec");
        runs.work().run();
        Answer ended = browser.get(run);
        assertThat(ended.page().select("#run").hasAttr("hx-get")).isFalse();
        assertThat(ended.page().selectFirst("progress").val()).isEqualTo("100");
        assertThat(ended.text()).contains("Terminé", "0 en échec");
        List<UUID> expected = jdbc.sql("select id from notification where subject like :mark and sent_at is not null")
                .param("mark", mark + "%")
                .query(UUID.class)
                .list();
        assertThat(expected).hasSize(2000);
        assertThat(Mails.ids(server).stream().filter(expected::contains))
                .hasSize(2000)
                .doesNotHaveDuplicates();
        assertThat(unsent("mailbox-full")).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select after ->> 'mails' from audit_event
                         where operation = 'mail.many-sent-again' and actor_person in (:agents)
                         order by id desc limit 1""")
                        .param(
                                "agents",
                                List.of(agent.id().value(), colleague.id().value()))
                        .query(String.class)
                        .single())
                .isEqualTo("2000");
    }

    @Test
    void those_that_are_ticked_are_sent_again_and_what_fails_once_more_is_counted_and_found() {
        List<UUID> good = failed(2, "no-connection", "someone@test.example");
        List<UUID> bad = failed(1, "address-unreadable", "no address at all");
        List<UUID> left = failed(1, "no-connection", "someone@test.example");
        Answer list = browser.get(PAGE + "?q=" + mark);
        assertThat(list.text())
                .contains("Le serveur de mail ne répond pas", "Ce qui est gardé comme adresse n’en est pas une");

        Answer none = browser.post(PAGE + "/again", Map.of("q", mark, "_last", seen()));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Cochez au moins un mail");

        String ticked = "?mail=" + good.get(0) + "&mail=" + good.get(1) + "&mail=" + bad.get(0);
        String run = browser.post(PAGE + "/again" + ticked, Map.of("q", mark, "_last", seen()))
                .location()
                .orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.get(run).text().contains("2 sur 3 envoyés, 1 en échec"));
        runs.work().run();

        assertThat(browser.get(run).text()).contains("Terminé, avec des échecs", "2 sur 3 envoyés, 1 en échec");
        Answer again = browser.get(browser.get(run)
                .page()
                .selectFirst("a[href^=/operations/mails?run=]")
                .attr("href"));
        assertThat(again.page().select("tbody tr")).hasSize(1);
        assertThat(again.text()).contains("no address at all");
        assertThat(unsent("no-connection")).isEqualTo(left.size());
    }

    @Test
    void a_number_of_a_person_is_not_looked_for() {
        Answer refused = browser.get(PAGE + "?q=85.07.30-033.28");

        assertThat(refused.page().select("#q-error").text()).contains("N’écrivez pas de NISS");
    }

    private String seen() {
        return browser.get(PAGE + "?q=" + mark)
                .page()
                .selectFirst("input[name=_last]")
                .val();
    }

    private int unsent(String failure) {
        return jdbc.sql("""
                        select count(*) from notification
                         where sent_at is null and subject like :mark and failure = :failure""")
                .param("mark", mark + "%")
                .param("failure", failure)
                .query(Integer.class)
                .single();
    }

    private List<UUID> failed(int many, String failure, String address) {
        return jdbc.sql("""
                        insert into notification (id, kind, recipient_name, to_address, language, subject, text_body, html_body,
                                                  message_id, created_at, attempts, failure, last_error, given_up_at)
                        select id, 'probe', 'Destinataire', :address, 'fr', :mark || ' ' || id, 'x', '<p>x</p>',
                               '<' || id || '@test.example>', now() - interval '3 days', 4, :failure, 'x', now()
                          from (select gen_random_uuid() as id from generate_series(1, :many)) as mail
                        returning id""")
                .param("address", address)
                .param("mark", mark)
                .param("failure", failure)
                .param("many", many)
                .query(UUID.class)
                .list();
    }
}
