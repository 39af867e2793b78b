package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import be.designations.testing.EnterpriseWorld;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has many columns, at every width on either side of those where its layout changes, in the languages of the longest words. */
class WidthsJourneyIT extends BrowserJourney {

    private static final List<Integer> WIDTHS = List.of(360, 935, 960, 1024);

    /** The words of these elements that stand on two lines. */
    private static final String BROKEN = """
            selector => [...document.querySelectorAll(selector)].flatMap(element => {
              const broken = [];
              for (const text of element.childNodes) {
                for (const word of (text.data ?? '').matchAll(/[\\p{L}]+/gu)) {
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  if (range.getClientRects().length > 1) broken.push(word[0]);
                }
              }
              return broken;
            })""";

    @ParameterizedTest
    @ValueSource(strings = {"nl", "de"})
    void lists_fit_their_window_and_break_no_word(String language) {
        CpasWorld world = worlds.cpas();
        var refused = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), refused, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), refused, null, false, "Le temps prévu ne suffit pas pour ce CPAS");
        EnterpriseWorld enterprise = worlds.enterprise();
        String register = "/api/v1/enterprises/"
                + enterprise.enterprise.enterpriseNumber().value() + "/principal-manager";
        api.as(enterprise.director)
                .put(
                        register + "/draft",
                        "{'manager': {'who': 'SELF', 'email': 'post@alpha.example', 'phone': '02 123 45 67'}}");
        api.as(enterprise.director).post(register, "{'confirmed': true, 'replaces': null}");

        openWindow(1280);
        show(enterprise.director, language, "/cases");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        show(world.approver, language, "/cases", "/figures/work", "/figures/decisions", "/work/calendar?on=2032-09-08");
        show(world.supportAgent("Sophie"), language, "/operations/audit");
        assertThat(window.complaints()).isEmpty();
    }

    private void show(Person reader, String language, String... addresses) {
        window.signIn(reader, language);
        for (String address : addresses) {
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                window.open(address);
                assertThat((List<?>) page.evaluate(BROKEN, ".app-calendar__name, .app-tag"))
                        .as(address + " at " + width)
                        .isEmpty();
            }
        }
    }
}
