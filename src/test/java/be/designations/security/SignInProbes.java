package be.designations.security;

import be.designations.directory.Actor;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Pages and operations that say who asks, or fail. Not inside the class of the tests: there they would count as its own
 * configuration, and its nested classes would start the application once more.
 */
final class SignInProbes {

    private static final Instant HANDLED_AT = Instant.parse("2026-03-02T09:05:00Z");

    private SignInProbes() {}

    private static String go(String what) {
        switch (what) {
            case "not-found" -> throw new NotFoundException("probe");
            case "not-allowed" -> throw new NotAllowedException(Rejection.of("security.not-acting-for"));
            case "rejected" -> throw new RejectedException(Rejection.ofField("security.not-acting-for", "hours"));
            case "already-handled" -> throw new AlreadyHandledException("Bea", HANDLED_AT, false);
            default -> throw new IllegalStateException("secret");
        }
    }

    @TestConfiguration
    @Controller
    @ResponseBody
    static class Pages {

        @GetMapping("/probe/actor")
        String actor(Actor actor) {
            return actor.person() + " " + actor.actingFor() + " "
                    + actor.level().value();
        }

        @PostMapping({"/probe/form", "/probe/only-post/x"})
        String form() {
            return "taken";
        }

        @PostMapping("/probe/upload")
        String upload(@RequestParam MultipartFile file) {
            return "taken";
        }

        @GetMapping("/probe/{what}")
        String fail(@PathVariable String what) {
            return go(what);
        }

        @GetMapping("/probe/id/{id}")
        String id(@PathVariable UUID id) {
            return id.toString();
        }
    }

    @TestConfiguration
    @RestController
    static class Api {

        @GetMapping("/api/v1/probe/actor")
        String actor(Actor actor) {
            return actor.person() + " " + actor.actingFor() + " "
                    + actor.level().value();
        }

        @PostMapping(
                path = {"/api/v1/probe/form", "/api/v1/probe/only-post/x"},
                consumes = "application/json")
        String form(@RequestBody Map<String, String> body) {
            return "taken";
        }

        @GetMapping("/api/v1/probe/{what}")
        String fail(@PathVariable String what) {
            return go(what);
        }

        @GetMapping("/api/v1/probe/id/{id}")
        String id(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/api/v1/probe/number")
        String number(@RequestParam int value) {
            return "" + value;
        }
    }
}
