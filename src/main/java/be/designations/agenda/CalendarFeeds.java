package be.designations.agenda;

import be.designations.agenda.CalendarFeedStore.Kept;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.casework.DatedEnds;
import be.designations.casework.Desks;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secret addresses under which calendar programmes read deadlines and ends, which sign in nowhere (D80, D119). Whoever has the address reads
 * what its owner does, so it names no person, ends with what the owner is, and after a year.
 */
@Service
@Transactional
public class CalendarFeeds {

    /** After that somebody must have wanted it again. */
    static final Period VALID = Period.ofYears(1);

    /** More than anybody looks at in a calendar. */
    static final int MOST_TASKS = 500;

    /** A year: what ends later is planned later. */
    private static final int DAYS_OF_ENDS = 366;

    private static final int SECRET = 32;
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final CalendarFeedStore store;
    private final Desks desks;
    private final WorkList workList;
    private final DatedEnds ends;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            CalendarFeedStore store,
            Desks desks,
            WorkList workList,
            DatedEnds ends,
            Directory directory,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.desks = desks;
        this.workList = workList;
        this.ends = ends;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** The one that the actor has. */
    @Transactional(readOnly = true)
    public Optional<CalendarFeed> of(Actor actor) {
        return store.of(actor.person()).map(CalendarFeeds::feed).filter(this::runs);
    }

    /** Whether the actor works anywhere or ends concern them, so that a calendar would have something to say. */
    @Transactional(readOnly = true)
    public boolean mayHave(Actor actor) {
        Actor anywhere = everywhere(actor.person(), actor.level());
        return !desks.workFor(anywhere).isEmpty() || ends.concern(anywhere);
    }

    /**
     * A new secret, told this once; the one before leads nowhere from now on.
     *
     * @param seen when the one was made that the actor has seen, or null for none: a second click has not seen what the first one made
     * @throws NotAllowedException for whom it would have nothing to say, or who was not recognised surely
     * @throws RejectedException   when there is another one than the actor has seen
     */
    public String make(Actor actor, @Nullable Instant seen) {
        if (!mayHave(actor)) {
            throw new NotAllowedException(Rejection.of("agenda.no-desk"));
        }
        Kept before = store.of(actor.person()).orElse(null);
        Instant running = before == null || !runs(feed(before)) ? null : before.madeAt();
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        // Of two clicks in the same moment the second one finds another than both have seen.
        if (!Objects.equals(running, seen)
                || !store.keep(
                        new Kept(actor.person(), now()), digest(secret), before == null ? null : before.madeAt())) {
            throw new RejectedException(
                    Rejection.of("agenda.calendar-made-already").ofState());
        }
        record(running == null ? "agenda.calendar-made" : "agenda.calendar-renewed", actor);
        return secret;
    }

    /** From now on the address leads nowhere. */
    public void revoke(Actor actor) {
        if (store.drop(actor.person())) {
            record("agenda.calendar-revoked", actor);
        }
    }

    /** What a calendar programme reads: whose it is, what is due, and what ends within a year. */
    public record Read(Person owner, List<WorkList.Line> lines, List<DatedEnds.End> ends) {

        public Read {
            lines = List.copyOf(lines);
            ends = List.copyOf(ends);
        }
    }

    /**
     * What stands at that address.
     *
     * @throws NotFoundException for what was never an address, is none any more, and whose owner was disabled or has no calendar: that
     *                           one is none any more for good
     */
    @Transactional(noRollbackFor = NotFoundException.class)
    public Read read(String secret) {
        byte[] digest = digest(secret);
        Kept kept =
                !WRITTEN.matcher(secret).matches() ? null : store.find(digest).orElse(null);
        if (kept == null) {
            throw new NotFoundException("calendar");
        }
        Person owner = directory.person(kept.person());
        Actor reader = everywhere(owner.id(), SignInLevel.ITSME);
        WorkList.Query query = desks.workFor(reader);
        if (!runs(feed(kept)) || owner.disabled() || (query.isEmpty() && !ends.concern(reader))) {
            // One that its owner has made anew meanwhile stays.
            store.drop(digest);
            audit.record(
                    AuditEvent.of("agenda.calendar-ended", "person", owner.id().value()));
            throw new NotFoundException("calendar");
        }
        return new Read(
                owner,
                query.isEmpty() ? List.of() : workList.page(query, null, MOST_TASKS),
                ends.read(reader, Days.of(clock.instant()), DAYS_OF_ENDS));
    }

    /** In whichever capacity: a calendar programme chooses none. */
    private static Actor everywhere(PersonId person, SignInLevel level) {
        return new Actor(person, null, level);
    }

    private static CalendarFeed feed(Kept kept) {
        return new CalendarFeed(
                kept.person(),
                kept.madeAt(),
                kept.madeAt().atZone(Days.BRUSSELS).plus(VALID).toInstant());
    }

    private boolean runs(CalendarFeed feed) {
        return clock.instant().isBefore(feed.validUntil());
    }

    private void record(String operation, Actor actor) {
        audit.record(AuditEvent.of(operation, "person", actor.person().value()).by(actor));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
