package be.designations.demo.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Qualities;
import be.designations.calendar.Days;
import be.designations.client.DecisionClient;
import be.designations.decisions.Registrations;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.management.Grant;
import be.designations.management.Grants;
import be.designations.management.RemoveApplications;
import be.designations.testing.CpasWorld;
import be.designations.testing.DomainWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** From the right with its establishment to the door of another application. */
class VoucherSpaceIT extends WholeApplication {

    private static final AtomicInteger UNITS = new AtomicInteger(22_000_000);

    @Autowired
    private Qualities qualities;

    @Autowired
    private Grants grants;

    @Autowired
    private Registrations registrations;

    @Autowired
    private MessageSource messages;

    @LocalServerPort
    private int port;

    @TempDir
    private Path data;

    private CpasWorld cpas;
    private Person employee;
    private EstablishmentUnitNumber aalst;
    private EstablishmentUnitNumber antwerpen;
    private TicketBooth booth;
    private VoucherSpace space;
    private HttpClient browser;

    @BeforeEach
    void anEnterpriseWithTwoEstablishments() throws IOException {
        cpas = worlds.cpas();
        new DomainWorld(cpas, directory, access, qualities);
        jdbc.sql("update role set takes_context = true where code = :role")
                .param("role", VoucherSpace.ROLE)
                .update();
        employee = cpas.person("Lucas");
        directory.relate(
                employee.id(), cpas.cpas.id(), RelationshipCategory.PERMANENT, Instant.now(), "Nieuwe medewerker");
        aalst = unit("Aalst");
        antwerpen = unit("Antwerpen");
        Person agent = worlds.managed().supportAgent;
        SpaceRegistration registration = new SpaceRegistration(registrations, data.resolve("vouchers.key"));
        String key = registration.key(ManagedWorld.as(agent));
        assertThat(registration.key(ManagedWorld.as(agent))).as("kept").isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(data.resolve("vouchers.key"))).hasSize(2);
        booth = new TicketBooth(Clock.systemUTC());
        DecisionClient client =
                DecisionClient.withKey(URI.create("http://127.0.0.1:" + port), SpaceRegistration.CLIENT_ID, key);
        space = open(client);
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private VoucherSpace open(DecisionClient client) throws IOException {
        return VoucherSpace.start(
                0,
                () -> client,
                new RegisteredEstablishments(directory, Clock.systemUTC()),
                booth.publicKey(),
                "http://127.0.0.1:" + port + "/demo/vouchers",
                messages,
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        space.close();
    }

    private EstablishmentUnitNumber unit(String name) {
        var number = EstablishmentUnitNumber.withCheckDigits(UNITS.incrementAndGet());
        jdbc.sql("""
                        insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                        values (:number, :organisation, :name, 'Straat 1', '9300', :name, now() - interval '1 year')""")
                .param("number", number.value())
                .param("organisation", cpas.cpas.id().value())
                .param("name", name)
                .update();
        return number;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(space.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String state() throws IOException, InterruptedException {
        String link =
                Jsoup.parse(get("/?lang=nl").body()).selectFirst("a.button").attr("href");
        assertThat(link).startsWith("http://127.0.0.1:" + port + "/demo/vouchers?state=");
        return link.substring(link.indexOf("state=") + 6);
    }

    private String ticket(String state) {
        return booth.issue(employee.id().toString(), employee.displayName(), 500, space.address(), state);
    }

    private Document signIn() throws IOException, InterruptedException {
        assertThat(get("/signed-in?ticket=" + ticket(state())).statusCode()).isEqualTo(303);
        return Jsoup.parse(get("/").body());
    }

    private static String at(Document page, EstablishmentUnitNumber unit) {
        return page.selectFirst("#unit-" + unit.value()).text();
    }

    private void grant() {
        LocalDate today = LocalDate.now(Days.BRUSSELS);
        assertThat(grants.carryOut(
                                CpasWorld.as(cpas.principalManager),
                                cpas.cpas.enterpriseNumber(),
                                new Grant(
                                        Set.of(VoucherSpace.ROLE),
                                        Set.of(aalst),
                                        false,
                                        null,
                                        today,
                                        today.plusMonths(6),
                                        "Beheerder dienstencheques"),
                                List.of(employee.id()))
                        .get(0)
                        .why())
                .isNull();
    }

    @Test
    void what_is_granted_for_aalst_opens_aalst_until_it_is_taken_back() throws IOException, InterruptedException {
        Document before = signIn();
        assertThat(before.selectFirst("html").attr("lang")).isEqualTo("nl");
        assertThat(at(before, aalst)).contains("Aalst", "Gesloten", "geen recht");

        grant();
        Document granted = Jsoup.parse(get("/").body());
        assertThat(at(granted, aalst)).contains("Open").doesNotContain("Gesloten");
        assertThat(at(granted, antwerpen)).contains("Gesloten", "andere vestiging");
        assertThat(at(Jsoup.parse(get("/?lang=fr").body()), antwerpen)).contains("Fermé", "autre établissement");

        grants.revoke(
                CpasWorld.as(cpas.principalManager),
                cpas.cpas.enterpriseNumber(),
                new RemoveApplications(Set.of(VoucherSpace.ROLE), null),
                List.of(employee.id()));
        assertThat(at(Jsoup.parse(get("/?lang=nl").body()), aalst)).contains("Gesloten", "beëindigd");
    }

    @Test
    void a_ticket_is_taken_once_in_the_browser_that_asked_and_only_from_the_product()
            throws IOException, InterruptedException {
        String ticket = ticket(state());
        assertThat(get("/signed-in?ticket=" + ticket).statusCode()).isEqualTo(303);
        assertThat(get("/signed-in?ticket=" + ticket).statusCode()).isEqualTo(403);
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(get("/signed-in?ticket=" + ticket("another")).statusCode()).isEqualTo(403);
        String state = state();
        String forged =
                new TicketBooth(Clock.systemUTC()).issue(employee.id().toString(), "x", 500, space.address(), state);
        assertThat(get("/signed-in?ticket=" + forged).statusCode()).isEqualTo(403);
        String elsewhere = booth.issue(employee.id().toString(), "x", 500, "http://127.0.0.1:1", state);
        assertThat(get("/signed-in?ticket=" + elsewhere).statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(get("/").body()).select("table")).isEmpty();
        assertThat(get("/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void without_an_answer_nothing_is_open() throws IOException, InterruptedException {
        grant();
        space.close();
        space = open(DecisionClient.withKey(URI.create("http://127.0.0.1:" + port), "nobody", "wrong"));
        Document page = signIn();
        assertThat(at(page, aalst)).contains("Gesloten");
        assertThat(page.text()).contains("niets is open");
    }
}
