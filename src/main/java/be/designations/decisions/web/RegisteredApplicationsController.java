package be.designations.decisions.web;

import be.designations.decisions.ApplicationDetails;
import be.designations.decisions.RegisteredApplication;
import be.designations.decisions.Registrations;
import be.designations.directory.Actor;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering the applications that may ask, their keys and their roles. */
@Controller
class RegisteredApplicationsController {

    static final String PAGE = "/operations/applications";
    private static final String ONE = PAGE + "/{clientId:[a-z][a-z0-9-]{2,39}}";
    private static final int LONGEST = 200;

    private final Registrations registrations;

    RegisteredApplicationsController(Registrations registrations) {
        this.registrations = registrations;
    }

    /**
     * What stands in the fields.
     *
     * @param version the one on which the page was made; 0 for a new one
     */
    public record Filled(
            String clientId, String name, boolean seesBasis, boolean followsChanges, Set<String> roles, int version) {

        static Filled of(RegisteredApplication application) {
            return new Filled(
                    application.clientId(),
                    application.name(),
                    application.seesBasis(),
                    application.followsChanges(),
                    application.roles(),
                    application.version());
        }

        ApplicationDetails details() {
            return new ApplicationDetails(name, seesBasis, followsChanges, roles);
        }
    }

    @GetMapping(PAGE)
    String list(Actor actor, Page page) {
        page.inSection("operations").with("applications", registrations.all(actor));
        return "decisions/list";
    }

    @GetMapping(PAGE + "/new")
    String empty(Actor actor, Page page) {
        return show(actor, null, new Filled("", "", false, false, Set.of(), 0), page);
    }

    @PostMapping(PAGE + "/new")
    String register(
            Actor actor,
            @RequestParam(defaultValue = "") String clientId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean seesBasis,
            @RequestParam(defaultValue = "false") boolean followsChanges,
            @RequestParam(defaultValue = "") Set<String> roles,
            Page page) {
        Filled filled = new Filled(
                Inputs.line(clientId, LONGEST), Inputs.line(name, LONGEST), seesBasis, followsChanges, roles, 0);
        return attempt(
                () -> {
                    RegisteredApplication made = registrations.register(actor, filled.clientId(), filled.details());
                    return page.done(PAGE + '/' + made.clientId(), "decisions.registered", made.name());
                },
                () -> show(actor, null, filled, page),
                page);
    }

    @GetMapping(ONE)
    String one(Actor actor, @PathVariable String clientId, Page page) {
        RegisteredApplication application = registrations.find(actor, clientId);
        return show(actor, application, Filled.of(application), page);
    }

    @PostMapping(ONE)
    String change(
            Actor actor,
            @PathVariable String clientId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean seesBasis,
            @RequestParam(defaultValue = "false") boolean followsChanges,
            @RequestParam(defaultValue = "") Set<String> roles,
            @RequestParam int version,
            Page page) {
        Filled filled = new Filled(clientId, Inputs.line(name, LONGEST), seesBasis, followsChanges, roles, version);
        return attempt(
                () -> {
                    registrations.change(actor, clientId, version, filled.details());
                    return page.done(PAGE + '/' + clientId, "decisions.saved", filled.name());
                },
                () -> show(actor, registrations.find(actor, clientId), filled, page),
                page);
    }

    @PostMapping(ONE + "/{standing:close|open}")
    String close(Actor actor, @PathVariable String clientId, @PathVariable String standing, Page page) {
        RegisteredApplication application = registrations.find(actor, clientId);
        registrations.close(actor, clientId, standing.equals("close"));
        return page.done(PAGE + '/' + clientId, "decisions." + standing + ".done", application.name());
    }

    /** The page that follows shows the key, once: no other one is told it, and reloading that page makes none. */
    @PostMapping(ONE + "/keys")
    String makeKey(Actor actor, @PathVariable String clientId, @RequestParam(defaultValue = "0") int keys, Page page) {
        return attempt(
                () -> {
                    page.passing("key", registrations.makeKey(actor, clientId, keys));
                    return Page.redirect(PAGE + '/' + clientId);
                },
                () -> one(actor, clientId, page),
                page);
    }

    @PostMapping(ONE + "/keys/{key}/withdraw")
    String withdrawKey(Actor actor, @PathVariable String clientId, @PathVariable String key, Page page) {
        registrations.withdrawKey(
                actor, clientId, Inputs.id(key).orElseThrow(() -> new NotFoundException("registered-application-key")));
        return page.done(PAGE + '/' + clientId, "decisions.key.gone");
    }

    private static String attempt(Page.Attempt operation, Supplier<String> again, Page page) {
        return page.attempt(operation).or(wrong -> {
            Map<String, String> atFields = new HashMap<>();
            wrong.forEach(one -> atFields.put(String.valueOf(one.fieldKey()), one.message()));
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("wrong", wrong).with("wrongAt", atFields);
            return again.get();
        });
    }

    private String show(Actor actor, @Nullable RegisteredApplication application, Filled filled, Page page) {
        page.inSection("operations")
                .with("registered", application)
                .with("filled", filled)
                .with("roles", registrations.roles(actor));
        return "decisions/application";
    }
}
