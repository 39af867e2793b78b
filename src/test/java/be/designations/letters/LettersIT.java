package be.designations.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.limits.Limit;
import be.designations.limits.Limits;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Letters that are made with what they tell, and prove themselves to anybody (D96). */
class LettersIT extends WholeApplication {

    private static final String REASON = "Le temps prévu ne suffit pas.";

    @Autowired
    Letters letters;

    @Autowired
    Limits limits;

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void anApplicationWithItsOpinion() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Le candidat convient.");
    }

    @Test
    void each_is_made_with_what_it_tells_in_the_language_of_the_entity_and_stands_in_the_audit_log() {
        refuse();

        assertThat(made()).extracting(Letter::kind).containsExactly(LetterKind.DPD_OPINION, LetterKind.DPD_REFUSAL);
        assertThat(made()).allSatisfy(letter -> {
            assertThat(letter.reference()).isEqualTo(number.value() + "/" + letter.number());
            assertThat(letter.language()).isEqualTo(world.cpas.letterLanguage());
            assertThat(jdbc.sql("select after ->> 'sha256' from audit_event"
                                    + " where operation = 'letter.made' and subject_id = :id")
                            .param("id", letter.id().toString())
                            .query(String.class)
                            .single())
                    .isEqualTo(letter.digest());
        });
    }

    @Test
    void an_approval_brings_the_certificate_and_the_change_the_letter_to_the_local_manager() {
        approve();
        acts.changeLocalManager(world.forCpas(world.principalManager), number, world.candidate.niss(), true);

        assertThat(made())
                .extracting(Letter::kind)
                .containsExactly(
                        LetterKind.DPD_OPINION,
                        LetterKind.DPD_APPROVAL,
                        LetterKind.DPD_MANDATE,
                        LetterKind.LOCAL_MANAGER);
        assertThat(made())
                .allSatisfy(letter -> assertThat(check(letter).status()).isEqualTo("holds"));
    }

    @Test
    void a_decision_that_is_refused_leaves_no_letter() {
        assertThatThrownBy(() -> acts.decide(CpasWorld.as(world.approver), number, null, false, " "))
                .isInstanceOf(RuntimeException.class);

        assertThat(made()).hasSize(1);
    }

    @Test
    void reasons_that_a_letter_cannot_show_are_told_at_their_field_and_decide_nothing() {
        Browser approver = browsers.signedIn(world.approver);
        String page = "/cases/" + number.value() + "/decision";
        approver.get(page);

        for (String decision : List.of("APPROVED", "REFUSED")) {
            Answer refused = approver.post(
                    page, Map.of("decision", decision, "ground", "TIME", "reason", "Bien,\nmais \uD83D\uDE00"));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#reason-error").text()).contains("Ligne 2", "\uD83D\uDE00");
            assertThat(refused.page().selectFirst("#reason").wholeText()).contains("Bien,");
        }
        assertThat(made()).hasSize(1);
    }

    @Test
    void the_same_decision_twice_makes_one_letter() {
        refuse();
        assertThatThrownBy(this::refuse).isInstanceOf(RuntimeException.class);

        assertThat(made()).hasSize(2);
    }

    @Test
    void nobody_changes_or_removes_a_letter() {
        UUID letter = made().get(0).id();

        assertThatThrownBy(() -> jdbc.sql("update letter set reference = 'x' where id = :id")
                        .param("id", letter)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from letter where id = :id")
                        .param("id", letter)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_mail_of_a_refusal_says_why_at_its_top_and_names_the_letter() {
        refuse();

        assertThat(mails.about(number).stream().filter(mail -> mail.kind().equals("dpd-refused")))
                .isNotEmpty()
                .allSatisfy(mail -> {
                    assertThat(mail.text().indexOf(REASON)).isBetween(1, 400);
                    assertThat(mail.text().indexOf(REASON))
                            .isEqualTo(mail.text().lastIndexOf(REASON));
                    assertThat(mail.text()).contains(number.value() + "/2").contains("#letters");
                });
    }

    @Nested
    class OnTheDossier {

        @Test
        void whoever_reads_the_dossier_opens_its_letters_which_is_written_down() {
            Browser head = browsers.signedIn(world.head);
            Document page = head.get("/cases/" + number.value()).page();
            String link = page.selectFirst("#letters ~ ul a").attr("href");

            assertThat(head.pdf(link)).contains(number.value() + "/1", "Le candidat convient.");
            assertThat(jdbc.sql("select count(*) from audit_event where operation = 'letter.opened'"
                                    + " and actor_person = :person")
                            .param("person", world.head.id().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void whoever_may_not_see_the_dossier_finds_no_letter() {
            String letter = "/cases/" + number.value() + "/letters/1.pdf";

            assertThat(browsers.signedIn(worlds.cpas().head).get(letter).status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(world.user).get(letter).status()).isEqualTo(404);
            assertThat(browsers.fresh().get(letter).status()).isNotEqualTo(200);
            assertThat(browsers.signedIn(world.head)
                            .get("/cases/" + number.value() + "/letters/99.pdf")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Checking {

        @Test
        void anybody_reads_what_a_code_stands_for_and_nothing_of_people() {
            Letter letter = made().get(0);

            Answer answer = browsers.fresh()
                    .get("/verify?code=" + letter.code().toString().toLowerCase(Locale.ROOT));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.page().selectFirst("#verdict").text())
                    .contains(
                            "Cette lettre est authentique",
                            "Avis sur la désignation",
                            letter.reference(),
                            world.cpas.name(Language.FR),
                            "Vaut toujours");
            assertThat(answer.body())
                    .doesNotContain(world.candidate.lastName())
                    .doesNotContain(world.reviewer.lastName())
                    .doesNotContain(world.candidate.niss().value());
        }

        @Test
        void over_the_api_anybody_is_told_the_same() {
            Letter letter = made().get(0);
            String checks = "/api/v1/letter-checks/";

            var found = api.get(checks + letter.code().toString().toLowerCase(Locale.ROOT));

            assertThat(found.status()).isEqualTo(200);
            assertThat(found.text("/kind/code")).isEqualTo("dpd-opinion");
            assertThat(found.text("/reference")).isEqualTo(letter.reference());
            assertThat(found.text("/entity/name/fr")).isEqualTo(world.cpas.name(Language.FR));
            assertThat(found.text("/standing")).isEqualTo("HOLDS");
            assertThat(found.body())
                    .doesNotContain(world.candidate.lastName())
                    .doesNotContain(world.reviewer.lastName())
                    .doesNotContain(world.candidate.niss().value());
            assertThat(api.as(world.user).get(checks + letter.code()).status()).isEqualTo(200);
            assertThat(api.get(checks + "00000000000000000000").status()).isEqualTo(404);
            assertThat(api.get(checks + "abc").status()).isEqualTo(400);
            assertThat(api.get(checks + "abc").body()).contains("letters.code-malformed");
            assertThat(api.get("/api/v1/dossiers/" + number.value()).status())
                    .as("nothing else is open")
                    .isEqualTo(401);
            assertThat(api.get(checks + letter.code() + "/letters").status()).isEqualTo(401);
        }

        @Test
        void a_code_that_does_not_exist_is_told_and_one_that_is_none_is_told_at_the_field() {
            assertThat(browsers.fresh()
                            .get("/verify?code=0000-0000-0000-0000-0000")
                            .page()
                            .selectFirst("#verdict")
                            .text())
                    .contains("Aucune lettre n’a ce code");
            Answer odd = browsers.fresh().get("/verify?code=abc");
            assertThat(odd.status()).isEqualTo(422);
            assertThat(odd.page().selectFirst("#code-error").text()).contains("vingt lettres et chiffres");
            assertThat(odd.page().selectFirst("#code").val()).isEqualTo("abc");
        }

        @Test
        void a_file_altered_by_one_byte_is_told_so_and_the_file_itself_is_found_without_a_code() {
            Letter letter = made().get(0);
            byte[] file = content(letter);
            byte[] altered = file.clone();
            altered[altered.length / 2] ^= 1;

            assertThat(verdict(letter.code().toString(), file)).contains("exactement la lettre");
            assertThat(verdict("", file)).contains("exactement la lettre", letter.reference());
            assertThat(verdict(letter.code().toString(), altered)).contains("il a été modifié", letter.reference());
            assertThat(verdict("", altered)).contains("aucune des lettres").doesNotContain(letter.reference());
        }

        @Test
        void no_file_and_one_larger_than_any_letter_are_told() {
            Answer none = browsers.fresh().postFiles("/verify", Map.of("code", ""), "file", Map.of());
            assertThat(none.status()).isEqualTo(422);
            assertThat(none.page().selectFirst("#file-error").text()).contains("Choisissez");
            Answer large =
                    browsers.fresh().postFiles("/verify", Map.of(), "file", Map.of("large.pdf", new byte[1_100_000]));
            assertThat(large.location().orElse("")).endsWith("/verify?too-large");
            assertThat(browsers.fresh().get("/verify?too-large").text())
                    .contains("plus grand que n’importe quelle lettre");
        }

        @Test
        void whoever_tries_too_often_waits() {
            assertThat(limits.take(Limit.LETTERS, "198.51.100.7")).isEmpty();
            for (int tries = 0; tries < 60; tries++) {
                limits.take(Limit.LETTERS, "198.51.100.7");
            }
            assertThat(limits.take(Limit.LETTERS, "198.51.100.7")).isPresent();
        }

        @Test
        void over_the_api_the_same_tries_count() {
            String check = "/api/v1/letter-checks/" + made().get(0).code();
            try {
                int left = 0;
                while (limits.take(Limit.LETTERS, "127.0.0.1").isEmpty()) {
                    left++;
                }
                assertThat(left).isPositive();
                var refused = api.as(world.user).get(check);
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.body()).contains("security.too-many-letters");
                assertThat(browsers.fresh().get("/verify?code=x").status()).isEqualTo(429);
            } finally {
                jdbc.sql("delete from request_limit where id = 'letters 127.0.0.1'")
                        .update();
            }
        }

        @Test
        void a_certificate_is_replaced_by_that_of_the_next_mandate() {
            approve();
            Letter first = made().get(2);
            CpasWorld same = world;
            DossierNumber before = number;
            acts.changeLocalManager(same.forCpas(same.principalManager), before, same.candidate.niss(), true);
            number = acts.submit(same.forCpas(same.head), CpasWorld.answersFor(same.person("Nele")));
            acts.giveOpinion(CpasWorld.as(same.reviewer), number, null, true, "Convient.");
            approve();

            assertThat(check(first).status()).isEqualTo("replaced");
            assertThat(browsers.fresh()
                            .get("/verify?code=" + first.code().value())
                            .page()
                            .selectFirst("#verdict")
                            .text())
                    .contains("Remplacée depuis le");
        }

        private String verdict(String code, byte[] file) {
            Answer answer =
                    browsers.fresh().postFiles("/verify", Map.of("code", code), "file", Map.of("letter.pdf", file));
            assertThat(answer.status()).isEqualTo(200);
            return answer.page().selectFirst("#verdict").text();
        }
    }

    private void approve() {
        acts.decide(CpasWorld.as(world.approver), number, null, true, null);
    }

    private void refuse() {
        acts.decide(CpasWorld.as(world.approver), number, null, false, REASON);
    }

    private Checked check(Letter letter) {
        return letters.check(letter.code()).orElseThrow();
    }

    private byte[] content(Letter letter) {
        return jdbc.sql("select content from letter where id = :id")
                .param("id", letter.id())
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private List<Letter> made() {
        return letters.ofCase(jdbc.sql("select id from case_file where dossier_number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single());
    }
}
