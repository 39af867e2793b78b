package be.designations.decisions.web;

import be.designations.calendar.Days;
import be.designations.decisions.AccessRequest;
import be.designations.decisions.AccessRequest.Thing;
import be.designations.decisions.Decision;
import be.designations.decisions.Question;
import be.designations.decisions.RegisteredApplication;
import be.designations.decisions.Registrations;
import be.designations.decisions.ResourceType;
import be.designations.decisions.api.DecisionAnswers;
import be.designations.directory.Actor;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking as a registered application: what it would be answered, and why. The number of a person stands in no address. */
@Controller
class TesterController {

    private static final String PAGE = RegisteredApplicationsController.PAGE + "/{clientId:[a-z][a-z0-9-]{2,39}}/ask";
    private static final List<Integer> LEVELS = List.of(500, 450, 400, 350, 300, 200, 100, 0);
    private static final List<String> PLACES = List.of("entity", "quality", "establishment_unit");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm[:ss]");
    private static final int LONGEST = 100;

    private final Registrations registrations;
    private final DecisionAnswers answers;

    TesterController(Registrations registrations, DecisionAnswers answers) {
        this.registrations = registrations;
        this.answers = answers;
    }

    @GetMapping(PAGE)
    String form(Actor actor, @PathVariable String clientId, Page page) {
        return show(registrations.find(actor, clientId), Map.of(), page);
    }

    @PostMapping(PAGE)
    String ask(Actor actor, @PathVariable String clientId, Page page) {
        RegisteredApplication application = registrations.find(actor, clientId);
        Map<String, String> typed = new HashMap<>();
        page.posted().toSingleValueMap().forEach((name, value) -> typed.put(name, Inputs.line(value, LONGEST)));
        String moment = typed.getOrDefault("time", "");
        Optional<Instant> at = moment(moment);
        if (!moment.isEmpty() && at.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("timeUnreadable", true);
            return show(application, typed, page);
        }
        Decision decision = registrations.ask(actor, clientId, request(typed, at.orElse(null)));
        page.with("decision", decision)
                .with("words", answers.words(decision, page.locale()))
                .with("answer", answers.of(decision, page.locale()).toPrettyString());
        return show(application, typed, page);
    }

    private static AccessRequest request(Map<String, String> typed, @Nullable Instant at) {
        Map<String, String> places = new HashMap<>();
        PLACES.stream()
                .filter(place -> !typed.getOrDefault(place, "").isEmpty())
                .forEach(place -> places.put(place, typed.getOrDefault(place, "")));
        return new AccessRequest(
                new Thing(Question.PERSON, typed.getOrDefault("person", ""), Map.of()),
                typed.getOrDefault("action", ""),
                new Thing(typed.getOrDefault("resourceType", ""), typed.getOrDefault("resource", ""), places),
                LEVELS.stream()
                        .filter(level -> level.toString().equals(typed.get("level")))
                        .findFirst()
                        .orElse(null),
                at);
    }

    private static Optional<Instant> moment(String typed) {
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed, MOMENT)
                            .atZone(Days.BRUSSELS)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String show(RegisteredApplication application, Map<String, String> typed, Page page) {
        page.inSection("operations")
                .with("registered", application)
                .with("typed", typed)
                .with(
                        "actions",
                        Stream.concat(Stream.of(Question.USE), application.roles().stream())
                                .toList())
                .with(
                        "types",
                        Arrays.stream(ResourceType.values())
                                .map(ResourceType::code)
                                .toList())
                .with("levels", LEVELS)
                .with("places", PLACES);
        return "decisions/tester";
    }
}
