package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.directory.Directory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A way through the application in a real browser. Every page on the way is accessible as far as axe-core can tell, fits
 * its window, and breaks no content security policy.
 */
@IntegrationTest
public abstract class BrowserJourney {

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Directory directory;

    @Autowired
    protected AccessModel access;

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
