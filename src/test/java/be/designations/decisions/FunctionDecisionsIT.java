package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Translated;
import be.designations.decisions.AccessRequest.Thing;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.primaweb.FunctionDetails;
import be.designations.primaweb.FunctionEditing;
import be.designations.primaweb.OwnProfiles;
import be.designations.primaweb.PrimaWebRole;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileDetails;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileUsers;
import be.designations.primaweb.Profiles;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications ask about a function of PrimaWeb, which profiles give. */
class FunctionDecisionsIT extends WholeApplication {

    private static final String ONE = "/access/v1/evaluation";
    private static final String ROLE = PrimaWebRole.SOCIAL_WORKER_CODE;
    private static final String LIST = "FORMS_LIST";
    private static final String EXPORT = "HEATING_EXPORT";

    @Autowired
    Registrations registrations;

    @Autowired
    Profiles profiles;

    @Autowired
    ProfileUsers users;

    @Autowired
    OwnProfiles own;

    @Autowired
    FunctionEditing editing;

    @Autowired
    Decisions decisions;

    AskingWorld world;
    CpasWorld cpas;
    EnterpriseNumber number;
    Person user;
    ApiCaller prima;

    @BeforeEach
    void anApplication() {
        world = new AskingWorld(worlds.managed(), registrations, jdbc);
        cpas = world.managed.cpas;
        number = cpas.cpas.enterpriseNumber();
        user = cpas.user;
        prima = world.asker(api, true, ROLE);
    }

    @Test
    void each_step_towards_a_function_has_its_code_and_its_words() {
        assertRefused("no-right", "does not have the role");
        world.right(user, ROLE);
        assertRefused("not-entered", "has not entered PrimaWeb yet");
        entered();
        assertRefused("no-profile", "No profile of this person has this function.");
        Profile profile = profile("Agent", LIST);
        assign(profile);
        assertThat(code(ask(user, EXPORT))).isEqualTo("no-profile");

        Answer permitted = ask(user, LIST);
        assertThat(permitted.text("/decision")).isEqualTo("true");
        assertThat(permitted.text("/context/code")).isEqualTo("profile");
        assertThat(permitted.text("/context/role")).isEqualTo(ROLE);
        assertThat(permitted.text("/context/entity")).isEqualTo(world.entity());
        assertThat(permitted.text("/context/basis/id")).isEqualTo(world.basis());
        assertThat(permitted.text("/context/basis/profiles/0/id"))
                .isEqualTo(profile.id().value().toString());
        assertThat(permitted.text("/context/basis/profiles/0/name")).isEqualTo("Agent");
        assertThat(permitted.at("/context/basis/profiles")).hasSize(1);
        assertThat(world.asker(api, false, ROLE)
                        .post(ONE, question(user, "use", LIST, "entity", world.entity(), ""))
                        .body())
                .contains("\"profile\"")
                .doesNotContain("basis", "Agent");

        users.deactivate(gl(), number, user.id());
        Answer inactive = assertRefused("inactive", "Inactive user since");
        assertThat(inactive.at("/context/inactive_since").isMissingNode()).isFalse();
    }

    @Test
    void what_ends_or_blocks_the_role_is_said_of_the_role() {
        Profile profile = profile("Agent", LIST);
        world.right(user, ROLE);
        entered();
        assign(profile);
        assertThat(code(prima.post(
                        ONE,
                        question(user, "use", LIST, "entity", world.entity(), "")
                                .replace("450", "100"))))
                .isEqualTo("sign-in-level-too-low");

        worlds.people().block(user);
        assertRefused("blocked", "This person has been blocked since");
        unblock();
        assertRefused("profiles-unconfirmed", "until a manager has confirmed it");
        assign(profile);
        assertThat(code(ask(user, LIST))).isEqualTo("profile");

        endRole(Instant.now().minusSeconds(1));
        assertRefused("ended", "The role “Agent social” ended on");
        world.right(user, ROLE, cpas.socialAction.id(), Instant.now(), null);
        assertRefused("profiles-unconfirmed", "interrupted");

        worlds.people().disable(user);
        assertThat(code(ask(user, LIST))).isEqualTo("disabled");
    }

    @Test
    void everything_gives_each_function_and_one_that_was_withdrawn_or_never_was_gives_nobody_anything() {
        world.right(user, ROLE);
        entered();
        users.assign(gl(), number, user.id(), 1, Set.of(everything()));
        assertThat(code(ask(user, EXPORT))).isEqualTo("profile");
        assertThat(Stream.of("NOT_THERE", "MUTATIONS", "forms_list", "x'); --", ""))
                .allSatisfy(code -> assertThat(code(ask(user, code))).as(code).isEqualTo("not-yours"));

        String code = "DECIDED_" + version();
        editing.add(world.agent, code, false, version(), function("Décidée"));
        assertThat(code(ask(user, code))).isEqualTo("profile");
        editing.withdraw(world.agent, code, version());
        assertThat(code(ask(user, code))).isEqualTo("function-withdrawn");
        assertThat(ask(user, code).text("/context/reason")).isEqualTo("This function was withdrawn from PrimaWeb.");
    }

    @Test
    void a_user_of_two_cpas_has_in_each_what_profiles_give_there() {
        CpasWorld other = worlds.cpas();
        world.right(user, ROLE);
        world.right(user, ROLE, other.socialAction.id(), Instant.parse("2020-01-01T00:00:00Z"), null);
        entered();
        assign(profile("Agent", LIST));

        assertThat(code(ask(user, LIST))).isEqualTo("profile");
        String there = other.cpas.enterpriseNumber().value();
        assertThat(code(prima.post(ONE, question(user, "use", LIST, "entity", there, ""))))
                .isEqualTo("not-entered");
        assertThat(code(prima.post(ONE, question(user, "use", LIST, "quality", "SOCIAL_ACTION", ""))))
                .as("anywhere")
                .isEqualTo("profile");
        assertThat(code(prima.post(ONE, question(user, "use", LIST, "entity", "0999999922", ""))))
                .isEqualTo("elsewhere");
    }

    @Test
    void only_an_application_with_the_role_learns_anything_and_only_of_whoever_was_granted_it() {
        world.right(user, ROLE);
        entered();
        assign(profile("Agent", LIST));

        assertThat(code(world.asker(api, true, "PRIMA_WEB_CONFIGURATION")
                        .post(ONE, question(user, "use", LIST, "entity", world.entity(), ""))))
                .isEqualTo("not-yours");
        assertThat(code(prima.post(ONE, question(user, ROLE, LIST, "entity", world.entity(), ""))))
                .isEqualTo("profile");
        assertThat(code(prima.post(ONE, question(user, "E_BOX_USER", LIST, "entity", world.entity(), ""))))
                .isEqualTo("not-yours");
        assertThat(code(ask(cpas.localManager, LIST))).isEqualTo("no-right");
        String asLocalManager = question(user, "use", LIST, "entity", world.entity(), "")
                .replace("'person','id'", "'person','properties':{'capacity':'LOCAL_MANAGER'},'id'");
        assertThat(code(prima.post(ONE, asLocalManager))).isEqualTo("capacity-opens-nothing");
    }

    @Test
    void another_instant_is_answered_by_what_was_so_then() {
        Profile profile = profile("Agent", LIST);
        world.right(user, ROLE);
        entered();
        assign(profile);
        Instant given = Instant.now();
        profiles.change(gl(), number, profile.id(), 1, details("Agent", EXPORT));

        assertThat(code(ask(user, LIST))).isEqualTo("no-profile");
        assertThat(code(ask(user, EXPORT))).isEqualTo("profile");
        assertThat(code(askAt(LIST, given))).isEqualTo("profile");
        assertThat(code(askAt(EXPORT, given))).isEqualTo("no-profile");
        assertThat(code(askAt(LIST, given.minusSeconds(3600)))).isEqualTo("not-entered");
        assertThat(code(askAt(EXPORT, Instant.now().plusSeconds(3600)))).isEqualTo("profile");
    }

    @Test
    void functions_are_searched_by_person_and_people_by_function() {
        Person other = world.managed.userOfSubdivision;
        world.right(user, ROLE);
        world.right(other, ROLE);
        entered();
        own.enter(cpas.forCpas(other), number, PrimaWebRole.SOCIAL_WORKER);
        assign(profile("Agent", LIST, EXPORT));

        String subject = "{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'function','id':'"
                + LIST + "','properties':{'entity':'" + world.entity() + "'}}}";
        assertThat(ids(prima.post("/access/v1/search/subject", subject)))
                .containsExactly(user.id().value().toString());
        assertThat(ids(prima.post("/access/v1/search/subject", subject.replace(LIST, "A036_READ"))))
                .isEmpty();
        assertThat(prima.post("/access/v1/search/subject", subject.replaceFirst(",'properties':\\{[^}]*}", ""))
                        .status())
                .isEqualTo(200);
        String resource = "{'subject':{'type':'person','id':'" + user.id().value()
                + "'},'action':{'name':'use'},'resource':{'type':'function','properties':{'entity':'" + world.entity()
                + "'}}}";
        assertThat(ids(prima.post("/access/v1/search/resource", resource))).containsExactly(LIST, EXPORT);
        assertThat(ids(world.asker(api, true, "PRIMA_WEB_CONFIGURATION").post("/access/v1/search/resource", resource)))
                .isEmpty();
        String action = "{'subject':{'type':'person','id':'" + user.id().value()
                + "'},'resource':{'type':'function','id':'" + LIST + "'}}";
        assertThat(prima.post("/access/v1/search/action", action).at("/results").findValuesAsText("name"))
                .containsExactly(ROLE, "use");
    }

    @Test
    void a_batch_of_functions_and_roles_is_one_statement() {
        world.right(user, ROLE);
        entered();
        assign(profile("Agent", LIST));
        Asker asker = new Asker(
                "x",
                true,
                Map.of(ROLE, new Asker.OwnRole(ROLE, new SignInLevel(450), Set.of("PRIMA_WEB"))),
                Map.of(),
                ROLE,
                new Asker.Secret(new byte[32]));
        Thing who = new Thing("person", user.id().value().toString(), Map.of());
        List<AccessRequest> requests = Stream.of(
                        new Thing("function", LIST, Map.of()),
                        new Thing("role", ROLE, Map.of()),
                        new Thing("function", EXPORT, Map.of()))
                .map(thing -> new AccessRequest(who, "use", thing, 500, null))
                .toList();
        List<Decision> decided = new ArrayList<>();

        assertThat(IntStream.range(0, 5)
                        .map(time -> StatementCount.ofAllThreads(() -> {
                            decided.clear();
                            decided.addAll(decisions.decide(asker, requests));
                        }))
                        .min())
                .hasValue(1);
        assertThat(decided)
                .extracting(Decision::reason)
                .containsExactly(Reason.PROFILE, Reason.RIGHT, Reason.NO_PROFILE);
    }

    @Test
    void followers_are_told_whose_functions_changed_and_what_left_the_tree() throws ParseException {
        world.right(user, ROLE);
        entered();
        Profile profile = profile("Agent", LIST);
        String id = world.application(false, ROLE);
        String other = world.application(false, ROLE);
        for (String following : List.of(id, other)) {
            registrations.change(
                    world.agent, following, 1, new ApplicationDetails("Follower", false, true, Set.of(ROLE)));
        }
        try {
            ApiCaller follower = AskingWorld.by(api, id, world.key(id));
            assign(profile);
            profiles.change(gl(), number, profile.id(), 1, details("Autre nom", LIST));
            profiles.change(gl(), number, profile.id(), 2, details("Autre nom", EXPORT));
            users.deactivate(gl(), number, user.id());
            String code = "TOLD_" + version();
            editing.add(world.agent, code, false, version(), function("Dite"));
            editing.withdraw(world.agent, code, version());

            List<Map<?, ?>> told = told(follower);
            assertThat(told.stream().filter(change -> "functions".equals(change.get("changed"))))
                    .as("assigned, other functions, deactivated; another name changes nothing")
                    .hasSize(3)
                    .allSatisfy(change -> assertThat(change.get("entity")).isEqualTo(world.entity()));
            assertThat(told.stream()
                            .filter(change -> code.equals(change.get("function")))
                            .map(change -> change.get("withdrawn"))
                            .collect(Collectors.toList()))
                    .isEqualTo(List.of(false, true));
            assertThat(told(AskingWorld.by(api, other, world.key(other))))
                    .as("whoever else follows")
                    .isEqualTo(told);
        } finally {
            registrations.close(world.agent, id, true);
            registrations.close(world.agent, other, true);
        }
    }

    @Test
    void the_tester_asks_about_functions() {
        world.right(user, ROLE);
        String id = world.application(true, ROLE);
        var agent = browsers.signedIn(world.managed.supportAgent);
        String page = "/operations/applications/" + id + "/ask";
        assertThat(agent.get(page).page().select("#resourceType option").eachText())
                .contains("function");

        var answer = agent.post(
                page,
                Map.of(
                        "person",
                        user.id().value().toString(),
                        "action",
                        "use",
                        "resourceType",
                        "function",
                        "resource",
                        LIST,
                        "entity",
                        world.entity(),
                        "level",
                        "450"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.page().selectFirst("#words").text())
                .isEqualTo("Cette personne n’est pas encore entrée dans PrimaWeb.");
    }

    // ------------------------------------------------------------------------------------------- words of these tests

    private Actor gl() {
        return cpas.forCpas(cpas.localManager);
    }

    private int version() {
        return editing.kept(world.agent).tree().version();
    }

    private static FunctionDetails function(String name) {
        return new FunctionDetails(null, List.of(new Translated(name, name, name)), Set.of());
    }

    private static ProfileDetails details(String name, String... functions) {
        return new ProfileDetails(new Translated(name, name + " NL", ""), Set.of(functions));
    }

    private Profile profile(String name, String... functions) {
        return profiles.create(gl(), number, details(name, functions));
    }

    private ProfileId everything() {
        return profiles.list(gl(), number, Language.FR).profiles().stream()
                .filter(line -> line.profile().everything())
                .map(line -> line.profile().id())
                .findFirst()
                .orElseThrow();
    }

    private void entered() {
        own.enter(cpas.forCpas(user), number, PrimaWebRole.SOCIAL_WORKER);
    }

    private void assign(Profile profile) {
        int version = users.open(gl(), number, user.id(), Language.FR).user().version();
        users.assign(gl(), number, user.id(), version, Set.of(profile.id()));
    }

    private void unblock() {
        jdbc.sql("""
                        update responsibility_block set blocked_until = now()
                         where responsibility_id in (select id from responsibility where person_id = :person)""").param("person", user.id().value()).update();
    }

    private void endRole(Instant at) {
        jdbc.sql("update role_assignment set valid_until = :at where person_id = :person and role_code = :role")
                .param("at", Timestamp.from(at))
                .param("person", user.id().value())
                .param("role", ROLE)
                .update();
    }

    private Answer assertRefused(String code, String words) {
        Answer answer = ask(user, LIST);
        assertThat(answer.text("/decision")).isEqualTo("false");
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.text("/context/reason")).contains(words);
        return answer;
    }

    private Answer ask(Person person, String function) {
        return prima.post(ONE, question(person, "use", function, "entity", world.entity(), ""));
    }

    private Answer askAt(String function, Instant at) {
        return prima.post(ONE, question(user, "use", function, "entity", world.entity(), ",'time':'" + at + "'"));
    }

    private static String question(
            Person person, String action, String function, String property, String value, String context) {
        return ("{\"subject\":{\"type\":\"person\",\"id\":\"%s\"},\"action\":{\"name\":\"%s\"},\"resource\":{\"type\":\"function\","
                        + "\"id\":\"%s\",\"properties\":{\"%s\":\"%s\"}},\"context\":{\"sign_in_level\":450%s}}")
                .replace('"', '\'')
                .formatted(person.id().value(), action, function.replace("'", "’"), property, value, context);
    }

    private static String code(Answer answer) {
        return answer.text("/context/code");
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("/results").findValuesAsText("id");
    }

    private static List<Map<?, ?>> told(ApiCaller follower) throws ParseException {
        Answer answer = follower.post("/access/v1/events", "{'returnImmediately':true,'maxEvents':1000}");
        List<Map<?, ?>> changes = new ArrayList<>();
        for (var set : answer.at("/sets")) {
            Map<String, Object> events =
                    SignedJWT.parse(set.asText()).getJWTClaimsSet().getJSONObjectClaim("events");
            Map<?, ?> claims =
                    (Map<?, ?>) ((Map<?, ?>) events.values().iterator().next()).get("claims");
            changes.add((Map<?, ?>) claims.values().iterator().next());
        }
        return changes;
    }
}
