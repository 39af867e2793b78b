package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.api.Issues;
import be.designations.forms.FormViews;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

class ApiProblemsTest {

    @Test
    void a_sign_in_service_that_does_not_answer_is_not_the_fault_of_the_caller() {
        var texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        var problems = new ApiProblems(
                new Messages(texts, new AcceptHeaderLocaleResolver()), new Issues(texts, new FormViews(texts)));

        var answer = problems.notSignedIn(
                new AuthenticationServiceException("the issuer does not answer"), new MockHttpServletRequest());

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody()).hasFieldOrPropertyWithValue("title", "problem.serviceUnavailable.title");
    }
}
