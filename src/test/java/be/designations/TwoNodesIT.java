package be.designations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkHandling;
import be.designations.decisions.AccessFeed;
import be.designations.decisions.ApplicationDetails;
import be.designations.decisions.Asker;
import be.designations.decisions.Askers;
import be.designations.decisions.Registrations;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdDesignations;
import be.designations.forms.FormDefinition;
import be.designations.forms.Forms;
import be.designations.identifier.EnterpriseNumber;
import be.designations.limits.Limit;
import be.designations.limits.Limits;
import be.designations.management.Designation.Incumbency;
import be.designations.notification.MailFilter;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.Rejection;
import be.designations.security.Personas;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.DossierActs;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.Mails;
import be.designations.testing.TestDatabase;
import be.designations.testing.TestPersonas;
import be.designations.testing.WholeApplication;
import be.designations.upkeep.MailRetries;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes on one database: any of them serves any step, and of two people who are as fast only one decides. */
class TwoNodesIT extends WholeApplication {

    private static ConfigurableApplicationContext otherNode;

    @Autowired
    private ApplicationContext thisNode;

    private CpasWorld world;

    @BeforeAll
    static void startAnotherNode(@Autowired TestDatabase database, @Autowired GreenMail mailServer) {
        otherNode = new SpringApplicationBuilder(DesignationsApplication.class)
                .profiles("test")
                .properties(
                        "server.port=0",
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + mailServer.getSmtp().getPort())
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            JdbcConnectionDetails.class,
                            () -> database,
                            definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(FlywayConnectionDetails.class, database::owner);
                    beans.registerBean(Personas.class, TestPersonas::new);
                })
                .run();
    }

    @AfterAll
    static void stopTheOtherNode() {
        otherNode.close();
    }

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
    }

    @Test
    void a_node_that_starts_second_deploys_nothing_again() {
        RepositoryService repository = otherNode.getBean(RepositoryService.class);

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("dpd-designation")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void each_step_may_be_taken_on_another_node() {
        Actor head = world.forCpas(world.head);
        DpdApplication draft = on(thisNode).startDraft(head, world.cpas.id());
        DpdApplication saved = on(otherNode).saveDraft(head, draft.id(), draft.version(), world.answers());
        DossierNumber number = on(thisNode).submit(head, saved.id(), saved.version());
        acts(otherNode).take(CpasWorld.as(world.reviewer), number, false);
        acts(thisNode).giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts(otherNode).decide(CpasWorld.as(world.approver), number, null, true, null);
        acts(thisNode).changeLocalManager(world.forCpas(world.principalManager), number, world.candidate.niss(), false);

        assertThat(access.localManager(world.socialAction.id(), Instant.now())
                        .orElseThrow()
                        .person())
                .isEqualTo(world.candidate.id());
    }

    @Test
    void what_is_limited_is_counted_on_both_nodes_together() {
        String person = world.head.id().toString();
        Browser browser = browsers.signedIn(world.head);
        Limits here = thisNode.getBean(Limits.class);
        Limits there = otherNode.getBean(Limits.class);

        int taken = 0;
        while (here.take(Limit.EXPORTS, person).isEmpty()
                && there.take(Limit.EXPORTS, person).isEmpty()) {
            taken += 2;
        }

        // One comes back every ten seconds, and the tries take some time.
        assertThat(taken).isBetween(60, 64);
        assertThat(browser.get("/cases.csv").status()).isEqualTo(429);
    }

    @Test
    void of_two_who_decide_at_the_same_moment_one_decides_and_the_other_is_told_by_whom() throws Exception {
        DossierNumber number = advised();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Boolean>> deciders = List.of(
                () -> decides(together, thisNode, number, true), () -> decides(together, otherNode, number, false));

        assertThat(both(deciders)).containsExactlyInAnyOrder(true, false);
        ApplicationStatus status = acts(thisNode)
                .application(CpasWorld.as(world.approver), number)
                .application()
                .status();
        assertThat(status).isIn(ApplicationStatus.APPROVED, ApplicationStatus.REFUSED);
        assertThat(jdbc.sql("select count(*) from dpd_decision d join dpd_application a on a.id = d.application_id"
                                + " join case_file f on f.id = a.case_id where f.dossier_number = :number")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_draft_that_is_sent_twice_at_the_same_moment_is_sent_once() throws Exception {
        Actor head = world.forCpas(world.head);
        DpdApplication draft = on(thisNode).startDraft(head, world.cpas.id());
        DpdApplication saved = on(thisNode).saveDraft(head, draft.id(), draft.version(), world.answers());
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<DossierNumber>> senders = List.of(
                () -> {
                    together.await();
                    return on(thisNode).submit(head, saved.id(), saved.version());
                },
                () -> {
                    together.await();
                    return on(otherNode).submit(head, saved.id(), saved.version());
                });

        assertThat(both(senders)).doesNotContainNull().satisfies(numbers -> assertThat(numbers.get(0))
                .isEqualTo(numbers.get(1)));
    }

    @Test
    void of_two_representatives_who_confirm_in_the_same_second_one_designates_and_the_other_is_told_by_whom()
            throws Exception {
        EnterpriseWorld enterprise = worlds.enterprise();
        EnterpriseNumber number = enterprise.enterprise.enterpriseNumber();
        Map<ApplicationContext, Person> representatives =
                Map.of(thisNode, enterprise.director, otherNode, enterprise.otherDirector);
        representatives.forEach((node, person) -> types(node, person, number));
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Optional<String>>> representativesSend = representatives.entrySet().stream()
                .<Callable<Optional<String>>>map(entry -> () -> {
                    together.await();
                    return toldByWhom(entry.getKey(), entry.getValue(), number);
                })
                .toList();

        List<Optional<String>> told = both(representativesSend);

        Responsibility manager = access.incumbents(
                        ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER,
                        enterprise.enterprise.id(),
                        null,
                        null,
                        Instant.now())
                .get(0);
        String winner = directory.person(manager.person()).displayName();
        assertThat(told).containsExactlyInAnyOrder(Optional.empty(), Optional.of(winner));
        assertThat(enterprise.count("case_file")).isEqualTo(1);
        assertThat(enterprise.count("responsibility")).isEqualTo(1);
    }

    @Test
    void each_mail_is_sent_once_by_one_of_them(@Autowired GreenMail mailServer) throws Exception {
        List<Callable<List<UUID>>> nodes = List.of(() -> written(thisNode), () -> written(otherNode));
        List<UUID> written = both(nodes).stream().flatMap(List::stream).toList();

        await().until(() -> jdbc.sql("select count(*) from notification where id = any(:ids) and sent_at is null")
                        .param("ids", written.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(Mails.ids(mailServer)).filteredOn(written::contains).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void what_changes_is_told_by_both_alike_and_no_more_once_one_of_them_hears_that_it_arrived() {
        Actor agent = CpasWorld.as(world.supportAgent("Sophie"));
        String id = "nodes-" + UUID.randomUUID().toString().substring(0, 8);
        thisNode.getBean(Registrations.class)
                .register(agent, id, new ApplicationDetails("Nodes", false, true, Set.of("SOCIAL_WORKER")));
        Asker asker = thisNode.getBean(Askers.class).byClient(id).orElseThrow();
        AccessFeed here = thisNode.getBean(AccessFeed.class);
        AccessFeed there = otherNode.getBean(AccessFeed.class);
        try {
            jdbc.sql("update application set needed_level = 450 where code = 'PRIMA_WEB'")
                    .update();
            jdbc.sql("update application set needed_level = 400 where code = 'PRIMA_WEB'")
                    .update();

            List<String> told = List.copyOf(here.tell(asker, 10, false).sets().keySet());
            assertThat(told).hasSize(2);
            assertThat(there.tell(asker, 10, true).sets().keySet()).containsExactlyElementsOf(told);
            assertThat(there.publicKeys()).isEqualTo(here.publicKeys());
            there.acknowledge(asker, List.of(UUID.fromString(told.get(0))));
            assertThat(here.tell(asker, 10, false).sets().keySet()).containsExactly(told.get(1));
        } finally {
            thisNode.getBean(Registrations.class).close(agent, id, true);
        }
    }

    @Test
    void mails_that_failed_are_sent_again_once_though_both_nodes_are_asked(@Autowired GreenMail mailServer)
            throws Exception {
        List<UUID> failed = jdbc.sql("""
                        insert into notification (id, kind, recipient_name, to_address, language, subject, text_body, html_body,
                                                  message_id, created_at, attempts, failure, last_error, given_up_at)
                        select id, 'probe', 'Destinataire', 'both@test.example', 'fr', 'Sur deux nœuds', 'x', '<p>x</p>',
                               '<' || id || '@test.example>', now(), 4, 'no-connection', 'x', now()
                          from (select gen_random_uuid() as id from generate_series(1, 60)) as mail
                        returning id""").query(UUID.class).list();
        Actor one = CpasWorld.as(world.supportAgent("Suzanne"));
        Actor other = CpasWorld.as(world.supportAgent("Simon"));
        var all = new MailFilter(null, null, "Sur deux nœuds", null);

        long seen = jdbc.sql("select coalesce(max(id), 0) from support_run where kind = 'mails'")
                .query(Long.class)
                .single();
        List<Callable<Optional<Long>>> asked = List.of(
                () -> thisNode.getBean(MailRetries.class).begin(one, all, null, seen),
                () -> otherNode.getBean(MailRetries.class).begin(other, all, null, seen));
        assertThat(both(asked)).as("one run").filteredOn(Optional::isPresent).hasSize(1);

        await().until(() -> jdbc.sql("select count(*) from notification where id = any(:ids) and sent_at is null")
                        .param("ids", failed.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(Mails.ids(mailServer)).filteredOn(failed::contains).containsExactlyInAnyOrderElementsOf(failed);
    }

    private static List<UUID> written(ApplicationContext node) {
        Message message =
                Message.of(NotificationKind.CONTACT_CHANGED, Recipient.mailbox("A", "a@test.example", Locale.FRENCH));
        return Stream.generate(() -> node.getBean(TransactionOperations.class)
                        .execute(status -> node.getBean(Notifications.class).write(message)))
                .limit(20)
                .toList();
    }

    private static void types(ApplicationContext node, Person person, EnterpriseNumber number) {
        FormDefinition form = node.getBean(Forms.class).get("principal-manager");
        var answers = form.read(Map.of(
                "who", List.of("SELF"),
                "email", List.of("direction@alpha.example"),
                "phone", List.of("02 123 45 67")));
        node.getBean(PrincipalManagers.class)
                .save(EnterpriseWorld.as(person), number, form.pages().get(0), answers.values());
    }

    /** Nothing for whoever designates. */
    private static Optional<String> toldByWhom(ApplicationContext node, Person person, EnterpriseNumber number) {
        try {
            node.getBean(PrincipalManagers.class).send(EnterpriseWorld.as(person), number, new Incumbency(null));
            return Optional.empty();
        } catch (AlreadyHandledException slower) {
            return Optional.ofNullable(slower.by());
        }
    }

    @Test
    void of_two_who_take_the_same_work_in_the_same_moment_one_has_it_and_the_other_is_told_by_whom() throws Exception {
        Actor head = world.forCpas(world.head);
        DpdApplication draft = on(thisNode).startDraft(head, world.cpas.id());
        DpdApplication saved = on(thisNode).saveDraft(head, draft.id(), draft.version(), world.answers());
        DossierNumber number = on(thisNode).submit(head, saved.id(), saved.version());
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Optional<Rejection>>> takers = List.of(
                () -> takes(together, thisNode, world.reviewer, number),
                () -> takes(together, otherNode, world.otherReviewer, number));

        List<Optional<Rejection>> told = both(takers);

        Person winner = told.get(0).isEmpty() ? world.reviewer : world.otherReviewer;
        assertThat(told)
                .containsExactlyInAnyOrder(
                        Optional.empty(), Optional.of(Rejection.of("casework.taken-by-other", winner.displayName())));
        assertThat(acts(otherNode)
                        .view(CpasWorld.as(world.reviewer), number)
                        .openWork()
                        .assignee())
                .isEqualTo(winner.id());
    }

    private static Optional<Rejection> takes(
            CyclicBarrier together, ApplicationContext node, Person person, DossierNumber number) throws Exception {
        together.await();
        return node.getBean(WorkHandling.class).take(CpasWorld.as(person), List.of(number)).stream()
                .findFirst()
                .map(WorkHandling.Verdict::refusal);
    }

    private boolean decides(CyclicBarrier together, ApplicationContext node, DossierNumber number, boolean approved)
            throws Exception {
        together.await();
        try {
            acts(node).decide(CpasWorld.as(world.approver), number, null, approved, "Raison");
            return true;
        } catch (AlreadyHandledException slower) {
            assertThat(slower.by()).isEqualTo(world.approver.displayName());
            return false;
        }
    }

    private DossierNumber advised() {
        Actor head = world.forCpas(world.head);
        DpdApplication draft = on(thisNode).startDraft(head, world.cpas.id());
        DpdApplication saved = on(thisNode).saveDraft(head, draft.id(), draft.version(), world.answers());
        DossierNumber number = on(thisNode).submit(head, saved.id(), saved.version());
        acts(thisNode).giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        return number;
    }

    private static DossierActs acts(ApplicationContext node) {
        return node.getBean(DossierActs.class);
    }

    private static DpdDesignations on(ApplicationContext node) {
        return node.getBean(DpdDesignations.class);
    }

    private static <T> List<T> both(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            return threads.invokeAll(calls).stream().map(TwoNodesIT::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
