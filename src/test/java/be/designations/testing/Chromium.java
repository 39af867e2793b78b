package be.designations.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium, driven by Playwright, which must not download a browser of its own. All tests of a JVM share one,
 * which starts with the first and ends with the JVM, and its windows: starting either takes seconds.
 */
final class Chromium {

    /** The first is the same engine without the window around its pages, a third of the cost of each. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final Optional<Path> EXECUTABLE = Stream.concat(
                    Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    /** Tests follow one another: no thread but theirs comes here. */
    private static final Deque<Page> IDLE = new ArrayDeque<>();

    private Chromium() {}

    /** Where there is none, the test is skipped and says so; in CI, where there must be one, it fails. */
    static void require() {
        if (EXECUTABLE.isPresent()) {
            return;
        }
        String message = "No Chromium found in " + PLACES + " (or set CHROMIUM): the pages are not tested";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(message);
        }
        System.err.println(message);
        Assumptions.abort(message);
    }

    /** Opens a window for one test, which knows nothing of those before: the pages keep what they know in cookies only. */
    static Page open(int width) {
        Page page = IDLE.isEmpty() ? Running.BROWSER.newContext().newPage() : IDLE.pop();
        page.setViewportSize(width, 900);
        return page;
    }

    static void giveBack(Page page) {
        page.navigate("about:blank");
        page.context().clearCookies();
        IDLE.push(page);
    }

    /** Started by the first test that opens a window. */
    private static final class Running {

        private static final Browser BROWSER = start();

        private static Browser start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "stop-chromium"));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(EXECUTABLE.orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    // Distributions switch it on: without a graphics card it is computed.
                                    "--disable-gpu-rasterization",
                                    "--disable-software-rasterizer",
                                    // No page lives long enough to earn back what its scripts cost to compile.
                                    "--js-flags=--no-opt,--no-maglev,--no-sparkplug",
                                    "--disable-quic",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }
}
