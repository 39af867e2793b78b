package be.designations.web.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.scheduling.RecurringJob;
import be.designations.testing.BrowserJourney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** The audit log is verified in the background while somebody watches, in a browser. */
class AuditVerificationJourneyIT extends BrowserJourney {

    @Autowired
    @Qualifier("auditVerificationJob")
    private RecurringJob verification;

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void an_agent_asks_for_it_and_sees_it_go_on_and_end(String language, int width) {
        openWindow(width);
        window.signIn(worlds.cpas().supportAgent("Suzanne"), language);
        window.open("/operations/audit/verifications");

        window.press("form[action$='/verify'] button");
        window.check();
        assertThat(page.locator("#progress progress")).isVisible();

        verification.work().run();

        // Without a reload.
        assertThat(page.locator("#progress")).hasCount(0);
        assertThat(page.locator("#runs tbody tr").first()).containsText("Suzanne");
        window.check();

        findBroken(7);
        window.open("/operations/audit/verifications");
        assertThat(page.locator("#broken")).isVisible();
        findBroken(null);
        assertThat(window.complaints()).isEmpty();
    }

    private void findBroken(@Nullable Integer event) {
        jdbc.sql(
                        "update audit_verification set first_broken = :event where id = (select max(id) from audit_verification)")
                .param("event", event)
                .update();
    }
}
