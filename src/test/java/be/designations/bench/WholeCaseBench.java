package be.designations.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.directory.Person;
import be.designations.dpd.DpdApplicationForm;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.TestDatabase;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Whole applications for a data protection officer over the API, from the draft to the new local manager, seven requests each,
 * until the last mail is sent; against the bare engine on the same database server and mail server. The sides take turns, and
 * neither asks for answers that it does not read.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeCaseBench extends WholeApplication {

    private static final int CASES = Integer.getInteger("bench.cases", 60);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 200);

    /** Cases of the engine for each of ours, so that both sides are measured for about as long. */
    private static final int QUIET = 10;

    private static final int OVER_REST = 2;

    private static final int PAST = Integer.getInteger("bench.past", 100_000);
    private static final int USERS = 4;
    private static final String APPLICATIONS = "/api/v1/dpd-applications";

    @Autowired
    DpdApplicationForm form;

    @Autowired
    JavaMailSenderImpl account;

    @Autowired
    TestDatabase database;

    private final MailSink mailServer = new MailSink();

    @AfterEach
    void close() throws IOException {
        mailServer.close();
    }

    @Test
    @Order(1)
    void whole_cases_a_second() throws IOException {
        var table = new BenchTable(
                "whole-case",
                "users",
                "mails a case",
                "cases/s",
                "engine over REST/s",
                "engine in process/s",
                "to engine in process",
                "to engine over REST");
        account.setPort(mailServer.port());
        ours(new Crowd(2), WARM_UP);
        int mails = written() / WARM_UP;
        assertThat(mails).isPositive();
        try (TestDatabase ofEngine = TestDatabase.create();
                BareEngine bare = BareEngine.start(ofEngine, mailServer.port(), mails)) {
            overRest(bare, new Crowd(2), WARM_UP);
            quiet(bare, new Crowd(2), WARM_UP * QUIET);
            for (int users : List.of(1, 4)) {
                Crowd crowd = new Crowd(users);
                double ours = 0;
                double overRest = 0;
                double quiet = 0;
                for (int i = 0; i < ROUNDS; i++) {
                    ours += ours(crowd, CASES);
                    overRest += overRest(bare, crowd, CASES * OVER_REST);
                    quiet += quiet(bare, crowd, CASES * QUIET);
                }
                double cases = CASES * ROUNDS;
                double oursASecond = cases / ours;
                double overRestASecond = cases * OVER_REST / overRest;
                double quietASecond = cases * QUIET / quiet;
                table.row(
                        users,
                        mails,
                        oursASecond,
                        overRestASecond,
                        quietASecond,
                        oursASecond / quietASecond,
                        oursASecond / overRestASecond);
            }
        }
        table.write();
    }

    /** What a case costs where many were closed before, against what it costs where none was. */
    @Test
    @Order(2)
    void among_past_dossiers() throws IOException {
        account.setPort(mailServer.port());
        Crowd crowd = new Crowd(USERS);
        ours(crowd, WARM_UP);
        ours(crowd, WARM_UP);
        double before = 0;
        for (int i = 0; i < ROUNDS; i++) {
            before += ours(crowd, CASES);
        }
        PastDossiers.addTo(JdbcClient.create(database.dataSource()), PAST);
        ours(crowd, CASES);
        double after = 0;
        for (int i = 0; i < ROUNDS; i++) {
            after += ours(crowd, CASES);
        }
        var table = new BenchTable("past-dossiers", "past dossiers", "ms a case, before", "ms a case", "to before");
        double cases = CASES * ROUNDS;
        table.row(PAST, before * 1000 / cases, after * 1000 / cases, after / before);
        table.write();
    }

    /** @return seconds */
    private double ours(Crowd crowd, int cases) {
        List<Prepared> prepared =
                Stream.generate(() -> prepared(worlds.cpas())).limit(cases).toList();
        mailServer.empty();
        int before = written();
        long begun = System.nanoTime();
        crowd.share(prepared, this::wholeCase);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(5))
                .until(this::allAreSent);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(mailServer.mails()).isEqualTo(written() - before);
        assertThat(mailServer.differentMails()).isEqualTo(mailServer.mails());
        return seconds;
    }

    /** @return seconds */
    private double overRest(BareEngine bare, Crowd crowd, int cases) {
        List<Map<String, Object>> answers = answers(cases);
        mailServer.empty();
        return crowd.share(answers, bare::caseOverRest);
    }

    /** @return seconds */
    private double quiet(BareEngine bare, Crowd crowd, int cases) {
        return crowd.share(answers(cases), bare::quietCase);
    }

    private List<Map<String, Object>> answers(int cases) {
        Map<String, Object> answers = typed(worlds.cpas());
        // As the variables of a form would be: the engine has no other numbers, and no lists.
        answers.replaceAll((name, value) -> value instanceof Number number
                ? number.intValue()
                : value instanceof List<?> ? value.toString() : value);
        return Collections.nCopies(cases, answers);
    }

    private Map<String, Object> typed(CpasWorld world) {
        return world.answers().typed(form.definition());
    }

    private int written() {
        return jdbc.sql("select count(*) from notification")
                .query(Integer.class)
                .single();
    }

    private boolean allAreSent() {
        return jdbc.sql("select not exists (select 1 from notification where sent_at is null)")
                .query(Boolean.class)
                .single();
    }

    private record Prepared(CpasWorld world, String answers) {}

    private Prepared prepared(CpasWorld world) {
        ObjectMapper json = new ObjectMapper();
        return new Prepared(
                world,
                json.createObjectNode()
                        .put("version", 0)
                        .<ObjectNode>set("answers", json.valueToTree(typed(world)))
                        .toString());
    }

    private void wholeCase(Prepared prepared) {
        CpasWorld world = prepared.world();
        ApiCaller filer = briefly(world.principalManager);
        String draft = APPLICATIONS + "/"
                + done(filer.post(
                                APPLICATIONS,
                                "{'cpas': '" + world.cpas.enterpriseNumber().value() + "'}"))
                        .text("/id");
        done(filer.put(draft, prepared.answers()));
        String dossier = done(filer.post(draft + "/submission", "{'version': 1}"))
                .header("Location")
                .orElseThrow();
        done(briefly(world.reviewer).put(dossier + "/assignment", "{}"));
        done(briefly(world.reviewer).post(dossier + "/opinion", "{'opinion': 'FAVOURABLE', 'reasons': 'Qualified'}"));
        done(briefly(world.approver).post(dossier + "/decision", "{'decision': 'APPROVED'}"));
        assertThat(done(api.as(world.principalManager)
                                .post(
                                        dossier + "/local-manager",
                                        "{'niss': '" + world.candidate.niss().value() + "'}"))
                        .text("/status/code"))
                .isEqualTo("COMPLETED");
    }

    private ApiCaller briefly(Person person) {
        return api.as(person).with("Prefer", "return=minimal");
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }
}
