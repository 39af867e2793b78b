package be.designations.web.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.ResponsibilityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.identifier.EnterpriseNumber;
import be.designations.scheduling.RecurringJob;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionOperations;

/** The pages of the support desk: for its agents, for nobody else. */
class OperationsIT extends WholeApplication {

    @Autowired
    AuditLog log;

    @Autowired
    @Qualifier("auditVerificationJob")
    RecurringJob verification;

    @Autowired
    TransactionOperations transaction;

    private static final String VERIFICATIONS = "/operations/audit/verifications";

    CpasWorld world;
    Person agent;
    Browser browser;

    @BeforeEach
    void anAgent() {
        world = worlds.cpas();
        agent = world.supportAgent("Suzanne");
        browser = browsers.signedIn(agent);
    }

    @Test
    void everybody_else_is_refused_in_words() {
        UUID mail = unsentMail("Interdit");
        for (Person other : List.of(world.principalManager, world.head, world.reviewer, world.approver, world.user)) {
            var reader = browsers.signedIn(other);
            for (String path : List.of(
                    "/operations",
                    "/operations/mails",
                    "/operations/jobs",
                    "/operations/links",
                    "/operations/retention",
                    "/operations/audit",
                    "/operations/audit.csv",
                    "/operations/audit/verifications",
                    "/operations/managers?number="
                            + world.cpas.enterpriseNumber().value())) {
                var answer = reader.get(path);
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.text()).contains("Seuls les agents du support");
            }
            assertThat(reader.post("/operations/mails/" + mail + "/send-again", Map.of())
                            .status())
                    .isEqualTo(403);
            for (String act : List.of(
                    "/operations/audit/verify",
                    "/operations/audit/anchor",
                    "/operations/retention?_version=x&confirmed=true")) {
                assertThat(reader.post(act, Map.of()).status()).as(act).isEqualTo(403);
            }
            assertThat(reader.get("/").page().select("a[href^=/operations]")).isEmpty();
        }
        assertThat(jdbc.sql("select given_up_at is not null from notification where id = :id")
                        .param("id", mail)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void agents_see_who_manages_an_entity_and_who_did() {
        BasisId decision =
                access.save(Basis.of(null, "co-principal-manager-designated", null, Instant.now(), null, null));
        access.end(
                access.incumbents(
                                ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER,
                                world.cpas.id(),
                                null,
                                null,
                                Instant.now())
                        .get(0),
                Instant.now(),
                decision);
        String page = "/operations/managers?number="
                + world.cpas.enterpriseNumber().formatted().replace(".", "%2E");

        assertThat(browser.get(page).page().select("#entity ~ table tbody th").eachText())
                .containsExactlyInAnyOrder(world.principalManager.displayName(), world.localManager.displayName());
        assertThat(browser.get(page + "&before=true")
                        .page()
                        .select("#entity ~ table tbody th")
                        .eachText())
                .contains(world.coPrincipalManager.displayName());
        assertThat(browser.get(page + "&before=true").text())
                .doesNotContain(world.principalManager.niss().value())
                .doesNotContain(world.principalManager.niss().formatted());
    }

    @Test
    void an_agent_who_types_a_number_that_is_none_or_unknown_is_told_at_the_field() {
        for (String typed :
                List.of("12", EnterpriseNumber.withCheckDigits(9_976_543).value())) {
            var answer = browser.get("/operations/managers?number=" + typed);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#number-error").text()).isNotBlank();
            assertThat(answer.page().select("#number").val()).isEqualTo(typed);
        }
    }

    @Test
    void agents_find_them_in_the_navigation() {
        assertThat(browser.follow(browser.get("/")).page().select("nav a[href=/operations/mails]"))
                .hasSize(1);
    }

    @Test
    void agents_who_type_the_address_of_all_begin_where_the_navigation_leads() {
        assertThat(browser.get("/operations").location()).contains("/operations/mails");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_pages_speak_every_language(Language language) {
        unsentMail("Langue");
        for (String path : List.of(
                "/operations/mails",
                "/operations/jobs",
                "/operations/links",
                "/operations/retention",
                "/operations/audit",
                "/operations/audit/verifications",
                "/operations/audit?dossier=x&from=y")) {
            var answer = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language.code());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain("??");
        }
    }

    /** D111. */
    @Test
    void agents_see_where_each_link_to_another_site_is_used_and_that_a_source_is_no_check() {
        Document page = browser.get("/operations/links").page();

        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "https://professional.socialsecurity.be (fr, nl, de, en)",
                                "01/10/2020 S002",
                                "À vérifier"))
                .anySatisfy(row -> assertThat(row).contains("ondernemingsnummer={number}"));
        assertThat(browser.get("/operations/links?lang=de").text())
                .as("what asks for a page is named in the language of the reader")
                .contains("Gesetz vom 19. Juli 2018 über die Zugänglichkeit der Websites")
                .doesNotContain("accessibility-act");
        assertThat(page.select("tbody a[href*='{']")).isEmpty();
        assertThat(page.select("tbody a[href^=/]").eachAttr("href"))
                .contains("/help/tasks/portal", "/accessibility")
                .allSatisfy(used -> assertThat(browser.get(used).status()).isLessThan(400));
    }

    @Test
    void agents_see_when_each_job_ran_when_it_runs_next_and_whether_it_fails() {
        jdbc.sql("""
                        insert into scheduled_job (task_name, task_instance, execution_time, picked, picked_by, last_success,
                                                   last_failure, consecutive_failures, version)
                        values ('mandate-expiry', 'recurring', '2031-03-01 12:15Z', false, null, '2031-02-27 09:00Z',
                                '2031-03-01 12:00Z', 2, 1),
                               ('retention', 'recurring', '2031-03-01 12:00Z', true, 'node-7', '2031-03-01 06:00Z', null, 0, 1)""").update();
        try {
            var rows = browser.get("/operations/jobs").page().select("tbody tr");

            assertThat(rows.eachText())
                    .anySatisfy(row -> assertThat(row)
                            .contains("mandats de DPD", "2 échecs de suite", "27/02/2031", "01/03/2031 13:00", "13:15"))
                    .anySatisfy(row -> assertThat(row)
                            .contains("durée de conservation", "En ordre", "01/03/2031", "maintenant, sur node-7"))
                    .anySatisfy(row -> assertThat(row).contains("journal d’audit", "Pas encore exécuté"));
        } finally {
            jdbc.sql("delete from scheduled_job").update();
        }
    }

    @Nested
    class Mails {

        @Test
        void one_given_up_is_listed_with_why_and_leaves_when_sent_again() {
            UUID mail = unsentMail("Sujet " + UUID.randomUUID());
            String subject = jdbc.sql("select subject from notification where id = :id")
                    .param("id", mail)
                    .query(String.class)
                    .single();
            assertThat(row(subject).text())
                    .contains(
                            "Destinataire",
                            "destinataire@test.example",
                            "Abandonné",
                            "3",
                            "Cette adresse n’existe pas",
                            "550 mailbox unavailable");

            var answer = browser.post("/operations/mails/" + mail + "/send-again", Map.of());
            assertThat(browser.follow(answer)
                            .page()
                            .select(".govuk-notification-banner")
                            .text())
                    .contains(subject, "envoyé à nouveau");

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jdbc.sql("select sent_at is not null from notification where id = :id")
                            .param("id", mail)
                            .query(Boolean.class)
                            .single());
            assertThat(browser.get("/operations/mails").text()).doesNotContain(subject);
            assertThat(jdbc.sql("select count(*) from audit_event where operation = 'mail.sent-again'"
                                    + " and subject_id = :id and actor_person = :agent")
                            .param("id", mail.toString())
                            .param("agent", agent.id().value())
                            .query(Integer.class)
                            .single())
                    .isOne();
        }

        @Test
        void an_unknown_mail_does_not_exist() {
            browser.get("/operations/mails");

            assertThat(browser.post("/operations/mails/" + UUID.randomUUID() + "/send-again", Map.of())
                            .status())
                    .isEqualTo(404);
        }

        private Element row(String subject) {
            String path = "/operations/mails";
            while (true) {
                var page = browser.get(path).page();
                for (Element row : page.select("tbody tr")) {
                    if (row.text().contains(subject)) {
                        return row;
                    }
                }
                path = page.select("a[rel=next]").attr("href");
                assertThat(path).as("a page with " + subject).isNotEmpty();
            }
        }
    }

    @Nested
    class Audit {

        @Test
        void entries_are_found_by_subject_operation_actor_and_day() {
            String subject = UUID.randomUUID().toString();
            record("probe.changed", subject, world.head);
            record("probe.changed", UUID.randomUUID().toString(), world.user);
            String today =
                    DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.now(ZoneId.of("Europe/Brussels")));

            assertThat(rows("?subjectType=probe&subjectId=" + subject)).hasSize(1);
            assertThat(rows("?operation=probe.changed&subjectType=probe&subjectId=" + subject))
                    .hasSize(1);
            assertThat(rows("?operation=probe.other&subjectType=probe&subjectId=" + subject))
                    .isEmpty();
            assertThat(rows("?actor=" + world.head.lastName()))
                    .hasSize(1)
                    .first()
                    .satisfies(row -> assertThat(row.text()).contains(world.head.displayName(), "probe.changed"));
            assertThat(rows("?actor=Henri+" + world.head.lastName())).hasSize(1);
            assertThat(rows("?subjectType=probe&subjectId=" + subject + "&from=" + today + "&to=" + today))
                    .hasSize(1);
            assertThat(rows("?subjectType=probe&subjectId=" + subject + "&to=31/12/2025"))
                    .isEmpty();
        }

        @Test
        void entries_are_found_by_dossier() {
            var number = acts.submit(world.forCpas(world.principalManager), world.answers());

            var found = rows("?dossier=" + number.toString().toLowerCase(java.util.Locale.ROOT));

            assertThat(found).isNotEmpty().allSatisfy(row -> assertThat(row.text())
                    .contains("dpd"));
        }

        @Test
        void several_people_of_a_name_are_offered_to_choose_from() {
            String name = "Zw" + Long.toString(System.nanoTime(), 36);
            var first = worlds.people().rename(world.person("Paul"), name);
            var second = worlds.people().rename(world.person("Paule"), name + "s");
            record("probe.named", "1", first);
            record("probe.named", "2", second);

            var choices = browser.get("/operations/audit?actor=" + name).page().select("#choices a");

            assertThat(choices).hasSize(2);
            var chosen = browser.get(choices.get(1).attr("href")).page();
            assertThat(chosen.select("tbody tr")).hasSize(1);
            assertThat(chosen.select("#actor").val()).isEqualTo("Paule " + name + "s");
        }

        @Test
        void what_cannot_be_read_is_said_at_its_field() {
            var page = browser.get("/operations/audit?dossier=DPD-1999-99999&actor=Qqqqq&subjectId=1&from=2026-13-45")
                    .page();

            assertThat(page.select(".govuk-error-summary__list a"))
                    .extracting(link -> link.attr("href"))
                    .containsExactlyInAnyOrder("#dossier", "#subjectType", "#from", "#actor");
            assertThat(page.select("#from").attr("aria-describedby")).isEqualTo("from-error");
            assertThat(page.select("tbody tr")).isEmpty();
        }

        @Test
        void a_niss_that_is_typed_stands_in_no_address() {
            String niss = world.candidate.niss().value();
            for (var search : Map.of("/operations/audit", "actor", "/operations/mails", "q")
                    .entrySet()) {
                String path = search.getKey();
                String field = search.getValue();
                browser.get(path);

                var refused = browser.post(path, Map.of(field, niss));

                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.page().select("#" + field + "-error")).hasSize(1);
                assertThat(refused.page().select("a[href*=" + niss + "]")).isEmpty();
                assertThat(browser.post(path, Map.of(field, "Dupont é")).location())
                        .contains(path + "?" + field + "=Dupont%20%C3%A9");
            }
            for (String path : List.of("/operations/audit", "/operations/audit/searches", "/operations/mails")) {
                String typed = "é".repeat(60_000);
                assertThat(browser.post(
                                        path,
                                        Map.of(
                                                "operation",
                                                typed,
                                                "q",
                                                typed,
                                                "why",
                                                typed,
                                                "state",
                                                typed,
                                                "name",
                                                "n"))
                                .status())
                        .as("as much as the field holds is looked for")
                        .isEqualTo(302);
            }
            assertThat(browsers.signedIn(world.head)
                            .post("/operations/audit", Map.of("actor", niss))
                            .status())
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"31/12/%2B999999999", "1/1/%2B300000", "1/1/-9999", "01/01/0000"})
        void a_day_that_is_not_of_these_times_is_said_at_its_field(String day) {
            for (String field : List.of("from", "to")) {
                var answer = browser.get("/operations/audit?" + field + "=" + day);

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.page().select("#" + field + "-error")).hasSize(1);
            }
        }

        @Test
        void what_is_found_is_exported_as_csv() {
            String subject = UUID.randomUUID().toString();
            record("=cmd", subject, world.head);

            var page = browser.get("/operations/audit?subjectType=probe&subjectId=" + subject)
                    .page();
            var file = browser.get(page.select("a[href^=/operations/audit.csv]").attr("href"));

            assertThat(file.header("Content-Type")).startsWith("text/csv");
            assertThat(file.header("Content-Disposition"))
                    .startsWith("attachment; filename=")
                    .contains(".csv");
            assertThat(file.body().lines()).hasSize(2).last().asString().contains(subject, "\"'=cmd\"");
        }

        @Test
        void a_chain_that_holds_is_said_to_hold() {
            record("probe.verified", "1", world.head);
            askForVerification("");
            verification.work().run();

            var page = browser.get(VERIFICATIONS).page();

            assertThat(lastRun(page)).contains("La chaîne est intacte", "Intact", agent.displayName());
            assertThat(page.select("#broken")).isEmpty();
            assertThat(page.text()).containsPattern("Empreinte du journal : [0-9a-f]{64}");
        }

        @Test
        void a_verification_shows_how_far_it_is_until_it_has_ended_and_is_begun_once() {
            record("probe.verified", "2", world.head);
            String seen = lastSeen();
            int before = askedFor();

            var running = browser.follow(askForVerification("", seen)).page();

            assertThat(running.select("#progress").text()).containsPattern("0 lignes vérifiées sur [1-9]");
            assertThat(running.select("#progress a").attr("href")).isEqualTo(VERIFICATIONS);
            assertThat(running.select("#verification").attr("hx-get")).isEqualTo(VERIFICATIONS);
            assertThat(lastRun(running)).contains("En cours", agent.displayName());
            assertThat(browser.follow(askForVerification("", seen)).text()).contains("a déjà été demandée");
            assertThat(browser.follow(askForVerification("")).text()).contains("a déjà été demandée");

            verification.work().run();

            assertThat(browser.follow(askForVerification("", seen)).text()).contains("a déjà été demandée");
            assertThat(askedFor()).isEqualTo(before + 1);
            var ended = browser.get(VERIFICATIONS).page();
            assertThat(ended.select("#progress")).isEmpty();
            assertThat(ended.select("#verification").hasAttr("hx-get")).isFalse();
        }

        @Test
        void an_anchor_brought_to_a_verification_that_goes_on_without_it_is_kept_in_its_field() {
            record("probe.anchored", "2", world.head);
            browser.get("/operations/audit");
            String anchor = browser.post("/operations/audit/anchor", Map.of()).body();
            askForVerification("");

            var refused = browser.follow(askForVerification(anchor)).page();
            verification.work().run();

            assertThat(refused.select("#anchor-error").text()).contains("ne compare pas cette ancre");
            assertThat(refused.selectFirst("textarea[name=anchor]").text()).isEqualTo(anchor);
        }

        @Test
        void what_is_not_whole_is_said_above_the_last_verifications_in_words() {
            record("probe.unsound", "1", world.head);
            jdbc.sql("""
                            insert into audit_verification (started_at, started_by, expected, events, head, first_broken, ended_at,
                                                            anchors, forged, unmet_events, unmet_head, unmet_at, unmet_missing)
                            values (now(), :by, 9, 9, repeat('a', 64), 7, now(), 3, 2, 12, repeat('b', 64), '2031-03-01 12:00Z', 4)""").param("by", agent.id().value()).update();

            var page = browser.get(VERIFICATIONS).page();
            askForVerification("");
            verification.work().run();

            assertThat(page.select("#broken").text())
                    .contains(
                            "n’est pas intact",
                            "à la ligne 7",
                            "l’ancre du 01/03/2031 compte 12 lignes, dont 4 ne sont plus là",
                            "2 ancres");
            assertThat(lastRun(page)).contains("Pas intact", "à la ligne 7");
            assertThat(page.title()).startsWith("Erreur");
            assertThat(browser.get(VERIFICATIONS).page().select("#broken")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "fr, Incomplet, n’ont pas pu être lues",
            "nl, Onvolledig, konden niet gelezen worden",
            "de, Unvollständig, konnten nicht gelesen werden",
            "en, Incomplete, could not be read"
        })
        void anchors_that_could_not_be_read_are_neither_called_whole_nor_broken(
                String language, String state, String why) {
            jdbc.sql("""
                            insert into audit_verification (started_at, started_by, expected, events, head, ended_at, unread)
                            values (now(), :by, 9, 9, repeat('a', 64), now(), true)""").param("by", agent.id().value()).update();

            var page = browser.get(VERIFICATIONS + "?lang=" + language).page();
            browser.get(VERIFICATIONS + "?lang=fr");

            assertThat(page.select("#runs tbody tr").get(0).select(".govuk-tag").text())
                    .isEqualTo(state);
            assertThat(lastRun(page)).contains(why);
            assertThat(page.select("#broken")).isEmpty();
        }

        @Test
        void an_anchor_that_was_kept_elsewhere_is_compared_and_what_is_none_is_refused_with_the_text_kept() {
            record("probe.anchored", "1", world.head);
            browser.get("/operations/audit");
            Answer anchor = browser.post("/operations/audit/anchor", Map.of());
            assertThat(anchor.header("Content-Disposition")).contains("attachment", "audit-anchor-");

            assertThat(lastRun(verified(anchor.body()))).contains("La chaîne est intacte", "comparées avec");

            Document refused = verified("pas une ancre");
            assertThat(refused.select("#anchor-error").text()).contains("n’est pas une ancre");
            assertThat(refused.selectFirst("textarea[name=anchor]").text()).isEqualTo("pas une ancre");
        }

        @Test
        void a_search_is_kept_under_a_name_for_its_owner_alone_and_leads_back() {
            String subject = UUID.randomUUID().toString();
            record("probe.kept", subject, world.head);
            browser.get("/operations/audit?subjectType=probe&subjectId=" + subject);
            Map<String, String> asked = Map.of("name", "Ma sonde", "subjectType", "probe", "subjectId", subject);

            assertThat(browser.follow(browser.post("/operations/audit/searches", asked))
                            .text())
                    .contains("« Ma sonde » est gardée");
            browser.post("/operations/audit/searches", asked);
            var kept = browser.get("/operations/audit").page().select("#saved li a");
            assertThat(kept.eachText()).containsExactly("Ma sonde");
            assertThat(browser.get(kept.attr("href")).page().select("tbody tr")).hasSize(1);

            var colleague = browsers.signedIn(world.supportAgent("Sonia"));
            assertThat(colleague.get("/operations/audit").page().select("#saved li"))
                    .isEmpty();
            String remove = browser.get("/operations/audit")
                    .page()
                    .select("#saved li form")
                    .attr("action");
            assertThat(colleague.post(remove, Map.of()).status()).isEqualTo(404);
            assertThat(browser.follow(browser.post(remove, Map.of())).text()).contains("La recherche est retirée");
            assertThat(browser.get("/operations/audit").page().select("#saved li"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"'', probe, Donnez un nom", "Tout, '', Remplissez d’abord un champ", "85.07.30-033.28, probe, NISS"
        })
        void a_search_that_cannot_be_kept_is_refused_at_its_name(String name, String type, String why) {
            browser.get("/operations/audit");
            Answer refused = browser.post("/operations/audit/searches", Map.of("name", name, "subjectType", type));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#name-error").text()).contains(why);
            assertThat(refused.page().selectFirst("#name").val()).isEqualTo(name);
            assertThat(refused.page().selectFirst("#subjectType").val()).isEqualTo(type);
        }

        /** D31 */
        @Test
        void whoever_searches_leaves_a_line_for_a_day_and_a_question() {
            String subject = UUID.randomUUID().toString();
            String other = UUID.randomUUID().toString();
            for (int i = 0; i < 3; i++) {
                rows("?subjectType=probe&subjectId=" + subject);
            }
            rows("?subjectType=probe&subjectId=" + other);
            browsers.signedIn(world.supportAgent("Sonia"))
                    .get("/operations/audit?subjectType=probe&subjectId=" + subject);

            assertThat(told("audit.searched", agent))
                    .hasSize(2)
                    .anyMatch(asked -> asked.contains(subject))
                    .anyMatch(asked -> asked.contains(other));
            assertThat(jdbc.sql("select count(*) from audit_event where operation = 'audit.searched'"
                                    + " and after ->> 'subjectId' = :subject")
                            .param("subject", subject)
                            .query(Integer.class)
                            .single())
                    .as("by another reader")
                    .isEqualTo(2);
        }

        @Test
        void whoever_exports_verifies_or_takes_an_anchor_leaves_a_line_each_time() {
            record("probe.read", "1", world.head);
            for (int i = 0; i < 2; i++) {
                browser.get("/operations/audit.csv?operation=probe.read");
            }
            askForVerification("");
            verification.work().run();
            browser.post("/operations/audit/anchor", Map.of());

            assertThat(told("audit.exported", agent)).hasSize(2).allMatch(asked -> asked.contains("probe.read"));
            assertThat(told("audit.verified", agent)).singleElement().asString().contains("\"sound\": true");
            assertThat(told("audit.anchored", agent)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"dossier", "subjectType", "subjectId", "actor", "operation"})
        void a_niss_is_refused_as_a_filter_and_stands_nowhere(String field) {
            String niss = world.head.niss().formatted();

            var answer = browser.get("/operations/audit?subjectType=person&" + field + "=" + niss);

            assertThat(answer.page().select(".govuk-error-summary__list a").eachAttr("href"))
                    .containsExactly("#" + field);
            assertThat(answer.text()).contains("N’écrivez pas de NISS ici");
            assertThat(told("audit.searched", agent)).isEmpty();
            assertThat(browser.get("/operations/audit.csv?subjectType=person&" + field + "=" + niss)
                            .status())
                    .isEqualTo(302);
        }

        private List<String> told(String operation, Person by) {
            return jdbc.sql("select coalesce(after::text, '') from audit_event"
                            + " where operation = :operation and actor_person = :by")
                    .param("operation", operation)
                    .param("by", by.id().value())
                    .query(String.class)
                    .list();
        }

        /** Once the job has carried out what was asked for. */
        private Document verified(String anchor) {
            Document answer = browser.follow(askForVerification(anchor)).page();
            verification.work().run();
            return answer.select("#anchor-error").isEmpty()
                    ? browser.get(VERIFICATIONS).page()
                    : answer;
        }

        private Answer askForVerification(String anchor) {
            return askForVerification(anchor, lastSeen());
        }

        private Answer askForVerification(String anchor, String seen) {
            return browser.post("/operations/audit/verify", Map.of("anchor", anchor, "_last", seen));
        }

        private String lastSeen() {
            return browser.get(VERIFICATIONS).page().select("input[name=_last]").val();
        }

        private int askedFor() {
            return jdbc.sql("select count(*) from audit_verification")
                    .query(Integer.class)
                    .single();
        }

        private String lastRun(Document page) {
            return page.select("#runs tbody tr").get(0).text();
        }

        private List<Element> rows(String query) {
            var answer = browser.get("/operations/audit" + query);
            assertThat(answer.status()).isEqualTo(200);
            return answer.page().select("tbody tr");
        }

        private void record(String operation, String subject, Person by) {
            transaction.executeWithoutResult(status -> log.record(
                    AuditEvent.of(operation, "probe", subject).by(by.id().value(), null)));
        }
    }

    private UUID unsentMail(String subject) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into notification (id, kind, recipient_name, to_address, language, subject, text_body, html_body,
                                                  message_id, created_at, attempts, failure, last_error, given_up_at)
                        values (:id, 'probe', 'Destinataire', 'destinataire@test.example', 'fr', :subject, 'x', '<p>x</p>',
                                :message, now() - interval '3 days', 3, 'unknown-mailbox', 'SMTPAddressFailedException: 550 mailbox unavailable', now())""")
                .param("id", id)
                .param("subject", subject)
                .param("message", "<" + id + "@test.example>")
                .update();
        return id;
    }
}
