package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Browser;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpPagesIT extends WholeApplication {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void each_task_has_a_page_that_everybody_can_read(String language) {
        Browser reader = browsers.signedIn(worlds.cpas().user);
        var index = reader.get("/help?lang=" + language).page();
        for (HelpTask task : HelpTask.values()) {
            String address = "/help/tasks/" + task.code();
            assertThat(index.select("a[href=" + address + "]")).as(address).hasSize(1);
            var page = reader.get(address);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("main ol > li")).as(address).hasSize(4);
            assertThat(page.text()).as(address).doesNotContain("??");
        }
        assertThat(reader.get("/help/tasks/dance").status()).isEqualTo(404);
    }

    @Test
    void the_pages_of_a_task_lead_to_how_it_is_done() {
        ManagedWorld world = worlds.managed();
        String entity = "/entities/" + world.cpas.cpas.enterpriseNumber().value();
        UUID tie = directory
                .relationships(List.of(world.colleague.id()), world.cpas.cpas.id())
                .get(0)
                .id();
        Browser manager = browsers.signedIn(world.cpas.principalManager);

        leads(manager, entity + "/import", HelpTask.FILE);
        leads(manager, entity + "/ending", HelpTask.ENDING);
        leads(manager, "/relationships/" + tie + "/end", HelpTask.LEAVING);
        leads(manager, "/relationships/" + tie + "/extend", HelpTask.LEAVING);
        leads(manager, "/reviews", HelpTask.CAMPAIGN);
        leads(browsers.signedIn(world.colleague), "/requests/new", HelpTask.ASK);
        leads(browsers.signedIn(world.cpas.supportAgent("Sophie")), "/operations/mails", HelpTask.OPERATE);
    }

    private static void leads(Browser reader, String from, HelpTask to) {
        assertThat(reader.get(from).page().select("main a[href=/help/tasks/" + to.code() + "]"))
                .as(from)
                .hasSize(1);
    }
}
