package be.designations.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people prove who they are; the profile chooses one. */
interface SignInMethod {

    void onPages(HttpSecurity http) throws Exception;

    void onApi(HttpSecurity http, AuthenticationEntryPoint entryPoint) throws Exception;

    /** What {@code WWW-Authenticate} asks callers of the API for. */
    String apiChallenge();

    /** Pages that are open to everybody besides the common ones, as path patterns. */
    String[] openPages();

    /** Whether browsers are told to come by TLS only. */
    boolean requiresTls();
}
