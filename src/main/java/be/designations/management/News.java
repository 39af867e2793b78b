package be.designations.management;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.management.NewsStore.Entry;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What support staff tell those who manage rights. <i>Source: S003 (“Nieuws”).</i> */
@Service
@Transactional
public class News {

    private static final int MOST_AT_ONCE = 5;
    private static final int MOST_LISTED = 200;

    private final NewsStore store;
    private final Capacities capacities;
    private final AuditLog audit;
    private final Clock clock;

    News(NewsStore store, Capacities capacities, AuditLog audit, Clock clock) {
        this.store = store;
        this.capacities = capacities;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is shown today, the latest first. */
    @Transactional(readOnly = true)
    public List<NewsItem> published() {
        return store.published(clock.instant(), MOST_AT_ONCE).stream()
                .map(Entry::item)
                .toList();
    }

    /**
     * The latest first, the ended ones too.
     *
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional(readOnly = true)
    public List<Entry> all(Actor actor) {
        requireSupport(actor);
        return store.all(MOST_LISTED);
    }

    /**
     * @throws NotAllowedException for anybody but support staff
     * @throws NotFoundException   when there is none
     */
    @Transactional(readOnly = true)
    public Entry find(Actor actor, UUID id) {
        requireSupport(actor);
        return store.find(id).orElseThrow(() -> new NotFoundException("news"));
    }

    /**
     * A second click writes nothing more.
     *
     * @param id of the form that was filled in
     * @throws RejectedException when other words were written under that id
     */
    public void write(Actor actor, UUID id, NewsItem item) {
        requireSupport(actor);
        check(item);
        if (store.add(new Entry(id, item, 1), clock.instant(), actor.person())) {
            record("management.news-written", actor, id, null, item);
        } else if (!find(actor, id).item().equals(item)) {
            throw changedMeanwhile();
        }
    }

    /**
     * @param version the one that the actor has read
     * @throws RejectedException when somebody has changed or removed it since
     */
    public void change(Actor actor, UUID id, int version, NewsItem item) {
        Entry before = find(actor, id);
        check(item);
        Instant now = clock.instant();
        if (before.version() != version || !store.change(before, item, now, actor.person())) {
            throw changedMeanwhile();
        }
        record("management.news-changed", actor, id, before.item(), item);
    }

    /** As {@link #change}. */
    public void remove(Actor actor, UUID id, int version) {
        Entry before = find(actor, id);
        if (before.version() != version || !store.remove(before)) {
            throw changedMeanwhile();
        }
        record("management.news-removed", actor, id, before.item(), null);
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }

    private static void check(NewsItem item) {
        if (item.lastDay() != null && item.lastDay().isBefore(item.firstDay())) {
            throw new RejectedException(Rejection.ofField("management.ends-before-it-begins", "lastDay"));
        }
    }

    private static RejectedException changedMeanwhile() {
        return new RejectedException(
                Rejection.of("management.news-changed-meanwhile").ofState());
    }

    private void record(String operation, Actor actor, UUID id, @Nullable NewsItem before, @Nullable NewsItem after) {
        audit.record(AuditEvent.of(operation, "news", id)
                .by(
                        actor.person().value(),
                        actor.actingFor() == null ? null : actor.actingFor().value())
                .changing(before == null ? null : details(before), after == null ? null : details(after)));
    }

    private static Map<String, Object> details(NewsItem item) {
        return Map.of("title", item.title().fr(), "firstDay", item.firstDay().toString());
    }
}
