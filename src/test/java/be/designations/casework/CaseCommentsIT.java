package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.Mails;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What people say about a dossier, and who reads it (D89). */
class CaseCommentsIT extends WholeApplication {

    private static final String SECRET = "Le diplôme me paraît douteux";

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aDossierAtTheCrossroadsBank() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
    }

    @Nested
    class Reading {

        @Test
        void what_a_desk_says_to_itself_reaches_nobody_else() {
            Person tied = world.official("Tina", OrganisationKind.BCSS, "DPD_REVIEWER");
            world.give(tied, ResponsibilityKind.USER, world.socialAction.id());

            assertThat(write(world.reviewer, SECRET, "COLLEAGUES", world.otherReviewer)
                            .status())
                    .isEqualTo(201);

            assertThat(List.of(world.otherReviewer, world.reviewer)).allSatisfy(colleague -> {
                assertThat(open(colleague).text()).contains(SECRET, "Interne : BCSS");
                assertThat(read(colleague).body()).contains(SECRET);
            });
            // Who is tied to the CPAS sees its dossiers, and is kept from the work of their own desk on them (D13).
            Person support = world.supportAgent("Sarah");
            assertThat(List.of(
                            world.head,
                            world.principalManager,
                            world.candidate,
                            world.approver,
                            world.localManager,
                            tied,
                            support))
                    .allSatisfy(other -> {
                        Browser browser = browsers.signedIn(other);
                        assertThat(browser.get("/cases/" + number).text())
                                .contains("Commentaires")
                                .doesNotContain(SECRET, "mentionne");
                        assertThat(browser.get("/cases.csv").body()).doesNotContain(SECRET);
                        assertThat(read(other).status()).isEqualTo(200);
                        assertThat(read(other).body()).doesNotContain(SECRET, "mentionne");
                    });
            assertThat(mails.about(number)).noneMatch(mail -> mail.words().contains(SECRET));
            assertThat(mails.about(number)).extracting(Mails.Mail::kind).doesNotContain("comment-mention");
        }

        @Test
        void what_is_said_to_everybody_is_read_by_whoever_sees_the_dossier() {
            write(world.reviewer, "Nous attendons le diplôme.", "EVERYONE");

            assertThat(List.of(world.head, world.candidate, world.approver)).allSatisfy(reader -> assertThat(
                            open(reader).page().select("#comments ~ ol").text())
                    .contains(world.reviewer.displayName(), "BCSS", "Nous attendons le diplôme.")
                    .doesNotContain("Interne"));
        }

        @Test
        void the_newest_are_shown_and_those_before_are_folded() {
            for (int i = 1; i <= 7; i++) {
                write(world.reviewer, "Remarque " + i, "EVERYONE");
            }

            var section = open(world.head).page().select("section[aria-labelledby=comments]");
            assertThat(section.select("details summary").text()).isEqualTo("2 commentaires plus anciens");
            assertThat(section.select("details li").eachText())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("Remarque 1");
            assertThat(section.select("> ol > li").eachText())
                    .hasSize(5)
                    .last()
                    .asString()
                    .contains("Remarque 7");
        }
    }

    @Nested
    class Writing {

        @Test
        void whoever_sees_the_dossier_without_working_in_it_does_not_write() {
            assertThat(open(world.candidate).text()).doesNotContain("Écrire un commentaire");
            assertThat(browsers.signedIn(world.candidate).get(page()).status()).isEqualTo(403);
            assertThat(write(world.candidate, "Bonjour", "EVERYONE").text("/code"))
                    .isEqualTo("casework.comment-not-theirs");
            assertThat(write(world.localManager, "Bonjour", "EVERYONE").status())
                    .isEqualTo(403);
        }

        @Test
        void whoever_does_not_see_it_finds_nothing() {
            Person foreign = worlds.cpas().principalManager;

            assertThat(browsers.signedIn(foreign).get(page()).status()).isEqualTo(404);
            assertThat(write(foreign, "Bonjour", "EVERYONE").status()).isEqualTo(404);
            assertThat(api.as(foreign).get(dossier() + "/mentionable").status()).isEqualTo(404);
        }

        @Test
        void the_page_offers_colleagues_and_those_who_had_a_hand_in_it() {
            var form = browsers.signedIn(world.reviewer).get(page()).page();

            assertThat(form.select("label[for^=mentions]").eachText())
                    .contains(world.otherReviewer.displayName(), world.head.displayName())
                    .doesNotContain(
                            world.reviewer.displayName(),
                            world.principalManager.displayName(),
                            world.user.displayName());
            assertThat(form.select("label[for^=audience]").eachText())
                    .containsExactly(
                            "Tous ceux qui voient ce dossier",
                            "Seulement mes collègues qui travaillent à ce dossier (BCSS)");
        }

        @Test
        void a_comment_is_written_on_the_page_and_shown_there() {
            Browser browser = browsers.signedIn(world.head);
            browser.get(page());

            Answer answer = browser.post(page(), Map.of("words", "Bien reçu.", "audience", "EVERYONE"));

            assertThat(answer.location().orElseThrow()).startsWith("/cases/" + number);
            assertThat(browser.get("/cases/" + number).text()).contains("Bien reçu.", "Votre commentaire est publié");
        }

        @Test
        void what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost() {
            Browser browser = browsers.signedIn(world.head);
            browser.get(page());

            Answer answer = browser.post(page(), Map.of("words", "Bien reçu."));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".govuk-error-summary a[href^='#audience']"))
                    .isNotEmpty();
            assertThat(answer.page().select("#words").text()).isEqualTo("Bien reçu.");
            assertThat(comments(world.head)).isEmpty();
        }

        @Test
        void a_national_register_number_is_refused() {
            String niss = world.candidate.niss().formatted();
            Browser browser = browsers.signedIn(world.head);
            browser.get(page());

            Answer answer = browser.post(page(), Map.of("words", "Voyez " + niss, "audience", "EVERYONE"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#words-error").text()).contains("Enlevez le numéro de registre national");
            assertThat(answer.page().select("#words").text()).isEqualTo("Voyez " + niss);
            assertThat(write(world.head, "Voyez " + world.candidate.niss().value(), "EVERYONE")
                            .issues())
                    .contains("words: casework.comment-niss");
            assertThat(comments(world.head)).isEmpty();
        }

        @Test
        void more_than_two_thousand_characters_are_refused() {
            assertThat(write(world.head, "x".repeat(2001), "EVERYONE").issues())
                    .contains("words: casework.comment-length");
            assertThat(write(world.head, "  ", "EVERYONE").status()).isEqualTo(400);
            assertThat(write(world.head, "x".repeat(2000), "EVERYONE").status()).isEqualTo(201);
        }

        @Test
        void who_reads_it_is_never_guessed() {
            assertThat(api.as(world.reviewer)
                            .post(dossier() + "/comments", "{'words': 'Bonjour'}")
                            .status())
                    .isEqualTo(400);
            assertThat(comments(world.head)).isEmpty();
        }

        @Test
        void a_second_click_writes_nothing_more() {
            write(world.head, "Bien reçu.", "EVERYONE");
            write(world.head, "Bien reçu.", "EVERYONE");
            assertThat(comments(world.head)).hasSize(1);

            write(world.head, "Bien reçu.", "COLLEAGUES");
            assertThat(comments(world.head)).hasSize(2);
        }

        @Test
        void it_is_written_down_without_its_words() {
            write(world.reviewer, SECRET, "COLLEAGUES");

            String audited = jdbc.sql("""
                            select string_agg(after::text, ' ') from audit_event
                             where actor_person = :person and operation = 'case.comment-written'""")
                    .param("person", world.reviewer.id().value())
                    .query(String.class)
                    .single();
            assertThat(audited).contains(number.value(), "BCSS").doesNotContain(SECRET);
        }

        @Test
        void the_database_changes_no_comment_but_by_withdrawing_it() {
            write(world.reviewer, SECRET, "COLLEAGUES");

            assertThatThrownBy(() -> jdbc.sql("update case_comment set internal = false where author_id = :author")
                            .param("author", world.reviewer.id().value())
                            .update())
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> jdbc.sql("delete from case_comment where author_id = :author")
                            .param("author", world.reviewer.id().value())
                            .update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Nested
    class Mentioning {

        @Test
        void whoever_is_mentioned_is_told_and_not_what_was_said() {
            write(world.reviewer, SECRET, "COLLEAGUES", world.otherReviewer);

            Mails.Mail mail = mails.to(world.otherReviewer.id()).stream()
                    .filter(it -> it.kind().equals("comment-mention"))
                    .findFirst()
                    .orElseThrow();
            assertThat(mail.subject()).isEqualTo(number + " – Un commentaire vous mentionne");
            assertThat(mail.words())
                    .contains("/cases/" + number + "#comment-")
                    .doesNotContain(SECRET, world.candidate.displayName());
        }

        @Test
        void nobody_is_mentioned_who_does_not_work_in_the_dossier() {
            assertThat(write(world.reviewer, "Bonjour", "EVERYONE", world.user).issues())
                    .contains("mentions: casework.mention-unknown");
            assertThat(write(world.reviewer, "Bonjour", "EVERYONE", worlds.cpas().head)
                            .issues())
                    .contains("mentions: casework.mention-unknown");
            assertThat(api.as(world.reviewer)
                            .post(
                                    dossier() + "/comments",
                                    "{'words': 'Bonjour', 'audience': 'EVERYONE', 'mentions': ['moi']}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void nobody_is_told_of_what_they_cannot_read() {
            assertThat(write(world.reviewer, "Bonjour", "COLLEAGUES", world.head)
                            .issues())
                    .contains("mentions: casework.mention-outside");
            assertThat(write(world.reviewer, "Bonjour", "EVERYONE", world.head).status())
                    .isEqualTo(201);
            assertThat(mails.to(world.head.id())).extracting(Mails.Mail::kind).contains("comment-mention");
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void its_author_takes_the_words_away_and_that_stays_to_be_seen() {
            write(world.head, "Mal dit.", "EVERYONE");
            String comment = comments(world.head).get(0);
            Browser browser = browsers.signedIn(world.head);
            browser.get("/cases/" + number);

            browser.post("/cases/" + number + "/comments/" + comment + "/withdraw", Map.of());
            browser.post("/cases/" + number + "/comments/" + comment + "/withdraw", Map.of());

            assertThat(open(world.reviewer).text())
                    .contains("Commentaire retiré par son auteur")
                    .doesNotContain("Mal dit.");
            assertThat(read(world.reviewer).body()).doesNotContain("Mal dit.");
        }

        @Test
        void nobody_withdraws_the_comment_of_somebody_else() {
            write(world.head, "Bien dit.", "EVERYONE");
            write(world.reviewer, SECRET, "COLLEAGUES");
            String ofHead = comments(world.head).get(0);
            String ofDesk = comments(world.reviewer).get(1);

            assertThat(withdraw(world.principalManager, ofHead).text("/code")).isEqualTo("casework.comment-of-other");
            assertThat(withdraw(world.otherReviewer, ofDesk).status()).isEqualTo(403);
            assertThat(withdraw(world.head, ofDesk).status()).isEqualTo(404);
            assertThat(withdraw(worlds.cpas().head, ofHead).status()).isEqualTo(404);
        }

        @Test
        void after_an_hour_it_stays() {
            UUID old = UUID.randomUUID();
            jdbc.sql("""
                            insert into case_comment (id, case_id, author_id, side, internal, words, written_at)
                            select :id, id, :author, 'ENTITY', false, 'Il y a deux heures', :at
                              from case_file where dossier_number = :number""")
                    .param("id", old)
                    .param("author", world.head.id().value())
                    .param("at", Timestamp.from(Instant.now().minusSeconds(7200)))
                    .param("number", number.value())
                    .update();

            assertThat(withdraw(world.head, old.toString()).text("/code")).isEqualTo("casework.comment-stays");
            Browser browser = browsers.signedIn(world.head);
            assertThat(browser.get("/cases/" + number).page().select("#comment-" + old + " form"))
                    .isEmpty();
            Answer answer = browser.post("/cases/" + number + "/comments/" + old + "/withdraw", Map.of());
            assertThat(browser.follow(answer).text())
                    .contains("Un commentaire ne se retire plus après 60 minutes", "Il y a deux heures");
        }
    }

    private String dossier() {
        return "/api/v1/dossiers/" + number;
    }

    private String page() {
        return "/cases/" + number + "/comment";
    }

    private Answer open(Person reader) {
        return browsers.signedIn(reader).get("/cases/" + number);
    }

    private ApiCaller.Answer read(Person reader) {
        return api.as(reader).get(dossier());
    }

    private ApiCaller.Answer withdraw(Person person, String comment) {
        return api.as(person).delete(dossier() + "/comments/" + comment);
    }

    private ApiCaller.Answer write(Person author, String words, String audience, Person... mentioned) {
        String ids = String.join(
                ", ",
                List.of(mentioned).stream()
                        .map(it -> "'" + it.id().value() + "'")
                        .toList());
        return api.as(author)
                .post(
                        dossier() + "/comments",
                        "{'words': '" + words + "', 'audience': '" + audience + "', 'mentions': [" + ids + "]}");
    }

    private List<String> comments(Person reader) {
        return StreamSupport.stream(read(reader).at("/comments").spliterator(), false)
                .map(comment -> comment.path("id").asText())
                .toList();
    }
}
