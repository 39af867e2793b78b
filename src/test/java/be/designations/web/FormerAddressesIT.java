package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who still has an address of before arrives where the page or the resource is now. */
class FormerAddressesIT extends WholeApplication {

    private static final String DOCUMENT = "0b9f6f5e-4a44-4e0c-8a51-5f0c2c8f7a11";

    Person reader;

    @BeforeEach
    void aReader() {
        reader = worlds.people().person("Ann", Language.FR);
    }

    @ParameterizedTest
    @CsvSource({"/dpd/documents/" + DOCUMENT, "/principal-manager/documents/" + DOCUMENT})
    void a_document_has_one_page_whatever_it_belongs_to(String former) {
        var browser = browsers.fresh();
        browser.signIn(reader.id());

        var answer = browser.get(former);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.location()).contains("/documents/" + DOCUMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  principal-manager-dossiers/GAP-2026-00001,              dossiers/GAP-2026-00001",
        "POST, principal-manager-dossiers/GAP-2026-00001/verification, dossiers/GAP-2026-00001/verification",
        "POST, principal-manager-dossiers/GAP-2026-00001/withdrawal,   dossiers/GAP-2026-00001/withdrawal",
        "GET,  manager-replacements/RES-2026-00001,                    dossiers/RES-2026-00001",
        "POST, manager-replacements/RES-2026-00001/tie,                dossiers/RES-2026-00001/tie",
        "GET,  principal-manager-documents/" + DOCUMENT + ",           documents/" + DOCUMENT
    })
    void a_program_is_sent_on_with_its_method(String method, String former, String present) {
        String json = method.equals("GET") ? "" : "{}";

        var answer = api.as(reader).call(method, "/api/v1/" + former, json);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains("/api/v1/" + present);
        assertThat(api.call(method, "/api/v1/" + former, json).status()).isEqualTo(401);
    }

    @Test
    void nobody_learns_a_former_address_anew() {
        assertThat(api.get("/v3/api-docs").body())
                .doesNotContain("principal-manager-dossiers", "manager-replacements", "principal-manager-documents");
    }
}
