package be.designations.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.reference.CsvFile;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDossiersTest {

    private final DemoPeople people = DemoPeople.read();
    private final List<List<String>> dossiers = CsvFile.read("demo/dossiers.csv", 3, columns -> columns);

    /** The others are for whoever tries the demonstration. */
    @Test
    void the_past_happened_in_cpas_of_which_nobody_stands_on_the_sign_in_page() {
        assertThat(dossiers)
                .extracting(columns -> columns.get(0))
                .doesNotHaveDuplicates()
                .allSatisfy(nis -> {
                    assertThat(people.find("head-" + nis)).isPresent();
                    assertThat(people.named()).noneMatch(person -> person.holdings().stream()
                            .anyMatch(holding -> holding.place().equals(nis)));
                });
    }

    @Test
    void some_applications_wait_at_each_desk_and_some_were_refused() {
        assertThat(dossiers)
                .extracting(columns -> columns.get(1))
                .allMatch(steps -> steps.startsWith("submit:"))
                .anyMatch(steps -> steps.matches("submit:[0-9]+"))
                .anyMatch(steps -> steps.matches(".* favourable:[0-9]+"))
                .anyMatch(steps -> steps.matches(".* ask:[0-9]+"))
                .anyMatch(steps -> steps.matches(".* refuse-[a-z]+:[0-9]+"));
    }

    @Test
    void the_clock_stands_in_the_past_for_no_longer_than_that_is_played() {
        Instant now = Instant.parse("2026-11-30T10:00:00Z");
        var clock = new DemoClock(Clock.fixed(now, ZoneOffset.UTC));
        Instant then = Instant.parse("2026-05-01T10:00:00Z");

        clock.at(then, () -> assertThat(clock.instant()).isEqualTo(then));

        assertThat(clock.instant()).isEqualTo(now);
    }
}
