package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.access.Rights;
import be.designations.directory.Person;
import be.designations.management.BlockUsers;
import be.designations.management.Users;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Applications follow what changes for their roles: signed events that they poll and acknowledge. */
class AccessFeedIT extends WholeApplication {

    private static final String EVENTS = "/access/v1/events";
    private static final String NOW = "{'returnImmediately':true}";
    private static final String ROLE = "SOCIAL_WORKER";

    @Autowired
    Registrations registrations;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    AccessFeed feed;

    @Autowired
    Users users;

    @Autowired
    Rights rights;

    AskingWorld world;
    Person user;
    String id;
    ApiCaller follower;

    @BeforeEach
    void aFollower() {
        world = new AskingWorld(worlds.managed(), registrations, jdbc);
        user = world.managed.cpas.user;
        id = world.application(false, ROLE);
        registrations.change(world.agent, id, 1, new ApplicationDetails("Follower", false, true, Set.of(ROLE)));
        follower = AskingWorld.by(api, id, world.key(id));
        acknowledgeAll();
    }

    /** Else the changes of all tests were told to it. */
    @AfterEach
    void nobodyFollows() {
        registrations.close(world.agent, id, true);
    }

    @Test
    void a_granted_right_is_told_in_a_signed_event() throws Exception {
        UUID right = world.right(user, ROLE);

        Answer answer = follower.post(EVENTS, NOW);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json");
        assertThat(answer.at("/moreAvailable").isBoolean()).isTrue();
        assertThat(sets(answer)).hasSize(1);
        SignedJWT set = SignedJWT.parse(sets(answer).values().iterator().next());
        JWKSet keys = JWKSet.parse(api.get("/access/v1/jwks").body());
        assertThat(api.get("/access/v1/jwks").body()).doesNotContain("\"d\"");
        assertThat(set.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(set.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(set.getHeader().getType().getType()).isEqualTo("secevent+jwt");
        assertThat(set.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        var claims = set.getJWTClaimsSet();
        assertThat(claims.getJWTID()).isEqualTo(sets(answer).keySet().iterator().next());
        assertThat(claims.getAudience()).containsExactly(id);
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getIssueTime()).isNotNull();
        assertThat(claims.getSubject()).isNull();
        assertThat(claims.getExpirationTime()).isNull();
        assertThat(claims.getJSONObjectClaim("sub_id"))
                .isEqualTo(Map.of("format", "opaque", "id", user.id().toString()));
        assertThat(changes(answer)).hasSize(1);
        Map<?, ?> change = changes(answer).get(0);
        assertThat(change.get("id")).isEqualTo(right.toString());
        assertThat(change.get("role")).isEqualTo(ROLE);
        assertThat(change.get("entity")).isEqualTo(world.entity());
        assertThat(change.get("blocked")).isEqualTo(false);
        assertThat(change.containsKey("valid_until")).isFalse();
        assertThat(set.getPayload().toString()).doesNotContain(user.niss().value());
    }

    @Test
    void what_is_not_acknowledged_is_told_again_under_the_same_id() {
        world.right(user, ROLE);
        world.right(world.managed.userOfSubdivision, ROLE);
        List<String> first = ids(follower.post(EVENTS, NOW));
        List<String> second = ids(follower.post(EVENTS, NOW));
        assertThat(second).isEqualTo(first).hasSize(2);

        Answer after =
                follower.post(EVENTS, "{'returnImmediately':true,'ack':['%s','made up']}".formatted(first.get(0)));
        assertThat(ids(after)).containsExactly(first.get(1));
        assertThat(ids(follower.post(
                        EVENTS,
                        "{'returnImmediately':true,'setErrs':{'%s':{'err':'invalid_request','description':'x'}}}"
                                .formatted(first.get(1)))))
                .isEmpty();
    }

    @Test
    void pages_of_events_say_whether_there_are_more() {
        for (int i = 0; i < 3; i++) {
            world.right(world.managed.cpas.person("Paula"), ROLE);
        }
        Answer page = follower.post(EVENTS, "{'returnImmediately':true,'maxEvents':2}");
        assertThat(ids(page)).hasSize(2);
        assertThat(page.at("/moreAvailable").asBoolean()).isTrue();
        Answer acknowledged = follower.post(
                EVENTS, "{'maxEvents':0,'ack':['%s']}".formatted(ids(page).get(0)));
        assertThat(ids(acknowledged)).as("acknowledging only").isEmpty();
        assertThat(acknowledged.at("/moreAvailable").asBoolean()).isTrue();
        Answer rest = follower.post(EVENTS, "{'returnImmediately':true,'maxEvents':2}");
        assertThat(ids(rest)).hasSize(2).contains(ids(page).get(1));
        assertThat(rest.at("/moreAvailable").asBoolean()).isFalse();
        Answer all = follower.post(EVENTS, "{'maxEvents':0,'ack':['%s']}".formatted(String.join("','", ids(rest))));
        assertThat(all.at("/moreAvailable").asBoolean()).isFalse();
    }

    @Test
    void a_revoked_right_is_told_within_a_second_to_whoever_waits() throws Exception {
        UUID right = world.right(user, ROLE);
        acknowledgeAll();
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> follower.post(EVENTS, "{}"));
        Thread.sleep(500);
        assertThat(waiting).isNotDone();

        jdbc.sql("update role_assignment set valid_until = :now where id = :id")
                .param("now", Timestamp.from(Instant.now()))
                .param("id", right)
                .update();
        Instant committed = Instant.now();
        Answer answer = waiting.get();

        assertThat(Duration.between(committed, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(changes(answer)).hasSize(1);
        assertThat(changes(answer).get(0).containsKey("valid_until")).isTrue();
    }

    @Test
    void blocks_managers_and_disabled_people_are_told_and_what_changes_nothing_is_not() {
        UUID right = world.right(user, ROLE);
        acknowledgeAll();

        jdbc.sql("update role_assignment set reason = 'other' where id = :id")
                .param("id", right)
                .update();
        assertThat(ids(follower.post(EVENTS, NOW))).isEmpty();

        worlds.people().block(user);
        assertThat(changes(follower.post(EVENTS, NOW)))
                .extracting(change -> (Object) change.get("blocked"))
                .containsExactly(true);
        acknowledgeAll();
        jdbc.sql("""
                        update responsibility_block set blocked_until = now() + interval '1 second'
                         where responsibility_id in (select id from responsibility where person_id = :person)""").param("person", user.id().value()).update();
        assertThat(changes(follower.post(EVENTS, NOW)))
                .extracting(change -> (Object) change.get("blocked"))
                .containsExactly(false);
        acknowledgeAll();

        worlds.people().block(world.managed.coLocalManager);
        assertThat(changes(follower.post(EVENTS, NOW)))
                .extracting(change -> (Object) change.get("capacity"))
                .containsExactly("CO_LOCAL_MANAGER");
        acknowledgeAll();

        worlds.people().disable(user);
        assertThat(changes(follower.post(EVENTS, NOW)))
                .extracting(change -> (Object) change.get("disabled"))
                .containsExactly(true);
    }

    @Test
    void what_the_catalogue_needs_opens_or_retires_is_told_to_whom_it_concerns() throws Exception {
        world.right(user, ROLE);
        acknowledgeAll();
        String foreignId = world.application(false, "E_BOX_USER");
        registrations.change(
                world.agent, foreignId, 1, new ApplicationDetails("Other", false, true, Set.of("E_BOX_USER")));
        ApiCaller foreign = AskingWorld.by(api, foreignId, world.key(foreignId));
        List<String> begin = ids(foreign.post(EVENTS, NOW));
        try {
            jdbc.sql("update application set needed_level = 450, name_de = name_de where code = 'PRIMA_WEB'")
                    .update();
            jdbc.sql("update application set name_de = 'Prima' where code = 'PRIMA_WEB'")
                    .update();
            Answer answer = follower.post(EVENTS, NOW);
            assertThat(ids(answer)).hasSize(1);
            var claims =
                    SignedJWT.parse(sets(answer).values().iterator().next()).getJWTClaimsSet();
            assertThat(claims.getJSONObjectClaim("sub_id")).isEqualTo(Map.of("format", "opaque", "id", id));
            assertThat(claims.getJSONObjectClaim("events").toString())
                    .contains("urn:designations:event:catalogue-change", "PRIMA_WEB", "needed_sign_in_level=450");
            acknowledgeAll();

            jdbc.sql("update role set retired_at = now() where code = 'PRIMA_WEB_CONFIGURATION'")
                    .update();
            jdbc.sql("insert into role_also_opens (role_code, application_code) values (:role, 'RAPPORT_UNIQUE')")
                    .param("role", ROLE)
                    .update();
            assertThat(ids(follower.post(EVENTS, NOW))).hasSize(2);
            assertThat(ids(foreign.post(EVENTS, NOW))).isEqualTo(begin);
            acknowledgeAll();
        } finally {
            jdbc.sql("update application set needed_level = 400, name_de = 'PRIMA-WEB' where code = 'PRIMA_WEB'")
                    .update();
            jdbc.sql("update role set retired_at = null where code = 'PRIMA_WEB_CONFIGURATION'")
                    .update();
            jdbc.sql("delete from role_also_opens where role_code = :role and application_code = 'RAPPORT_UNIQUE'")
                    .param("role", ROLE)
                    .update();
            registrations.close(world.agent, foreignId, true);
        }
        assertThat(ids(follower.post(EVENTS, NOW))).as("and what is put back").hasSize(3);
    }

    @Test
    void nothing_is_lost_or_told_when_transactions_end_out_of_order_or_not_at_all() throws Exception {
        CountDownLatch granted = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Person late = world.managed.cpas.candidate;
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            world.right(late, ROLE);
            granted.countDown();
            try {
                commit.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        granted.await();
        world.right(user, ROLE);
        assertThat(ids(follower.post(EVENTS, NOW)))
                .as("committed first, numbered last")
                .hasSize(1);
        acknowledgeAll();
        commit.countDown();
        slow.get();
        assertThat(ids(follower.post(EVENTS, NOW)))
                .as("committed last, numbered first")
                .hasSize(1);
        acknowledgeAll();

        transaction.executeWithoutResult(status -> {
            world.right(world.managed.userOfSubdivision, ROLE);
            status.setRollbackOnly();
        });
        assertThat(ids(follower.post(EVENTS, NOW))).isEmpty();
    }

    @Test
    void a_reader_who_was_away_for_a_day_misses_nothing_and_one_who_was_away_for_weeks_begins_anew() {
        world.right(user, ROLE);
        world.right(world.managed.userOfSubdivision, ROLE);
        List<String> both = ids(follower.post(EVENTS, NOW));
        age(both.get(0), 20);
        age(both.get(1), 1);

        feed.forget();

        assertThat(ids(follower.post(EVENTS, NOW))).contains(both.get(1)).hasSize(2);
        assertThat(catalogue(follower.post(EVENTS, NOW))).containsExactly(Map.of("begin_anew", true));
        age(both.get(1), 20);
        feed.forget();
        assertThat(ids(follower.post(EVENTS, NOW))).as("said once").hasSize(1);
        assertThat(catalogue(follower.post(EVENTS, NOW))).containsExactly(Map.of("begin_anew", true));
        age(ids(follower.post(EVENTS, NOW)).get(0), 20);
        feed.forget();
        assertThat(catalogue(follower.post(EVENTS, NOW)))
                .as("and to whoever never comes")
                .containsExactly(Map.of("begin_anew", true));
    }

    @Test
    void whoever_follows_again_or_asks_about_other_roles_begins_anew() {
        registrations.close(world.agent, id, true);
        world.right(user, ROLE);
        registrations.close(world.agent, id, false);
        assertThat(catalogue(follower.post(EVENTS, NOW))).containsExactly(Map.of("begin_anew", true));
        acknowledgeAll();

        int version = registrations.find(world.agent, id).version();
        registrations.change(world.agent, id, version, new ApplicationDetails("Follower", true, true, Set.of(ROLE)));
        assertThat(ids(follower.post(EVENTS, NOW)))
                .as("it sees the basis since")
                .isEmpty();
        registrations.change(
                world.agent,
                id,
                version + 1,
                new ApplicationDetails("Follower", true, true, Set.of(ROLE, "PRIMA_WEB_CONFIGURATION")));
        assertThat(catalogue(follower.post(EVENTS, NOW))).containsExactly(Map.of("begin_anew", true));
    }

    /** Each event says all that holds after it, whoever changed something else at the same moment. */
    @Test
    void of_a_block_and_an_earlier_end_at_once_the_later_event_says_both() throws Exception {
        UUID right = world.right(user, ROLE);
        acknowledgeAll();
        Instant nextWeek = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
        CompletableFuture<?> block = transaction.execute(status -> {
            rights.lock(List.of(user.id()));
            jdbc.sql("update role_assignment set valid_until = :until where id = :id")
                    .param("until", Timestamp.from(nextWeek))
                    .param("id", right)
                    .update();
            CompletableFuture<?> blocking = CompletableFuture.runAsync(() -> users.carryOut(
                    ManagedWorld.as(world.managed.cpas.localManager),
                    world.managed.cpas.socialAction.id(),
                    new BlockUsers(null),
                    List.of(user.id())));
            await().until(() -> blocking.isDone() || somebodyWaits());
            return blocking;
        });
        block.get();

        List<Map<?, ?>> told = changes(follower.post(EVENTS, NOW));
        assertThat((Object) told.get(told.size() - 1).get("blocked")).isEqualTo(true);
        assertThat((Object) told.get(told.size() - 1).get("valid_until")).isNotNull();
    }

    /** About those a question would be answered with no. */
    @Test
    void local_managers_who_open_nothing_of_an_application_are_not_told_of() {
        String desks = world.application(false, "DPD_REVIEWER");
        registrations.change(
                world.agent, desks, 1, new ApplicationDetails("Desks", false, true, Set.of("DPD_REVIEWER")));
        ApiCaller following = AskingWorld.by(api, desks, world.key(desks));
        String begin = ids(following.post(EVENTS, NOW)).get(0);
        Person manager = world.managed.cpas.candidate;
        try {
            jdbc.sql("""
                            with quality as (
                                insert into quality (id, organisation_id, kind, identifier, activated_at)
                                values (gen_random_uuid(), :organisation, 'SOCIAL_SECURITY', :number, now()) returning id)
                            insert into responsibility (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
                            select gen_random_uuid(), 'LOCAL_MANAGER', :organisation, id, :person, now(), cast(:basis as uuid)
                              from quality""")
                    .param("organisation", world.managed.cpas.cpas.id().value())
                    .param("number", world.entity())
                    .param("person", manager.id().value())
                    .param("basis", world.basis())
                    .update();

            assertThat(ids(following.post(EVENTS, NOW))).containsExactly(begin);
            assertThat(following
                            .post(
                                    "/access/v1/evaluation",
                                    "{'subject':{'type':'person','id':'%s'},'action':{'name':'use'},'resource':{'type':'application','id':'DESIGNATIONS'},'context':{'sign_in_level':500}}"
                                            .formatted(manager.id()))
                            .text("/context/code"))
                    .isEqualTo("no-right");
        } finally {
            registrations.close(world.agent, desks, true);
        }
    }

    @Test
    void a_new_role_of_the_application_and_a_desk_that_is_taken_over_are_told() {
        String desks = world.application(false, "DPD_REVIEWER");
        registrations.change(
                world.agent, desks, 1, new ApplicationDetails("Desks", false, true, Set.of("DPD_REVIEWER")));
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("""
                                insert into role (code, application_code, name_fr, name_nl, name_de)
                                values ('PRIMA_WEB_READER', 'PRIMA_WEB', 'Lecteur', 'Lezer', 'Leser')""").update();
                jdbc.sql("""
                                insert into desk_takeover (id, desk, organisation_id, valid_from, name_fr, name_nl, name_de, name_en,
                                                           announced_at, basis_id)
                                values (gen_random_uuid(), 'BCSS', :organisation, now() + interval '1 year', 'a', 'b', 'c', 'd', now(),
                                        cast(:basis as uuid))""")
                        .param("organisation", world.managed.cpas.cpas.id().value())
                        .param("basis", world.basis())
                        .update();
                assertThat(toldOfRoles(id)).containsExactly("PRIMA_WEB_READER");
                assertThat(toldOfRoles(desks)).containsExactly("DPD_REVIEWER");
                status.setRollbackOnly();
            });
        } finally {
            registrations.close(world.agent, desks, true);
        }
    }

    private List<String> toldOfRoles(String client) {
        return jdbc.sql("""
                        select change ->> 'role' from access_event
                         where client_id = :client and person_id is null and change -> 'role' is not null order by id""").param("client", client).query(String.class).list();
    }

    @Test
    void an_application_is_told_of_its_own_roles_only_and_only_when_it_follows() {
        ApiCaller other = world.asker(api, false, ROLE);
        String foreignId = world.application(false, "E_BOX_USER");
        registrations.change(
                world.agent, foreignId, 1, new ApplicationDetails("Other", false, true, Set.of("E_BOX_USER")));
        ApiCaller foreign = AskingWorld.by(api, foreignId, world.key(foreignId));
        String begin = ids(foreign.post(EVENTS, NOW)).get(0);
        world.right(user, ROLE);
        String own = ids(follower.post(EVENTS, NOW)).get(0);

        assertThat(other.post(EVENTS, NOW).status()).isEqualTo(403);
        assertThat(ids(foreign.post(EVENTS, "{'returnImmediately':true,'ack':['%s']}".formatted(own))))
                .containsExactly(begin);
        assertThat(ids(follower.post(EVENTS, NOW)))
                .as("nobody else acknowledges it")
                .containsExactly(own);
        registrations.close(world.agent, foreignId, true);
        assertThat(api.post(EVENTS, NOW).status()).isEqualTo(401);
        for (String wrong :
                List.of("", "[]", "{'ack':7}", "{'maxEvents':-1}", "{'returnImmediately':'yes'}", "{'setErrs':[]}")) {
            assertThat(follower.post(EVENTS, wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void the_configuration_says_how_to_poll() {
        Answer answer = api.get("/.well-known/ssf-configuration");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/issuer")).isEqualTo("http://localhost:8080");
        assertThat(answer.text("/jwks_uri")).isEqualTo("http://localhost:8080/access/v1/jwks");
        assertThat(answer.at("/delivery_methods_supported").toString()).isEqualTo("[\"urn:ietf:rfc:8936\"]");
    }

    private void age(String event, int days) {
        jdbc.sql("update access_event set at = :at where jti = cast(:id as uuid)")
                .param("at", Timestamp.from(Instant.now().minus(days, ChronoUnit.DAYS)))
                .param("id", event)
                .update();
    }

    private void acknowledgeAll() {
        List<String> all = ids(follower.post(EVENTS, NOW));
        assertThat(ids(follower.post(EVENTS, "{'returnImmediately':true,'ack':['" + String.join("','", all) + "']}")))
                .isEmpty();
    }

    private static List<String> ids(Answer answer) {
        return List.copyOf(sets(answer).keySet());
    }

    private static Map<String, String> sets(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<String, String> sets = new LinkedHashMap<>();
        answer.at("/sets")
                .properties()
                .forEach(one -> sets.put(one.getKey(), one.getValue().asText()));
        return sets;
    }

    /** What of it is about the catalogue, and nobody. */
    private static List<Map<?, ?>> catalogue(Answer answer) {
        List<Map<?, ?>> told = new ArrayList<>();
        sets(answer).values().stream()
                .map(set -> events(set).get("urn:designations:event:catalogue-change"))
                .filter(Objects::nonNull)
                .forEach(event ->
                        told.add((Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) event).get("claims")).get("catalogue")));
        return told;
    }

    private static Map<String, Object> events(String set) {
        try {
            return SignedJWT.parse(set).getJWTClaimsSet().getJSONObjectClaim("events");
        } catch (ParseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<Map<?, ?>> changes(Answer answer) {
        List<Map<?, ?>> changes = new ArrayList<>();
        sets(answer).values().forEach(set -> {
            Map<?, ?> event = (Map<?, ?>)
                    events(set).get("https://schemas.openid.net/secevent/caep/event-type/token-claims-change");
            assertThat(((Number) event.get("event_timestamp")).longValue()).isPositive();
            changes.add((Map<?, ?>) ((Map<?, ?>) event.get("claims")).get("access"));
        });
        return changes;
    }
}
