package be.designations.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What the organisations at the desks are called, at any instant. Each node knows it without asking the database for every text: it
 * looks every half minute for what other nodes have announced. Only words depend on it, never what somebody may do. <i>Source: D18.</i>
 */
@Component
public class DeskNames implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeskNames.class);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final Known known;
    private final Clock clock;
    private volatile List<Taken> taken = List.of();
    private volatile @Nullable ScheduledExecutorService background;

    public DeskNames(Known known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /** A desk that has another organisation from an instant on, and what that is called: as people say it, with its article. */
    public record Taken(OrganisationKind desk, Instant from, InEachLanguage names) {}

    /** Where it is kept. */
    @FunctionalInterface
    public interface Known {
        /** The latest first; what was withdrawn is not among it. */
        List<Taken> all();
    }

    /** The text, with who has the desks now where it names them. */
    public String in(String text, Language language) {
        return in(text, language, clock.instant());
    }

    /** The text, with who had or will have the desks at that instant where it names them, as {@link DeskWords} says. */
    public String in(String text, Language language, Instant at) {
        return DeskWords.replace(text, language, desk -> name(desk, language, at));
    }

    /**
     * Who takes that desk over, and when.
     *
     * @param name at the beginning of a sentence
     */
    public record Coming(String name, Instant from) {}

    /** The next takeover of that desk that is announced, or null. */
    public @Nullable Coming coming(OrganisationKind desk, Language language) {
        Instant now = clock.instant();
        return taken.stream()
                .filter(one -> one.desk() == desk && one.from().isAfter(now))
                .reduce((later, earlier) -> earlier)
                .map(one -> {
                    String name =
                            DeskName.of(language, one.names().in(language)).as(DeskName.Form.THE);
                    return new Coming(
                            name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1), one.from());
                })
                .orElse(null);
    }

    private @Nullable DeskName name(OrganisationKind desk, Language language, Instant at) {
        return taken.stream()
                .filter(one -> one.desk() == desk && !one.from().isAfter(at))
                .findFirst()
                .map(one -> DeskName.of(language, one.names().in(language)))
                .orElse(null);
    }

    /** Takes in what was announced or withdrawn; where that fails, the next look does. */
    public final void refresh() {
        try {
            taken = known.all();
        } catch (RuntimeException | Error failed) {
            // An error, too: what a scheduled task throws is the end of it.
            LOG.warn(
                    "The names of the desks are as they were: {}",
                    failed.getClass().getSimpleName());
        }
    }

    @Override
    public void start() {
        refresh();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "desk-names");
            thread.setDaemon(true);
            return thread;
        });
        background = started;
        var unused =
                started.scheduleWithFixedDelay(this::refresh, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = background;
        background = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return background != null;
    }

    /** Before the first request, while the database is there. */
    @Override
    public int getPhase() {
        return 0;
    }
}
