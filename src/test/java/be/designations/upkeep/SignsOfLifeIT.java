package be.designations.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.scheduling.RecurringJob;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.TestRegister;
import be.designations.testing.WholeApplication;
import com.icegreen.greenmail.util.GreenMail;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What support and a monitor see of whether the application and what it needs work. */
class SignsOfLifeIT extends WholeApplication {

    @Autowired
    @Qualifier("signsOfLifeJob")
    RecurringJob signs;

    @Autowired
    TestRegister register;

    @Autowired
    GreenMail mailServer;

    @LocalManagementPort
    int managementPort;

    CpasWorld world;
    Browser browser;

    @BeforeEach
    void anAgent() {
        world = worlds.cpas();
        browser = browsers.signedIn(world.supportAgent("Suzanne"));
    }

    @AfterEach
    void allIsWell() {
        register.isSilent(false);
    }

    @Test
    void what_stops_working_is_told_in_words_with_when_it_last_worked() {
        signs.work().run();
        assertThat(row("Registre des entreprises")).contains("En ordre").doesNotContain("À voir");
        assertThat(row("Serveur de mail")).contains("En ordre", "mails abandonnés");
        assertThat(row("Base de données")).contains("En ordre", "Version 17");
        assertThat(row("Registre national")).contains("En ordre");
        assertThat(row("Ancres du journal")).contains("Mo libres");

        assertThat(browser.get("/operations/health").text()).doesNotContain("cinq minutes");
        register.isSilent(true);
        browser.get("/operations/health");
        assertThat(browser.follow(browser.post("/operations/health", Map.of())).text())
                .contains("Tout a été regardé");

        assertThat(row("Registre des entreprises"))
                .contains("À voir", "Il ne répond pas", "Depuis le")
                .containsPattern("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d$");
        assertThat(management()
                        .get("/actuator/health")
                        .at("/components/upkeep/status")
                        .asText())
                .isEqualTo("TROUBLE");
        assertThat(management().get("/actuator/health").text("/components/upkeep/details/enterprise-register"))
                .isEqualTo("silent");
        assertThat(management().get("/actuator/health").text("/status"))
                .as("the node itself is fit")
                .isEqualTo("UP");
        assertThat(api.get("/healthz").text("/status")).isEqualTo("UP");
        assertThat(api.get("/healthz").body()).doesNotContain("upkeep", "silent");
    }

    @Test
    void what_nobody_has_looked_at_for_long_is_not_called_sound() {
        signs.work().run();
        jdbc.sql("update sign_of_life set checked_at = checked_at - interval '6 minutes'")
                .update();

        assertThat(browser.get("/operations/health").text()).contains("plus de cinq minutes");
        assertThat(management().get("/actuator/health").text("/components/upkeep/details/looked"))
                .isEqualTo("long ago");
    }

    @Test
    void figures_of_the_product_and_of_requests_are_read_on_the_management_port_alone() {
        acts.submit(world.forCpas(world.head), world.answers());
        browser.get("/operations/health");

        String figures = management().get("/actuator/prometheus").body();

        assertThat(figures)
                .contains("designations_work_open{", "desk=\"BCSS\"", "late=\"true\"")
                .contains("designations_mails_unsent{", "state=\"given-up\"")
                .contains("designations_decisions_total{", "answer=\"permit\"")
                .contains("designations_engine_jobs_failed", "designations_jobs_lag_seconds", "jvm_memory_used_bytes");
        assertThat(figures.lines().filter(line -> line.matches("designations_work_open\\{.*BCSS.*false.*} [1-9].*")))
                .hasSize(1);
        for (Person reader : new Person[] {world.user, world.supportAgent("Sonia")}) {
            assertThat(browsers.signedIn(reader).get("/actuator/prometheus").status())
                    .isEqualTo(404);
        }
        assertThat(browsers.fresh().get("/actuator/prometheus").status()).isNotEqualTo(200);
        assertThat(management().get("/").status()).isEqualTo(404);
        assertThat(management().get("/operations/health").status()).isEqualTo(404);
    }

    private ApiCaller management() {
        return ApiCaller.at(managementPort);
    }

    private String row(String what) {
        return browser.get("/operations/health")
                .page()
                .select("tbody tr:contains(" + what + ")")
                .text();
    }
}
