package be.designations.access;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** “Modifier mes données personnelles”: people say themselves how they are reached. <i>Source: A6.</i> */
@Service
public class OwnDetails {

    private static final String CHANGED = "access.own-details-changed";
    private static final String CONFIRMED = "access.own-details-confirmed";

    private final Directory directory;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnDetails(Directory directory, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** How a person is reached, and in which language. */
    public record Contact(@Nullable String email, @Nullable String phone, Language language) {

        static Contact of(Person person) {
            return new Contact(person.email(), person.phone(), person.language());
        }
    }

    @Transactional(readOnly = true)
    public Contact of(Actor actor) {
        return Contact.of(directory.person(actor.person()));
    }

    /** Whether the actor has changed or confirmed their own data since then. */
    @Transactional(readOnly = true)
    public boolean lookedAfterSince(Actor actor, Instant since) {
        return audit.wasDone("person", actor.person().value(), since, CONFIRMED, CHANGED);
    }

    /**
     * Changes the actor's own data; saying again what is known changes nothing, and is noted once a day: they have been looked at. Tells
     * of a change by an {@link OwnDetailsChanged}.
     *
     * @param wanted validated against the form {@code own-contact}
     * @return whether anything changed
     */
    @Transactional
    public boolean change(Actor actor, Contact wanted) {
        Contact known = Contact.of(directory.person(actor.person()));
        if (known.equals(wanted)) {
            if (!lookedAfterSince(actor, clock.instant().truncatedTo(ChronoUnit.DAYS))) {
                audit.record(AuditEvent.of(CONFIRMED, "person", actor.person().value())
                        .by(actor.itself()));
            }
            return false;
        }
        directory.changeContact(actor.person(), wanted.email(), wanted.phone(), wanted.language());
        audit.record(AuditEvent.of(CHANGED, "person", actor.person().value())
                .by(actor.itself())
                .changing(differing(known, wanted), differing(wanted, known)));
        events.publishEvent(new OwnDetailsChanged(
                actor.person(), Objects.equals(known.email(), wanted.email()) ? null : known.email(), clock.instant()));
        return true;
    }

    /** What of the one differs from the other; the log is kept for ever, so that it holds the ends of addresses only. */
    private static Map<String, String> differing(Contact one, Contact other) {
        Map<String, String> differing = new TreeMap<>();
        if (!Objects.equals(one.email(), other.email())) {
            differing.put("email", one.email() == null ? "" : one.email().replaceFirst("(?<=^.)[^@]*", "***"));
        }
        if (!Objects.equals(one.phone(), other.phone())) {
            differing.put("phone", one.phone() == null ? "" : one.phone().replaceFirst("^.*(?=..$)", "***"));
        }
        if (one.language() != other.language()) {
            differing.put("language", one.language().code());
        }
        return differing;
    }
}
