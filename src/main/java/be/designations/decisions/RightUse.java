package be.designations.decisions;

import be.designations.calendar.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Remembers on which day a right was last asked for with the answer yes, so that managers see which ones nobody uses. A decision
 * only looks into a map; what is new for the day is written by a thread of this node some seconds later, many at once. A node that is
 * killed loses some seconds. <i>Source: D57.</i>
 */
@Component
public class RightUse implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RightUse.class);
    private static final int PAUSE_SECONDS = 5;
    /** Some tens of megabytes; beyond, what is known is forgotten and written again, which does no harm. */
    private static final int MOST_KNOWN = 200_000;

    private static final int AT_ONCE = 1_000;

    private final Store store;
    private final Clock clock;
    private final ScheduledExecutorService writer;
    private final Future<?> writing;
    private final Map<Used, LocalDate> known = new ConcurrentHashMap<>();
    private final Map<Used, LocalDate> unwritten = new ConcurrentHashMap<>();

    RightUse(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.writer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "right-use");
            thread.setDaemon(true);
            return thread;
        });
        this.writing = writer.scheduleWithFixedDelay(this::writeSafely, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** A role that a person used in a quality. */
    public record Used(UUID person, String role, UUID quality) {}

    /** Where it is kept. */
    public interface Store {

        /** @param used the last days, none of which puts an earlier one in the place of a later one */
        void write(List<Map.Entry<Used, LocalDate>> used);
    }

    /** A decision was taken; one that refuses, or rests on no role, is nobody’s use. */
    void decided(Decision decision, Instant now) {
        Decision.Ground ground = decision.ground();
        UUID person = decision.person();
        if (!decision.isPermitted() || ground == null || ground.role() == null || person == null) {
            return;
        }
        LocalDate today = Days.of(now);
        Used used = new Used(person, ground.role(), ground.quality());
        if (!today.equals(known.put(used, today))) {
            unwritten.put(used, today);
        }
    }

    private void writeSafely() {
        try {
            write();
        } catch (RuntimeException | Error failed) {
            // Tried again after the pause, which after an error it were not otherwise: what was not written is still
            // there.
            LOG.warn("What was used is not written yet", failed);
        }
    }

    /** Writes what is not written yet. */
    public void write() {
        List<Map.Entry<Used, LocalDate>> all = new ArrayList<>(unwritten.entrySet());
        // In one order, so that two nodes never wait for each other.
        all.sort(Comparator.comparing(
                        (Map.Entry<Used, LocalDate> entry) -> entry.getKey().person())
                .thenComparing(entry -> entry.getKey().role())
                .thenComparing(entry -> entry.getKey().quality()));
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<Map.Entry<Used, LocalDate>> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            store.write(some);
            some.forEach(written -> unwritten.remove(written.getKey(), written.getValue()));
        }
        LocalDate today = Days.of(clock.instant());
        known.values().removeIf(day -> day.isBefore(today));
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
    }

    @Override
    public void destroy() {
        writing.cancel(false);
        writer.shutdown();
        writeSafely();
    }
}
