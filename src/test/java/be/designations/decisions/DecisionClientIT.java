package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.client.Answer;
import be.designations.client.DecisionClient;
import be.designations.client.DecisionException;
import be.designations.client.Question;
import be.designations.client.springsecurity.DecisionAuthorizationManager;
import be.designations.directory.Person;
import be.designations.testing.WholeApplication;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;

/** The Java client and its adapter for Spring Security, against the running product. */
class DecisionClientIT extends WholeApplication {

    private static final String ROLE = "SOCIAL_WORKER";

    @Autowired
    Registrations registrations;

    @LocalServerPort
    int port;

    AskingWorld world;
    Person user;
    DecisionClient client;

    @BeforeEach
    void anApplication() {
        world = new AskingWorld(worlds.managed(), registrations, jdbc);
        user = world.managed.cpas.user;
        String id = world.application(true, ROLE);
        client = DecisionClient.withKey(address(), id, world.key(id));
        world.right(user, ROLE);
    }

    @Test
    void each_kind_of_question_is_answered() {
        String person = user.id().toString();
        String unit = world.unit(world.managed.cpas.cpas);
        List<Question> questions = List.of(
                Question.about(person)
                        .application("PRIMA_WEB")
                        .inEntity(world.entity())
                        .signedInAt(500),
                Question.about(person).role(ROLE).signedInAt(500).inEstablishmentUnit(unit),
                Question.about(user.niss().value())
                        .entity(world.entity())
                        .as(ROLE)
                        .signedInAt(500),
                Question.about(person).quality("SOCIAL_ACTION").signedInAt(500),
                Question.about(person).establishmentUnit(unit).signedInAt(500));

        for (Question question : questions) {
            Answer answer = client.ask(question);
            assertThat(answer.permitted()).as(question.toString()).isTrue();
            assertThat(answer.code()).isEqualTo("right");
            assertThat(answer.reason()).isNotBlank();
            assertThat(answer.context()).containsKeys("basis", "valid_from");
        }
        assertThat(client.askAll(questions)).hasSize(5).allMatch(Answer::permitted);
        assertThat(questions.get(2)).hasToString(ROLE + " of entity " + world.entity());
    }

    @Test
    void a_capacity_and_a_quality_narrow_a_question() {
        Question question = Question.about(user.id().toString()).role(ROLE).signedInAt(500);

        assertThat(client.ask(question.inCapacity("USER").inQuality("SOCIAL_ACTION"))
                        .permitted())
                .isTrue();
        assertThat(client.ask(question.inCapacity("LOCAL_MANAGER")).permitted()).isFalse();
        assertThat(client.ask(question.inQuality("OTHER")).code()).isEqualTo("elsewhere");
    }

    @Test
    void a_function_is_asked_about_by_its_code() {
        Question question = Question.about(user.id().toString())
                .function("CASES_FIND")
                .inEntity(world.entity())
                .signedInAt(500);

        assertThat(client.ask(question).code()).isEqualTo("not-entered");
        assertThat(question).hasToString("use of function CASES_FIND");
    }

    @Test
    void a_refusal_says_why() {
        Question question = Question.about(user.id().toString()).role(ROLE);

        assertThat(client.ask(question).code()).isEqualTo("sign-in-level-too-low");
        assertThat(client.ask(question.signedInAt(500).at(Instant.parse("2019-01-01T00:00:00Z")))
                        .code())
                .isEqualTo("not-begun");
        assertThat(client.askAll(
                        List.of(question.signedInAt(500), question.as("OTHER").signedInAt(500))))
                .extracting(Answer::permitted)
                .containsExactly(true, false);
        assertThat(client.askAll(List.of())).isEmpty();
    }

    @Test
    void without_an_answer_there_is_an_exception() {
        Question question = Question.about(user.id().toString()).role(ROLE).signedInAt(500);

        assertThatThrownBy(
                        () -> DecisionClient.withKey(address(), "nobody", "key").ask(question))
                .isInstanceOfSatisfying(DecisionException.class, refused -> assertThat(refused.status())
                        .isEqualTo(401))
                .hasMessageNotContaining(user.id().toString());
        assertThatThrownBy(
                        () -> DecisionClient.withToken(address(), () -> "abc").ask(question))
                .isInstanceOf(DecisionException.class);
        assertThatThrownBy(() -> DecisionClient.withKey(URI.create("http://127.0.0.1:1"), "nobody", "key")
                        .waiting(Duration.ofMillis(500))
                        .ask(question))
                .isInstanceOfSatisfying(DecisionException.class, silent -> assertThat(silent.status())
                        .isZero());
    }

    @Test
    void spring_security_lets_in_whom_the_product_permits_and_nobody_without_an_answer() {
        assertThat(result(client, true).isGranted()).isTrue();
        assertThat(((DecisionAuthorizationManager.Answered) result(client, true))
                        .answer()
                        .code())
                .isEqualTo("right");
        assertThat(result(client, false).isGranted()).as("not signed in").isFalse();
        assertThat(result(DecisionClient.withKey(address(), "nobody", "key"), true)
                        .isGranted())
                .isFalse();
        jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                .param("person", user.id().value())
                .update();
        assertThat(result(client, true).isGranted()).isFalse();
    }

    private AuthorizationResult result(DecisionClient asked, boolean signedIn) {
        var who = new TestingAuthenticationToken(user.id().toString(), null);
        who.setAuthenticated(signedIn);
        return Objects.requireNonNull(
                new DecisionAuthorizationManager<String>(asked, (person, code) -> Question.about(person.getName())
                                .role(code)
                                .signedInAt(500))
                        .authorize(() -> who, ROLE));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
