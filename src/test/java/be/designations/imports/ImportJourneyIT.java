package be.designations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.testing.BrowserJourney;
import be.designations.testing.ManagedWorld;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A file from the manager’s computer to the report on the rights that it brought, in a browser. */
class ImportJourneyIT extends BrowserJourney {

    @Autowired
    private ImportWork work;

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void a_file_is_brought_checked_confirmed_and_reported(String language, int width) {
        work.carryOut();
        ManagedWorld world = worlds.managed();
        String entity = "/entities/" + world.cpas.cpas.enterpriseNumber().value();
        LocalDate until = LocalDate.now(Days.BRUSSELS).plusDays(20);
        openWindow(width);
        window.signIn(world.cpas.principalManager, language);
        window.open(entity + "/rights");
        window.open(page.locator("main a[href='" + entity + "/import']").getAttribute("href"));
        window.press("main form button");
        assertThat(page.locator("#file-error").count()).isEqualTo(1);
        window.check();

        page.setInputFiles("#file", file("niss|role\n1|A\n"));
        window.press("main form button");
        assertThat(page.locator("#file-error").innerText()).contains("|");
        page.setInputFiles(
                "#file",
                file("niss,category,email,phone,role,right_until,reason\n"
                        + world.stranger.niss().formatted() + ",PERMANENT,new@test.example,+3281000000,E_BOX_USER,"
                        + until + ",Nouveau\n"
                        + world.colleague.niss().formatted() + ",,,,NO_SUCH_RIGHT," + until + ",\n"));
        window.press("main form button");
        assertThat(page.locator("progress").count()).isEqualTo(1);
        window.check();
        work.carryOut();
        // The page asks for itself again.
        page.waitForSelector("#problems");
        window.check();
        assertThat(page.locator("#good").innerText()).isEqualTo("1");
        window.press("form[action$='/apply'] button");
        work.carryOut();
        page.waitForSelector("#problems");
        assertThat(page.locator("#done").innerText()).isEqualTo("1");
        window.check();

        window.open(entity + "/reports");
        window.check();
        window.open(page.locator("#reports a").first().getAttribute("href"));
        assertThat(page.locator("#lines").innerText()).contains(world.stranger.displayName());
        window.check();
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(window.complaints()).isEmpty();
    }

    private static FilePayload file(String text) {
        return new FilePayload("people.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
