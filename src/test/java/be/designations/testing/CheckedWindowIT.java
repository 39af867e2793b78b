package be.designations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The journeys trust their window: it must complain where there is something to complain about. */
class CheckedWindowIT extends BrowserJourney {

    @Test
    void a_bad_page_is_complained_about_by_every_set_of_rules() {
        openWindow(360);
        page.setContent("""
                <!DOCTYPE html><html lang="fr"><title>x</title><main>
                <img src="data:,"><input autocomplete="nowhere">
                <p style="color: #ccc; background: #fff">gris</p>
                <button style="width: 9px; height: 9px">a</button><button style="width: 9px; height: 9px">b</button>
                <div style="width: 999px">large</div></main></html>""");
        window.check();

        assertThat(String.join("\n", window.complaints()))
                .contains(
                        ": image-alt ",
                        ": label ",
                        ": autocomplete-valid ",
                        ": color-contrast ",
                        ": target-size ",
                        ": page-has-heading-one ",
                        ": wider than its window");
    }

    @Test
    void what_was_looked_at_is_looked_at_again_once_it_is_another() {
        openWindow(1280);
        page.setContent(page("<p>Dossier 12</p><p>Dossier 13</p><p class=\"x\"><a href=\"#a\">Dossier 14</a></p>"));
        window.check();
        page.setContent(page("<p>Dossier 99</p><p class=\"x\"><a href=\"#b\">Dossier 15</a></p>"));
        window.check();
        assertThat(window.complaints()).isEmpty();

        page.setContent(page("<p>Dossier 12</p><p class=\"x\"><a href=\"#a\"> </a></p>"));
        window.check();
        assertThat(window.complaints()).singleElement().asString().contains(": link-name ");

        page.evaluate("() => document.querySelector('p').style.color = '#ccc'");
        page.evaluate("() => document.querySelector('a').textContent = 'Dossier 12'");
        window.check();
        assertThat(window.complaints()).last().asString().contains(": color-contrast ");
        window.check();
        assertThat(window.complaints()).as("as long as it is so").hasSize(3);
    }

    private static String page(String content) {
        return "<!DOCTYPE html><html lang=\"fr\"><title>x</title><main><h1>x</h1>" + content + "</main></html>";
    }

    @Test
    void a_window_knows_nothing_of_the_test_before() {
        openWindow(1280);
        window.open("/sign-in");
        assertThat(page.context().cookies()).isNotEmpty();
        window.close();

        openWindow(360);
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.viewportSize().width).isEqualTo(360);
        window.open("/sign-in");
        assertThat(window.complaints()).isEmpty();
    }
}
