package be.designations.agenda.web;

import be.designations.agenda.CalendarFeeds;
import be.designations.casework.HeadedWork;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody makes the secret address of their calendar, and that address. */
@Controller
class CalendarFeedController {

    private static final String PAGE = "/me/calendar";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final CalendarFile file;
    private final HeadedWork headed;

    CalendarFeedController(CalendarFeeds feeds, CalendarFile file, HeadedWork headed) {
        this.feeds = feeds;
        this.file = file;
        this.headed = headed;
    }

    @GetMapping(PAGE)
    String page(Actor actor, Page page) {
        page.inSection("work")
                .with("feed", feeds.of(actor).orElse(null))
                .with("head", headed.deskOf(actor).isPresent())
                .with("mayHave", feeds.mayHave(actor));
        return "agenda/feed";
    }

    /**
     * The page that follows shows the address, once: no other one is told it, and reloading that page makes none.
     *
     * @param seen when the one was made that the page showed, or nothing
     */
    @PostMapping(PAGE)
    String make(Actor actor, @RequestParam(defaultValue = "") String seen, Page page) {
        return page.attempt(() -> {
                    String secret = feeds.make(actor, moment(seen));
                    page.passing("address", file.address("/calendars/" + secret + ".ics"));
                    return Page.redirect(PAGE);
                })
                .or(wrong -> {
                    page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("wrong", wrong);
                    return page(actor, page);
                });
    }

    @PostMapping(PAGE + "/revoke")
    String revoke(Actor actor, Page page) {
        feeds.revoke(actor);
        return page.done(PAGE, "agenda.feed.revoked");
    }

    /** For calendar programmes, which sign in nowhere. */
    @GetMapping("/calendars/{secret}.ics")
    ResponseEntity<String> read(@PathVariable String secret) {
        CalendarFeeds.Read read = feeds.read(secret);
        return ResponseEntity.ok().contentType(CALENDAR).body(file.of(read));
    }

    /** Without it the log would say at which address there is nothing, and that may be a secret with a slip. */
    @GetMapping("/calendars/**")
    void nothing() {
        throw new NotFoundException("calendar");
    }

    /** What was made up is no moment at which one was made. */
    private static @Nullable Instant moment(String seen) {
        try {
            return seen.isEmpty() ? null : Instant.parse(seen);
        } catch (DateTimeException madeUp) {
            return Instant.EPOCH;
        }
    }
}
