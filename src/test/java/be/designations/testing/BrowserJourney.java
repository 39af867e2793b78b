package be.designations.testing;

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
}
