package be.designations.letters;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Support staff edit the texts of letters, which are checked before they are used (D97). */
class LetterTemplatesIT extends WholeApplication {

    private static final String PAGE = "/operations/letters/principal-manager";

    @Autowired
    LetterTemplateStore store;

    CpasWorld world;
    Browser support;

    @BeforeEach
    void anAgentOfSupport() {
        world = worlds.cpas();
        support = browsers.signedIn(world.supportAgent("Suzanne"));
    }

    @Test
    void a_saved_text_is_the_next_version_and_the_one_before_stays() {
        Map<String, String> typed = typed();
        int before = current();
        typed.put("bodyFr", typed.get("bodyFr") + "\n\nFait le {date}, {ENTITÉ}.");

        Answer saved = support.follow(support.post(PAGE, typed));

        assertThat(saved.text()).contains("est enregistré, version " + (before + 1));
        assertThat(store.current(LetterKind.PRINCIPAL_MANAGER).texts().get(0).body())
                .as("words are stored by their code")
                .endsWith("Fait le {date}, {entity}.");
        assertThat(support.get(PAGE + "/" + before).text()).doesNotContain("Fait le");
        assertThat(support.get(PAGE + "/" + (before + 1)).text()).contains("Fait le {date}, {entité}.");
    }

    @Test
    void an_unknown_word_a_missing_one_and_a_lone_brace_are_named_with_their_line_and_nothing_is_lost() {
        Map<String, String> typed = typed();
        int before = current();
        typed.put("bodyFr", "Madame,\n\nVous êtes {gestionaire} à partir du {premier jour}.\nUne { seule.");
        typed.put("titleFr", "Désignation");
        typed.put("bodyNl", "");

        Answer refused = support.post(PAGE, typed);

        assertThat(refused.status()).isEqualTo(422);
        Document page = refused.page();
        assertThat(page.select("#bodyNl-error").text()).isNotBlank();
        assertThat(page.selectFirst("#bodyFr").wholeText()).contains("{gestionaire}");
        assertThat(current()).isEqualTo(before);

        typed.put("bodyNl", typed().get("bodyNl"));
        assertThat(support.post(PAGE, typed)
                        .page()
                        .select(".govuk-error-summary")
                        .text())
                .contains("Ligne 3 : {gestionaire}", "Ligne 4 : une accolade", "Le mot {gestionnaire} manque");
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void of_a_designation_without_dossier_the_function_is_needed_and_a_dossier_cannot_be_named() {
        String designation = "/operations/letters/manager-designation";
        Map<String, String> typed = typed(designation);
        typed.put("titleFr", "Désignation");
        typed.put("bodyFr", "Vous êtes désigné, {gestionnaire}, dès le {premier jour}, dossier {dossier}.");

        for (String action : List.of("save", "preview-fr")) {
            typed.put("_action", action);
            Answer refused = support.post(designation, typed);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#bodyFr-error").text()).contains("Ligne 1 : {dossier}");
            assertThat(refused.page().select(".govuk-error-summary").text()).contains("Le mot {fonction} manque");
            assertThat(refused.page().selectFirst("#bodyFr").wholeText()).contains("Vous êtes désigné");
        }
    }

    @Test
    void a_preview_is_shown_on_the_page_or_taken_along_says_that_it_is_a_sample_and_saves_nothing() {
        Map<String, String> typed = typed();
        int before = current();
        typed.put("titleDe", "Etwas anderes {Verwalter}");
        typed.put("_action", "pdf-de");

        Answer file = support.post(PAGE, typed);

        assertThat(file.header("Content-Type")).startsWith("application/pdf");
        assertThat(file.body()).startsWith("%PDF-");

        typed.put("_action", "preview-de");
        Answer looked = support.post(PAGE, typed);

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.page().select("#look-de img[src^=data:image/jpeg]")).hasSize(1);
        assertThat(looked.page().select("#look-fr")).isEmpty();
        assertThat(looked.page().selectFirst("#titleDe").val()).isEqualTo("Etwas anderes {Verwalter}");
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void what_is_looked_at_while_a_colleague_saves_is_saved_only_after_being_told() {
        Map<String, String> mine = typed();
        mine.put("titleFr", "Vu {gestionnaire} " + current());
        mine.put("_action", "preview-fr");
        Browser other = browsers.signedIn(world.supportAgent("Odile"));
        Map<String, String> theirs = typed();
        theirs.put("titleFr", "Entre-temps {gestionnaire} " + current());
        assertThat(other.post(PAGE, theirs).status()).isEqualTo(302);
        int saved = current();

        Document looked = support.post(PAGE, mine).page();

        assertThat(looked.select("#theirs").text()).contains("Entre-temps");
        mine.put("_action", "save");
        Answer told = support.post(PAGE, mine);
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().selectFirst("#titleFr").val()).startsWith("Vu {gestionnaire}");
        assertThat(current()).isEqualTo(saved);
    }

    @Test
    void of_two_who_save_at_the_same_moment_one_is_told_and_loses_nothing() throws Exception {
        Browser other = browsers.signedIn(world.supportAgent("Omer"));
        List<Browser> both = List.of(support, other);
        Map<String, String> typed = typed();
        other.get(PAGE);
        int before = current();
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Answer>> saving = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    Map<String, String> mine = new HashMap<>(typed);
                    mine.put("titleFr", "En même temps " + i + " {gestionnaire} " + before);
                    try {
                        start.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                    return both.get(i).post(PAGE, mine);
                }))
                .toList();

        List<Answer> answers = saving.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(302, 422);
        assertThat(current()).isEqualTo(before + 1);
        for (int i = 0; i < 2; i++) {
            if (answers.get(i).status() == 422) {
                Document told = answers.get(i).page();
                assertThat(told.selectFirst("#titleFr").val()).startsWith("En même temps " + i);
                assertThat(told.select("#theirs").text()).contains("En même temps " + (1 - i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"漢字", "😀", "שלום", "مرحبا", "✓"})
    void a_sign_that_letters_cannot_show_is_told_at_its_field_with_its_line(String sign) {
        Map<String, String> typed = typed();
        int before = current();
        typed.put("bodyNl", typed.get("bodyNl") + "\n\nTeken " + sign);
        int line = (int) typed.get("bodyNl").lines().count();

        for (String action : List.of("save", "preview-nl", "pdf-nl")) {
            typed.put("_action", action);
            Answer refused = support.post(PAGE, typed);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#bodyNl-error").text())
                    .contains("Ligne " + line + " : l’écriture des lettres n’a pas le signe");
            assertThat(refused.page().selectFirst("#bodyNl").wholeText()).contains("Teken");
        }
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void marks_that_nobody_sees_and_copied_texts_bring_along_are_no_error() {
        Map<String, String> typed = typed();
        typed.put(
                "bodyFr",
                typed.get("bodyFr") + "\n\nVis\u2011à\u2011vis\ufeff, e\u0301te\u0301\u202e\u200b " + current());

        assertThat(support.post(PAGE, typed).status()).isEqualTo(302);
    }

    @Test
    void whoever_saves_over_a_text_that_was_changed_meanwhile_is_told_and_loses_nothing() {
        Map<String, String> mine = typed();
        Map<String, String> theirs = typed();
        mine.put("titleFr", "Mon titre {gestionnaire}");
        theirs.put("titleFr", "Leur titre {gestionnaire} " + current());
        Browser other = browsers.signedIn(world.supportAgent("Oscar"));
        assertThat(other.post(PAGE, theirs).status()).isEqualTo(302);

        Answer told = support.post(PAGE, mine);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().select(".govuk-error-summary").text()).contains("Oscar", "pendant que vous écriviez");
        assertThat(told.page().selectFirst("#titleFr").val()).isEqualTo("Mon titre {gestionnaire}");
        assertThat(told.page().select("#theirs").text()).contains("Leur titre");

        mine.put("_version", told.page().selectFirst("input[name=_version]").val());
        assertThat(support.post(PAGE, mine).status()).isEqualTo(302);
        assertThat(store.current(LetterKind.PRINCIPAL_MANAGER).texts().get(0).title())
                .isEqualTo("Mon titre {manager}");
    }

    @Test
    void the_same_text_twice_is_one_version() {
        Map<String, String> typed = typed();
        typed.put("titleFr", "Deux fois {gestionnaire} " + current());
        support.post(PAGE, typed);
        int once = current();

        support.post(PAGE, typed);

        assertThat(current()).isEqualTo(once);
    }

    @Test
    void nobody_but_support_reads_or_edits_them() {
        Browser head = browsers.signedIn(world.head);

        assertThat(head.get("/operations/letters").status()).isEqualTo(403);
        assertThat(head.get(PAGE).status()).isEqualTo(403);
        assertThat(head.post(PAGE, typed()).status()).isEqualTo(403);
        assertThat(support.get("/operations/letters/no-such-letter").status()).isEqualTo(404);
        assertThat(support.get(PAGE + "/999").status()).isEqualTo(404);
    }

    private int current() {
        return store.current(LetterKind.PRINCIPAL_MANAGER).version();
    }

    /** What the form holds when it is opened. */
    private Map<String, String> typed() {
        return typed(PAGE);
    }

    private Map<String, String> typed(String address) {
        Document page = support.get(address).page();
        Map<String, String> typed = new HashMap<>();
        page.select("main form input[type=text], main form input[name=_version]")
                .forEach(input -> typed.put(input.attr("name"), input.val()));
        page.select("main form textarea").forEach(area -> typed.put(area.attr("name"), area.wholeText()));
        return typed;
    }
}
