package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import be.designations.api.Issues;
import be.designations.forms.FormViews;
import be.designations.pages.PageForms;
import be.designations.rules.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

class ApiProblemsTest {

    private final ApiProblems problems = problems();

    private static ApiProblems problems() {
        var texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        return new ApiProblems(
                new Messages(texts, new AcceptHeaderLocaleResolver(), mock(PageForms.class)),
                new Issues(texts, new FormViews(texts)));
    }

    @Test
    void a_refusal_about_how_things_stand_is_a_conflict_and_another_a_bad_request() {
        var broken = Rejection.ofField("test.rule", "name", "Ann");

        assertThat(status(broken)).isEqualTo(400);
        assertThat(status(broken.ofState())).isEqualTo(409);
        assertThat(status(broken.ofState().at("other"))).isEqualTo(409);
    }

    private int status(Rejection rejection) {
        return problems.rejected(List.of(rejection), new MockHttpServletRequest())
                .getStatusCode()
                .value();
    }

    @Test
    void a_sign_in_service_that_does_not_answer_is_not_the_fault_of_the_caller() {
        var answer = problems.notSignedIn(
                new AuthenticationServiceException("the issuer does not answer"), new MockHttpServletRequest());

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody()).hasFieldOrPropertyWithValue("title", "problem.serviceUnavailable.title");
    }
}
