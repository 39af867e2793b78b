package be.designations.letters;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void a_preview_is_a_pdf_that_says_it_is_a_sample_and_saves_nothing() {
        Map<String, String> typed = typed();
        int before = current();
        typed.put("_action", "preview-de");

        Answer preview = support.post(PAGE, typed);

        assertThat(preview.header("Content-Type")).startsWith("application/pdf");
        assertThat(preview.body()).startsWith("%PDF-");
        assertThat(current()).isEqualTo(before);
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
        Document page = support.get(PAGE).page();
        Map<String, String> typed = new HashMap<>();
        page.select("main form input[type=text], main form input[name=_version]")
                .forEach(input -> typed.put(input.attr("name"), input.val()));
        page.select("main form textarea").forEach(area -> typed.put(area.attr("name"), area.wholeText()));
        return typed;
    }
}
