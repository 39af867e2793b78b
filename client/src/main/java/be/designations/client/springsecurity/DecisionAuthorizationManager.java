package be.designations.client.springsecurity;

import be.designations.client.Answer;
import be.designations.client.DecisionClient;
import be.designations.client.DecisionException;
import be.designations.client.Question;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/**
 * Lets Spring Security ask: for a request, say, {@code .requestMatchers("/files/**").access(new DecisionAuthorizationManager<>(…))}.
 * Who is not signed in is not asked about, and without an answer nobody is let in.
 *
 * @param <T> what is secured
 */
public final class DecisionAuthorizationManager<T> implements AuthorizationManager<T> {

    /** Knows that anonymous visitors, whose token is an authenticated one, are not signed in. */
    private static final AuthenticationTrustResolver SIGNED_IN = new AuthenticationTrustResolverImpl();

    private final DecisionClient decisions;
    private final BiFunction<Authentication, T, Question> question;

    /** @param question what to ask for somebody who is signed in */
    public DecisionAuthorizationManager(
            DecisionClient decisions, BiFunction<Authentication, T, Question> question) {
        this.decisions = decisions;
        this.question = question;
    }

    /** A decision with what was answered. */
    public static final class Answered extends AuthorizationDecision {

        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        private Answered(Answer answer) {
            super(answer.permitted());
            this.answer = answer;
        }

        public Answer answer() {
            return answer;
        }
    }

    /** Without type arguments, which are others in version 7 of Spring Security than in version 6: so it is the method of both. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked", "deprecation"})
    public AuthorizationResult authorize(Supplier who, Object secured) {
        return check(who, (T) secured);
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation") // What version 6 makes one write; version 7 has it no more.
    public AuthorizationDecision check(Supplier<Authentication> who, T secured) {
        Authentication authentication = who.get();
        if (!SIGNED_IN.isAuthenticated(authentication)) {
            return new AuthorizationDecision(false);
        }
        try {
            return new Answered(decisions.ask(question.apply(authentication, secured)));
        } catch (DecisionException noAnswer) {
            return new AuthorizationDecision(false);
        }
    }
}
