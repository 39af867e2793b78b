package be.designations.dpd.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DocumentKind;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDocuments;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.SampleFiles;
import be.designations.testing.WholeApplication;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The documents of a draft, and who opens them. */
class DocumentPagesIT extends WholeApplication {

    @Autowired
    DpdDesignations designations;

    @Autowired
    DpdDocuments documents;

    CpasWorld world;
    Browser browser;
    ApplicationId draft;
    String page;

    @BeforeEach
    void begin() {
        world = worlds.cpas();
        var actor = world.forCpas(world.principalManager);
        draft = acts.draft(actor, world.answers()).id();
        page = "/dpd/applications/" + draft + "/documents";
        browser = browsers.signedIn(world.principalManager);
        browser.get(page);
    }

    @Test
    void an_empty_list_says_what_to_do() {
        assertThat(browser.get(page).text()).contains("Choisissez vos fichiers ci-dessous");
    }

    @Test
    void several_files_are_added_at_once_and_listed() {
        var answer = add(Map.of(
                "Diplôme.pdf", SampleFiles.pdf(),
                "C:\\scans\\plan.png", SampleFiles.of(DocumentKind.PNG)));

        assertThat(answer.location()).contains(page);
        var list = browser.follow(answer).page();
        assertThat(list.select(".govuk-notification-banner").text()).contains("2 documents sont ajoutés");
        assertThat(list.select("dt").eachText()).containsExactlyInAnyOrder("Diplôme.pdf", "plan.png");
    }

    @Test
    void the_same_file_twice_is_there_once() {
        add(Map.of("a.pdf", SampleFiles.pdf()));
        add(Map.of("a.pdf", SampleFiles.pdf()));

        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void what_cannot_be_taken_is_named_and_the_rest_is_kept() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bon.pdf", SampleFiles.pdf());
        files.put("programme.pdf", new byte[] {'M', 'Z', 0, 0, 1, 2, 3});
        files.put("vide.pdf", new byte[0]);

        var answer = add(files);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".govuk-error-summary a[href='#files']").eachText())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("programme.pdf", "n’est pas un PDF"))
                .anySatisfy(text -> assertThat(text).contains("vide.pdf", "est vide"));
        assertThat(answer.page().select("#files-error").text()).contains("programme.pdf");
        assertThat(answer.page().selectFirst("#files").attr("aria-describedby")).contains("files-error");
        assertThat(names()).containsExactly("bon.pdf");
    }

    @Test
    void sending_without_a_file_asks_for_one() {
        var answer = browser.postFiles(page, Map.of(), "files", Map.of("", new byte[0]));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".govuk-error-summary").text()).contains("Choisissez d’abord un fichier");
        assertThat(browser.post(page, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void ten_mebibytes_are_taken_and_more_is_answered_with_a_page() {
        assertThat(add(Map.of("a.pdf", Arrays.copyOf(SampleFiles.pdf(), 10_485_760)))
                        .status())
                .isEqualTo(302);
        browser.get(page);
        for (int size : new int[] {10_485_761, 11 << 20}) {
            var answer = add(Map.of("b.pdf", Arrays.copyOf(SampleFiles.pdf(), size)));
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).contains("Le fichier est trop grand");
        }
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void ten_documents_are_taken_and_no_more() {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 10; i <= 20; i++) {
            files.put("document" + i + ".pdf", SampleFiles.pdf());
        }

        var answer = add(files);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".govuk-error-summary").text()).contains("Pas plus de 10 documents");
        assertThat(names()).hasSize(10).doesNotContain("document20.pdf");
    }

    @Test
    void a_document_is_removed_and_a_second_click_finds_it_gone() {
        add(Map.of("a.pdf", SampleFiles.pdf()));
        String button =
                browser.get(page).page().selectFirst("button[name=_action]").val();

        for (int click = 1; click <= 2; click++) {
            var answer = browser.post(page, Map.of("_action", button));
            assertThat(answer.location()).contains(page);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void a_document_of_another_draft_is_not_removed() {
        add(Map.of("a.pdf", SampleFiles.pdf()));
        String document = id();
        var other = worlds.cpas();
        var otherDraft = designations.startDraft(other.forCpas(other.head), other.cpas.id());
        var stranger = browsers.signedIn(other.head);
        String strangersPage = "/dpd/applications/" + otherDraft.id() + "/documents";
        stranger.get(strangersPage);

        stranger.post(strangersPage, Map.of("_action", "remove:" + document));

        assertThat(names()).containsExactly("a.pdf");
        assertThat(stranger.post(page, Map.of("_action", "remove:" + document)).status())
                .isEqualTo(404);
    }

    @Test
    void a_document_is_kept_by_the_browser_and_not_shown() {
        add(Map.of("Décision n° 1.pdf", SampleFiles.pdf()));

        var opened = browser.get("/documents/" + id());

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(opened.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''D%C3%A9cision%20n%C2%B0%201.pdf");
        assertThat(opened.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(opened.header("Cache-Control")).contains("no-store");
        assertThat(opened.body()).startsWith("%PDF-1.4");
    }

    @Test
    void a_document_is_for_the_readers_of_its_application() {
        add(Map.of("a.pdf", SampleFiles.pdf()));
        String document = "/documents/" + id();
        var stranger = browsers.signedIn(worlds.cpas().head);

        assertThat(browsers.signedIn(world.head).get(document).status()).isEqualTo(200);
        for (Browser reader :
                List.of(browsers.signedIn(world.reviewer), browsers.signedIn(world.localManager), stranger)) {
            assertThat(reader.get(document).status()).isEqualTo(404);
        }
        designations.submit(world.forCpas(world.head), draft, 1);
        assertThat(browsers.signedIn(world.reviewer).get(document).status()).isEqualTo(200);
        assertThat(browsers.signedIn(world.localManager).get(document).status()).isEqualTo(200);
        assertThat(stranger.get(document).status()).isEqualTo(404);
        assertThat(browser.get("/documents/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(browsers.fresh().get(document).location()).contains("/sign-in");
        assertThat(jdbc.sql("select actor_person from audit_event"
                                + " where operation = 'dpd.document-opened' and subject_id = :id order by id")
                        .param("id", document.substring(document.lastIndexOf('/') + 1))
                        .query(UUID.class)
                        .list())
                .as("whoever is not of those who file it is written down")
                .containsExactly(
                        world.reviewer.id().value(), world.localManager.id().value());
    }

    @Test
    void after_sending_documents_do_not_change() {
        add(Map.of("a.pdf", SampleFiles.pdf()));
        String document = id();
        var number = designations.submit(world.forCpas(world.head), draft, 1);

        assertThat(browser.post(page, Map.of("_action", "remove:" + document)).location())
                .contains("/cases/" + number);
        assertThat(add(Map.of("b.pdf", SampleFiles.pdf())).location()).contains("/cases/" + number);
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void the_check_lists_them() {
        add(Map.of("a.pdf", SampleFiles.pdf()));

        assertThat(browser.get("/dpd/applications/" + draft + "/check")
                        .page()
                        .select("a[href^=/documents/]")
                        .text())
                .isEqualTo("a.pdf");
    }

    private Answer add(Map<String, byte[]> files) {
        return browser.postFiles(page, Map.of(), "files", files);
    }

    private List<String> names() {
        return documents.list(world.forCpas(world.head), draft).stream()
                .map(it -> it.file().fileName())
                .toList();
    }

    private String id() {
        return documents
                .list(world.forCpas(world.head), draft)
                .get(0)
                .file()
                .id()
                .toString();
    }
}
