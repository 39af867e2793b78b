package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.IntegrationTest;
import be.designations.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who still has an address of before arrives where the page or the resource is now. */
@IntegrationTest
class FormerAddressesIT {

    private static final String DOCUMENT = "0b9f6f5e-4a44-4e0c-8a51-5f0c2c8f7a11";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    Person reader;

    @BeforeEach
    void aReader() {
        reader = new TestPeople(jdbc, directory).person("Ann", Language.FR);
    }

    @ParameterizedTest
    @CsvSource({"/dpd/documents/" + DOCUMENT, "/principal-manager/documents/" + DOCUMENT})
    void a_document_has_one_page_whatever_it_belongs_to(String former) {
        var browser = new Browser(port);
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
        var api = ApiCaller.at(port);
        String json = method.equals("GET") ? "" : "{}";

        var answer = api.as(reader).call(method, "/api/v1/" + former, json);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains("/api/v1/" + present);
        assertThat(api.call(method, "/api/v1/" + former, json).status()).isEqualTo(401);
    }

    @Test
    void nobody_learns_a_former_address_anew() {
        assertThat(ApiCaller.at(port).get("/v3/api-docs").body())
                .doesNotContain("principal-manager-dossiers", "manager-replacements", "principal-manager-documents");
    }
}
