package be.designations.testing;

import be.designations.directory.Person;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A window of a real browser that notes what is wrong with the pages it shows: what axe-core can tell, what is wider than
 * the window, what breaks the content security policy, what fails on the server.
 */
public final class CheckedWindow implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();

    /** @param width in pixels */
    public CheckedWindow(Chromium chromium, int port, int width) {
        context = chromium.window(width);
        page = context.newPage();
        origin = "http://127.0.0.1:" + port;
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " at " + response.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** What was wrong so far; empty is what a test wants. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Signs in as that person, whoever was signed in before. */
    public void signIn(Person person, String language) {
        if (page.locator("form[action$='/sign-out'] button").count() > 0) {
            page.locator("form[action$='/sign-out'] button").first().click();
        }
        page.navigate(address("/sign-in?lang=" + language));
        page.fill("input[type=text][name=persona]", person.id().toString());
        page.locator("form:has(input[type=text][name=persona]) button").click();
        page.navigate(address("/?lang=" + language));
        check();
    }

    public void open(String path) {
        page.navigate(address(path));
        check();
    }

    /** Presses the last of the buttons that the selector finds. */
    public void press(String button) {
        page.locator(button).last().click();
        page.waitForLoadState();
    }

    public String address(String path) {
        return path.startsWith("http") ? path : origin + path;
    }

    /** Notes what is wrong with the page that is open. */
    public void check() {
        String where = page.url().replaceFirst("^http://[^/]+", "");
        new AxeBuilder(page)
                .withTags(RULES)
                .analyze()
                .getViolations()
                .forEach(violation -> complaints.add(where + ": " + violation.getId() + " "
                        + violation.getNodes().get(0).getHtml()));
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
            complaints.add(where + ": wider than its window");
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
