package be.designations.mandate;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.mandate.RegisterQuery.Order;
import be.designations.mandate.RegisterQuery.State;
import be.designations.mandate.RegisterStore.Place;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of mandates: who reads what of it, on pages and over the API; what is told before a mandate ends. */
class MandateRegisterIT extends WholeApplication {

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);

    @Autowired
    private MandateRegister register;

    @Autowired
    private MandateEnds ends;

    @Autowired
    private MandateNotices notices;

    private CpasWorld world;

    @BeforeEach
    void aCpasWithItsOfficer() {
        world = worlds.cpas();
    }

    @Test
    void shows_the_desks_all_the_cpas_its_own_and_officers_theirs() {
        CpasWorld other = worlds.cpas();

        assertThat(seen(as(world.reviewer), Order.BEGIN)).contains(mandate(world), mandate(other));
        assertThat(seen(as(world.approver), Order.CPAS)).contains(mandate(world), mandate(other));
        for (Person reader : List.of(world.head, world.principalManager, world.localManager)) {
            assertThat(seen(as(reader), Order.BEGIN)).as(reader.firstName()).containsExactly(mandate(world));
        }
        assertThat(seen(as(world.user), Order.BEGIN)).isEmpty();
        assertThat(seen(as(world.candidate), Order.END)).isEmpty();
    }

    @Test
    void is_read_page_by_page_in_each_order() {
        for (int i = 0; i < 3; i++) {
            worlds.cpas();
        }
        for (Order order : Order.values()) {
            List<UUID> all = seen(as(world.reviewer), order);
            // Other tests leave theirs: some eight pages, however many there are.
            int size = Math.max(2, all.size() / 8);
            List<UUID> paged = new ArrayList<>();
            Place after = null;
            List<RegisterLine> page;
            do {
                page = register.lines(as(world.reviewer), query(order, null, null), Language.NL, after, size);
                page.forEach(line -> paged.add(line.mandate().id()));
                after = page.isEmpty()
                        ? null
                        : new Place(page.get(page.size() - 1).mandate().id(), false);
            } while (page.size() == size && paged.size() < 5_000);
            assertThat(paged).doesNotHaveDuplicates().hasSameSizeAs(all);

            Place fourth = new Place(paged.get(3), true);
            assertThat(register.lines(as(world.reviewer), query(order, null, null), Language.NL, fourth, 2).stream()
                            .map(line -> line.mandate().id()))
                    .as("the page before, in the order of the list")
                    .containsExactly(paged.get(1), paged.get(2));
        }
    }

    @Test
    void says_how_each_stands_and_who_was_officer_on_a_day() {
        UUID mandate = mandate(world);
        assertThat(lines(query(Order.BEGIN, State.RUNNING, null))).contains(mandate);

        ends.resign(as(world.localManager), mandate, today.plusDays(9), null);
        assertThat(lines(query(Order.BEGIN, State.RUNNING, null))).doesNotContain(mandate);
        assertThat(lines(query(Order.BEGIN, State.ENDING, null))).contains(mandate);
        assertThat(lines(query(Order.BEGIN, null, today.plusDays(9)))).contains(mandate);
        assertThat(lines(query(Order.BEGIN, null, today.plusDays(10)))).doesNotContain(mandate);

        ends.withdraw(as(world.approver), mandate, "Raison");
        assertThat(lines(query(Order.BEGIN, State.OVER, null))).contains(mandate);
        assertThat(lines(query(Order.BEGIN, null, today.minusDays(1)))).contains(mandate);
    }

    @Test
    void is_searched_by_the_beginnings_of_the_names_of_officer_and_cpas_each_for_itself() {
        UUID mandate = mandate(world);
        String officer = world.localManager.lastName();
        String cpas = world.cpas.name(Language.FR);

        for (Person reader : List.of(world.reviewer, world.head)) {
            assertThat(found(reader, officer, "")).as(reader.firstName()).contains(mandate);
            assertThat(found(reader, "", cpas)).as(reader.firstName()).contains(mandate);
            assertThat(found(reader, officer, cpas)).as(reader.firstName()).contains(mandate);
            assertThat(found(reader, "Personne", cpas)).as(reader.firstName()).isEmpty();
            assertThat(found(reader, cpas, "")).as(reader.firstName()).isEmpty();
            assertThat(found(reader, "", officer)).as(reader.firstName()).doesNotContain(mandate);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "'", "\\", "&", "a:b", "!!!", "(", "*", "-", "{0}", "漢字", "\u202e", "<b>", ":* & !"})
    void whatever_is_searched_is_no_error(String typed) {
        assertThat(found(world.reviewer, typed, "")).isEmpty();
        found(world.reviewer, "", typed);
        assertThat(api.as(world.reviewer)
                        .get("/api/v1/mandates?cpas=" + "x".repeat(5_000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void is_searched_by_province_and_state() {
        assertThat(register.lines(
                        as(world.reviewer),
                        new RegisterQuery(world.localManager.displayName(), "", null, null, null, Order.BEGIN),
                        Language.FR,
                        null,
                        100))
                .as("by a desk, of all CPAS")
                .extracting(RegisterLine::officer)
                .contains(world.localManager.displayName());
        assertThat(register.lines(
                        as(world.reviewer),
                        new RegisterQuery(
                                "",
                                "",
                                new be.designations.casework.Province("Namur"),
                                State.STRUCK_OUT,
                                today,
                                Order.CPAS),
                        Language.EN,
                        null,
                        10))
                .isEmpty();
    }

    private List<UUID> found(Person reader, String officer, String cpas) {
        return register
                .lines(
                        as(reader),
                        new RegisterQuery(officer, cpas, null, null, null, Order.BEGIN),
                        Language.FR,
                        null,
                        10_000)
                .stream()
                .map(line -> line.mandate().id())
                .toList();
    }

    @Test
    void pages_and_file_show_it_and_a_niss_is_no_search() {
        Browser officer = browsers.signedIn(world.localManager);
        var list = officer.get("/mandates");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).contains(world.localManager.displayName());
        assertThat(officer.get("/mandates/register.csv").body()).contains(world.localManager.displayName());
        var refused = officer.post(
                "/mandates/filter", Map.of("officer", world.candidate.niss().value(), "cpas", "Testville"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#officer-error")).hasSize(1);
        assertThat(refused.page().select("#cpas-error")).isEmpty();
        assertThat(refused.page().selectFirst("#cpas").val()).isEqualTo("Testville");
        assertThat(api.as(world.reviewer)
                        .get("/api/v1/mandates?officer="
                                + world.candidate.niss().value())
                        .status())
                .isEqualTo(400);
        assertThat(officer.get("/mandates").page().select("#province option").eachText())
                .as("Brussels has no province")
                .doesNotContain("");
        assertThat(officer.get("/mandates?lang=de").page().select("#province option[value=liege]"))
                .allSatisfy(liege -> assertThat(liege.text()).isEqualTo("Lüttich"));
        assertThat(officer.get("/mandates?on=0000-99-99&state=x&sort=y&after=z&before=z&province=q")
                        .status())
                .isEqualTo(200);

        var unreadable = officer.post("/mandates/filter", Map.of("on", "31/02/2026", "cpas", "Testville"));
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.page().select("#on-error").text()).contains("31/01/2026");
        assertThat(unreadable.page().select(".govuk-error-summary a[href=#on]")).hasSize(1);
        assertThat(unreadable.page().selectFirst("#on").val()).isEqualTo("31/02/2026");
        assertThat(unreadable.page().selectFirst("#cpas").val()).isEqualTo("Testville");
        assertThat(officer.follow(officer.post("/mandates/filter", Map.of("on", today.toString())))
                        .page()
                        .selectFirst("#on")
                        .val())
                .isEqualTo(new BelgianDates().day(today));

        var page = officer.get("/mandates/" + mandate(world));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("a[href$=/resign]")).hasSize(1);
        assertThat(page.page().select("a[href$=/withdraw]")).isEmpty();
        assertThat(officer.get("/mandates/" + mandate(worlds.cpas())).status()).isEqualTo(404);
        assertThat(officer.get("/mandates/" + mandate(world) + "/withdraw").status())
                .isEqualTo(403);
        for (String act : List.of("withdraw", "extend")) {
            assertThat(officer.post("/mandates/" + mandate(world) + "/" + act, Map.of("reason", ""))
                            .status())
                    .as("whoever may not do it is not told what is wrong with the form")
                    .isEqualTo(403);
        }
    }

    @Test
    void a_form_that_is_refused_keeps_what_was_typed_and_the_same_click_twice_is_once() {
        Browser officer = browsers.signedIn(world.localManager);
        String form = "/mandates/" + mandate(world) + "/resign";
        officer.get(form);
        Map<String, String> wrong =
                Map.of("lastDay-day", "1", "lastDay-month", "1", "lastDay-year", "2010", "reason", "Je pars");
        var refused = officer.post(form, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Ce mandat a commencé le", "Je pars");

        LocalDate day = today.plusDays(20);
        Map<String, String> right = Map.of(
                "lastDay-day", "" + day.getDayOfMonth(),
                "lastDay-month", "" + day.getMonthValue(),
                "lastDay-year", "" + day.getYear(),
                "reason", "Je pars");
        var done = officer.follow(officer.post(form, right));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("La démission est enregistrée", "MND-");
        assertThat(officer.follow(officer.post(form, right)).status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from mandate_end where mandate_id = :id")
                        .param("id", mandate(world))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void over_the_api_the_same_people_do_the_same() {
        UUID mandate = mandate(world);
        assertThat(api.as(world.head)
                        .get("/api/v1/mandates?state=RUNNING&on=" + today)
                        .body())
                .contains(mandate.toString());
        assertThat(api.as(world.head).get("/api/v1/mandates?on=%2B999999-01-01").status())
                .isEqualTo(200);
        assertThat(api.as(world.user).get("/api/v1/mandates/" + mandate).status())
                .isEqualTo(404);
        assertThat(api.as(world.reviewer)
                        .post("/api/v1/mandates/" + mandate + "/withdrawal", "{'reason':'Raison'}")
                        .status())
                .isEqualTo(403);
        var withdrawn =
                api.as(world.approver).post("/api/v1/mandates/" + mandate + "/withdrawal", "{'reason':'Raison'}");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body()).contains("MND-");
        assertThat(api.as(world.approver)
                        .post("/api/v1/mandates/" + mandate + "/withdrawal", "{'reason':'Raison'}")
                        .status())
                .isEqualTo(409);
        assertThat(api.as(world.head).get("/api/v1/mandates/" + mandate).body())
                .contains("\"state\":\"OVER\"", "\"endReason\":\"WITHDRAWAL\"");
    }

    @Test
    void an_end_is_told_sixty_and_thirty_days_before_once_each_and_on_working_days_only() {
        LocalDate lastDay = LocalDate.parse("2030-12-25");
        jdbc.sql("update dpd_mandate set valid_until = :until where id = :id")
                .param("until", Timestamp.from(Days.endOf(lastDay)))
                .param("id", mandate(world))
                .update();
        Instant early =
                Days.startOf(MandateNotices.due(Days.endOf(lastDay), 60)).minus(1, ChronoUnit.HOURS);

        notices.tell(early);
        assertThat(told()).isZero();
        notices.tell(early.plus(10, ChronoUnit.HOURS));
        notices.tell(early.plus(11, ChronoUnit.HOURS));
        assertThat(told()).isEqualTo(1);
        notices.tell(Days.startOf(LocalDate.parse("2030-11-25")).plus(9, ChronoUnit.HOURS));
        notices.tell(Days.startOf(LocalDate.parse("2030-12-02")).plus(9, ChronoUnit.HOURS));
        assertThat(told()).isEqualTo(2);
        assertThat(new WorkingDays().isWorkingDay(lastDay)).isFalse();
        assertThat(mails.to(world.localManager.id()))
                .filteredOn(mail -> mail.kind().equals("mandate-ending"))
                .allSatisfy(mail -> assertThat(mail.words()).contains("25/12/2030"));
        for (Person reader : List.of(world.head, world.localManager, world.reviewer)) {
            assertThat(page(reader).select("#notices li").eachText())
                    .as(reader.firstName())
                    .hasSize(2)
                    .allMatch(told -> told.endsWith("dernier jour le 25/12/2030"));
        }
        assertThat(browsers.signedIn(worlds.cpas().head)
                        .get("/mandates/" + mandate(world))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_mandate_whose_end_was_not_told_says_nothing_of_that() {
        assertThat(page(world.head).select("#notices")).isEmpty();
    }

    @Test
    void the_home_page_says_until_when_an_officer_is_one() {
        jdbc.sql("update dpd_mandate set valid_until = :until where id = :id")
                .param("until", Timestamp.from(Days.endOf(LocalDate.parse("2031-06-30"))))
                .param("id", mandate(world))
                .update();
        Browser officer = browsers.signedIn(world.localManager);
        officer.get("/");

        Element said = officer.get("/").page().selectFirst("#start-mandates ~ ul li");

        assertThat(said.text()).contains("DPD", world.cpas.name(Language.FR), "30/06/2031");
        assertThat(said.selectFirst("a").attr("href")).isEqualTo("/mandates/" + mandate(world));
        Browser head = browsers.signedIn(world.head);
        head.get("/");
        assertThat(head.get("/").page().select("#start-mandates ~ ul")).isEmpty();

        ends.withdraw(as(world.approver), mandate(world), "Raison");
        assertThat(officer.get("/").page().select("#start-mandates ~ ul")).isEmpty();
    }

    private Document page(Person reader) {
        return browsers.signedIn(reader).get("/mandates/" + mandate(world)).page();
    }

    private long told() {
        return mails.to(world.localManager.id()).stream()
                .filter(mail -> mail.kind().equals("mandate-ending"))
                .count();
    }

    private UUID mandate(CpasWorld of) {
        return jdbc.sql("select id from dpd_mandate where organisation_id = :cpas")
                .param("cpas", of.cpas.id().value())
                .query(UUID.class)
                .single();
    }

    private static RegisterQuery query(Order order, @Nullable State state, @Nullable LocalDate on) {
        return new RegisterQuery("", "", null, state, on, order);
    }

    private List<UUID> lines(RegisterQuery query) {
        return register.lines(as(world.approver), query, Language.FR, null, 5_000).stream()
                .map(line -> line.mandate().id())
                .toList();
    }

    private List<UUID> seen(Actor reader, Order order) {
        return register.lines(reader, query(order, null, null), Language.FR, null, 5_000).stream()
                .map(line -> line.mandate().id())
                .toList();
    }
}
