package be.designations.security;

import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How people prove who they are; the profile chooses one. */
interface SignInMethod {

    void onPages(HttpSecurity http) throws Exception;

    void onApi(HttpSecurity http, AuthenticationEntryPoint entryPoint) throws Exception;

    /** Whether whoever calls the API may ask for what needs that scope. */
    AuthorizationManager<RequestAuthorizationContext> mayAsk(ApiScope scope);

    /** What {@code WWW-Authenticate} asks callers of the API for. */
    String apiChallenge();

    /** Pages that are open to everybody besides the common ones, as path patterns. */
    String[] openPages();

    /** Requests that begin to sign somebody in. */
    RequestMatcher beginsSignIn();

    /** Forms that are taken from somebody who is not signed in. */
    RequestMatcher formsOfVisitors();

    /** Origins of other sites to which the answer to a form may lead, each with a space in front, for the policy of pages. */
    String alsoLeadsTo();

    /** Whether browsers are told to come by TLS only. */
    boolean requiresTls();
}
