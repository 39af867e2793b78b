package be.designations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A way through the application in a real browser. Every page on the way is accessible as far as axe-core can tell, fits
 * its window, and breaks no content security policy.
 */
public abstract class BrowserJourney extends WholeApplication {

    @LocalServerPort
    private int port;

    /** The one that the test has opened, and what it shows. */
    protected CheckedWindow window;

    protected Page page;

    @BeforeAll
    static void needsABrowser() {
        Chromium.require();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    /** @param width in pixels */
    protected final void openWindow(int width) {
        window = anotherWindow(width);
        page = window.page();
    }

    /** Of somebody else at the same time; whoever opens it closes it. */
    protected final CheckedWindow anotherWindow(int width) {
        return new CheckedWindow(port, width);
    }

    protected static boolean isFocused(Locator element) {
        return Boolean.TRUE.equals(element.evaluate("it => it === document.activeElement"));
    }

    protected final void press(String button) {
        page.locator(button).first().click();
        page.waitForLoadState();
    }

    /** Shows the drawing of a dossier, which is made once it is unfolded. */
    protected final void unfoldDrawing() {
        page.locator("details:has(figure) > summary").click();
        page.waitForSelector("figure svg");
    }

    protected final void tabTo(Locator wanted) {
        for (int tabs = 0; tabs < 80 && !isFocused(wanted); tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(wanted)).isTrue();
    }
}
