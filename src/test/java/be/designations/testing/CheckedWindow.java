package be.designations.testing;

import be.designations.directory.Person;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * A window of a real browser that notes what is wrong with the pages it shows: what axe-core can tell, what is wider than
 * the window, what breaks the content security policy, what fails on the server.
 */
public final class CheckedWindow implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /**
     * The rules look at each shape of a page once, at each width and in each language; of each violation the rule and the
     * first element are told. What passes is not described, and nothing is counted in a window of its own, as the library’s
     * own way does: both took several times as long as the rules themselves.
     */
    private static final String COMPLAINTS = """
            tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
                    .then(found => found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html))""";

    /** Answers whether the page has them. */
    private static final String RULES_FROM = """
            address => window.axe ? true : new Promise(brought => {
              const script = document.createElement('script');
              script.src = address;
              script.onload = () => { script.remove(); brought(true); };
              script.onerror = () => { script.remove(); brought(false); };
              document.head.append(script);
            })""";

    private static final String WIDER = "() => document.documentElement.scrollWidth > window.innerWidth";

    private static final String SESSION = "SESSION";

    private static final String CONTRAST = "color-contrast ";

    /** Pages of this JVM about which nothing was to be complained. */
    private static final Set<String> SHAPES = new HashSet<>();

    /** Of texts whose contrast was enough. */
    private static final Set<String> COLOURS = new HashSet<>();

    private final Page page;
    private final int port;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private final Consumer<ConsoleMessage> policy = this::noteBrokenPolicy;
    private final Consumer<Response> failures = this::noteFailure;

    /** @param width in pixels */
    CheckedWindow(int port, int width) {
        page = Chromium.open(width);
        this.port = port;
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

    /** Shows the start page to that person, whoever was signed in before; without the way through the page of sign-in, three pages long. */
    public void signIn(Person person, String language) {
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(person.id());
        page.context().clearCookies();
        page.context()
                .addCookies(
                        List.of(new Cookie(SESSION, elsewhere.cookie(SESSION).orElseThrow()).setUrl(origin)));
        open("/?lang=" + language);
    }

    /** Signs in as people do. */
    public void signInOnItsPage(Person person) {
        open("/sign-in");
        page.fill("input[type=text][name=persona]", person.id().toString());
        press("form:has(input[type=text][name=persona]) button");
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
        if (Boolean.TRUE.equals(page.evaluate(WIDER))) {
            complaints.add(where + ": wider than its window");
        }
        PageLook look = PageLook.at(page);
        if (SHAPES.contains(look.shape())) {
            return;
        }
        bringRules();
        look.markAllColoursBut(COLOURS);
        List<String> found = ((List<?>) page.evaluate(COMPLAINTS, RULES))
                .stream().map(String::valueOf).toList();
        found.forEach(complaint -> complaints.add(where + ": " + complaint));
        if (found.isEmpty()) {
            SHAPES.add(look.shape());
        }
        if (found.stream().noneMatch(complaint -> complaint.startsWith(CONTRAST))) {
            COLOURS.addAll(look.colours());
        }
    }

    /**
     * From the application, so that the browser keeps half a megabyte of script and what it has compiled of it; sent to a page of
     * nobody’s, which may not ask for it. Pages that the rules do not look at go without.
     */
    private void bringRules() {
        if (Boolean.FALSE.equals(page.evaluate(RULES_FROM, origin + RulesAtHand.ADDRESS))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        page.evaluate(PageLook.CONTRAST_OF_WHAT_IS_MARKED);
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

    /** Has the application under test serve axe-core. */
    @TestConfiguration(proxyBeanMethods = false)
    static class RulesAtHand {

        static final String ADDRESS = "/assets/axe.js";

        @Bean
        SimpleUrlHandlerMapping rulesAtHand() {
            HttpRequestHandler script = (request, response) -> {
                response.setContentType("text/javascript; charset=utf-8");
                response.setHeader("Cache-Control", "max-age=86400");
                response.getWriter().write(AxeBuilder.getAxeScript());
            };
            return new SimpleUrlHandlerMapping(Map.of(ADDRESS, script), Ordered.HIGHEST_PRECEDENCE);
        }
    }

    @Override
    public void close() {
        page.offConsoleMessage(policy);
        page.offResponse(failures);
        Chromium.giveBack(page);
    }
}
