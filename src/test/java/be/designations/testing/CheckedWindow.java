package be.designations.testing;

import be.designations.directory.Person;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A window of a real browser that notes what is wrong with the pages it shows: what axe-core can tell, what is wider than
 * the window, what breaks the content security policy, what fails on the server.
 */
public final class CheckedWindow implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /**
     * Every rule looks at every page that is checked, as it stands at that width and in that language; of each violation
     * the rule and the first element are told. What passes is not described, and nothing is counted in a window of its
     * own, as the library’s own way does: both took several times as long as the rules themselves.
     */
    private static final String COMPLAINTS = """
            tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
                    .then(found => found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html))
                    .then(found => document.documentElement.scrollWidth > window.innerWidth
                            ? [...found, 'wider than its window'] : found)""";

    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private final Consumer<ConsoleMessage> policy = this::noteBrokenPolicy;
    private final Consumer<Response> failures = this::noteFailure;

    /** @param width in pixels */
    CheckedWindow(int port, int width) {
        page = Chromium.open(width);
        origin = "http://127.0.0.1:" + port;
        page.onConsoleMessage(policy);
        page.onResponse(failures);
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
        ((List<?>) page.evaluate(COMPLAINTS, RULES)).forEach(complaint -> complaints.add(where + ": " + complaint));
    }

    private void noteBrokenPolicy(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            complaints.add(page.url() + ": " + message.text());
        }
    }

    private void noteFailure(Response response) {
        if (response.status() >= 500) {
            complaints.add(response.status() + " at " + response.url());
        }
    }

    @Override
    public void close() {
        page.offConsoleMessage(policy);
        page.offResponse(failures);
        Chromium.giveBack(page);
    }
}
