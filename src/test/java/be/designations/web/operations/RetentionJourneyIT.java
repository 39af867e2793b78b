package be.designations.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has outlived its term is read, confirmed and removed, and its dossier tells, in a browser. */
class RetentionJourneyIT extends BrowserJourney {

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void an_agent_removes_and_the_dossier_tells(String language, int width) {
        CpasWorld world = worlds.cpas();
        DossierNumber number = refusedLongAgo(world);
        UUID paper = UUID.randomUUID();
        jdbc.sql("""
                        insert into attachment (id, subject_id, file_name, media_type, size, sha256, content, added_by, added_at)
                        select :paper, a.id, 'preuve.pdf', 'application/pdf', 1, sha256('x'), 'x', a.submitted_by,
                               timestamptz '2020-01-01 00:00Z'
                          from dpd_application a join case_file c on c.id = a.case_id where c.dossier_number = :number""").param("paper", paper).param("number", number.value()).update();
        openWindow(width);
        window.signIn(world.supportAgent("Suzanne"), language);
        window.open("/operations/retention");
        assertThat(page.locator("#schedule tbody tr").count()).isEqualTo(12);

        window.press("main form button");
        window.check();
        assertThat(page.locator("#confirmed-error").count()).isOne();

        page.check("#confirmed");
        window.press("main form button");
        window.check();
        assertThat(page.locator(".govuk-notification-banner--success").count()).isOne();
        assertThat(page.locator("#runs tbody tr").first().innerText()).contains("Suzanne");

        window.signIn(world.head, language);
        window.open("/cases/" + number);
        assertThat(page.locator("a[href$='" + paper + "']").count()).isZero();
        assertThat(page.locator("section:has(#application) dl").count()).isZero();
        window.open("/documents/" + paper);
        assertThat(window.complaints()).isEmpty();
    }

    private DossierNumber refusedLongAgo(CpasWorld world) {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Trop peu");
        acts.decide(CpasWorld.as(world.approver), number, null, false, "Trop peu");
        jdbc.sql("update dpd_application set last_changed_at = timestamptz '2020-01-01 00:00Z'"
                        + " where case_id = (select id from case_file where dossier_number = :number)")
                .param("number", number.value())
                .update();
        jdbc.sql("update case_file set closed_at = timestamptz '2020-01-01 00:00Z' where dossier_number = :number")
                .param("number", number.value())
                .update();
        return number;
    }
}
