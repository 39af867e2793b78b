package be.designations.expiry.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.expiry.Ending;
import be.designations.expiry.Expiry;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What ends soon: each line with its end and the end that is proposed, to extend or to let go by one click. */
@Controller
class ExpiryController {

    private static final String PATH = "/entities/{number}/ending";

    private final Expiry expiry;
    private final Catalogue catalogue;
    private final BelgianDates dates = new BelgianDates();

    ExpiryController(Expiry expiry, Catalogue catalogue) {
        this.expiry = expiry;
        this.catalogue = catalogue;
    }

    /** @param why what keeps it from going on, as a sentence; empty when nothing does */
    public record Row(Ending ending, String what, @Nullable LocalDate proposed, String why) {}

    @GetMapping(PATH)
    String list(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(required = false) @Nullable UUID after,
            Page page) {
        Expiry.Page found = expiry.page(actor, number, after);
        Map<String, String> roles = names(found.lines().stream().map(Expiry.Line::ending), page);
        page.inSection("entities")
                .with("entity", found.entity())
                .with("entityName", found.entity().name(page.language()))
                .with("path", "/entities/" + number.value() + "/ending")
                .with(
                        "rows",
                        found.lines().stream()
                                .map(line -> new Row(
                                        line.ending(),
                                        what(line.ending(), roles, page),
                                        line.proposed(),
                                        why(line.why(), page)))
                                .toList())
                .with("next", found.next());
        return "expiry/list";
    }

    private static String why(@Nullable Rejection rejection, Page page) {
        return rejection == null ? "" : page.sentence(rejection);
    }

    /** The steps are taken from the list. */
    @GetMapping({PATH + "/extend", PATH + "/let-go"})
    String step(@PathVariable EnterpriseNumber number) {
        return Page.redirect("/entities/" + number.value() + "/ending");
    }

    @PostMapping(PATH + "/extend")
    String extend(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Map<UUID, LocalDate> wanted = new LinkedHashMap<>();
        for (UUID id : ticked(page)) {
            day(page, id).ifPresent(day -> wanted.put(id, day));
        }
        return after(actor, number, page, () -> expiry.extend(actor, number, wanted), "expiry.extended");
    }

    @PostMapping(PATH + "/let-go")
    String letGo(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return after(actor, number, page, () -> expiry.letGo(actor, number, ticked(page)), "expiry.let-go");
    }

    /** Something that is done with what was ticked. */
    @FunctionalInterface
    private interface Step {
        List<Expiry.Result> take();
    }

    private String after(Actor actor, EnterpriseNumber number, Page page, Step step, String notice) {
        String list = "/entities/" + number.value() + "/ending";
        List<Expiry.Result> results;
        try {
            results = step.take();
        } catch (RejectedException rejected) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("problems", page.errors(rejected.rejections()));
            return list(actor, number, null, page);
        }
        Map<String, String> roles = names(results.stream().map(Expiry.Result::ending), page);
        List<String> refused = results.stream()
                .filter(result -> result.why() != null)
                .map(result -> result.ending().personName() + ", " + what(result.ending(), roles, page) + ": "
                        + why(result.why(), page))
                .toList();
        List<String> done = results.stream()
                .filter(result -> result.why() == null)
                .map(result -> result.ending().personName() + ", " + what(result.ending(), roles, page) + ", "
                        + dates.day(result.lastDay()))
                .toList();
        page.passing("refused", refused).passing("done", done);
        return done.isEmpty()
                ? page.inform(list, "expiry.nothing-done", refused.size())
                : page.done(list, notice, done.size(), refused.size());
    }

    /** One row by its own button, or all that are ticked. */
    private static Set<UUID> ticked(Page page) {
        Optional<String> one = page.parameter("one");
        return (one.isPresent() ? one.stream() : page.posted().getOrDefault("lines", List.of()).stream())
                .flatMap(text -> id(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The day that was shown. */
    private static Optional<LocalDate> day(Page page, UUID id) {
        try {
            return page.parameter("until-" + id).map(Days::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Map<String, String> names(Stream<Ending> endings, Page page) {
        Set<String> codes = endings.filter(ending -> ending.kind() == Ending.Kind.RIGHT)
                .map(Ending::code)
                .collect(Collectors.toSet());
        return (codes.isEmpty() ? List.<Role>of() : catalogue.roles(codes))
                .stream().collect(Collectors.toMap(Role::code, role -> role.name()
                        .in(page.language())));
    }

    private static String what(Ending ending, Map<String, String> roles, Page page) {
        return ending.kind() == Ending.Kind.RELATIONSHIP
                ? page.text("replacement.tie." + ending.code())
                : roles.getOrDefault(ending.code(), ending.code()) + " – "
                        + page.text("quality." + ending.qualityKind());
    }
}
