package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filters of the list of work that people keep, each for themselves or for those who work for the same organisation. A filter shows nobody
 * more than their own list. <i>Source: D75.</i>
 */
@Service
@Transactional
public class WorkFilters {

    public static final int LONGEST_NAME = 60;

    /** Of one person, shared or not. */
    static final int MOST = 20;

    private final Store store;
    private final Desks desks;
    private final Clock clock;

    WorkFilters(Store store, Desks desks, Clock clock) {
        this.store = store;
        this.desks = desks;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param sharedWith the organisation with whose desks it is shared, or null
     * @param asked      as it stands in the address of the list
     */
    public record Saved(
            UUID id,
            PersonId owner,
            String ownerName,
            @Nullable OrganisationId sharedWith,
            String name,
            String asked) {}

    /** Where they are kept. */
    public interface Store {

        /** Those of that person alone, and those that are shared with one of these, by name. */
        List<Saved> seen(PersonId person, Set<OrganisationId> places);

        Optional<Saved> find(UUID id);

        /** How many the person has under other names. */
        int others(PersonId owner, String name);

        /**
         * Keeps it; one of the same name of that person is replaced, if it is theirs alone or shared with one of these.
         *
         * @return whether it was kept
         */
        boolean save(
                UUID id,
                PersonId owner,
                @Nullable OrganisationId sharedWith,
                Set<OrganisationId> places,
                String name,
                String asked,
                Instant at);

        void remove(UUID id);
    }

    /** Those that somebody can open who works there, by name. */
    @Transactional(readOnly = true)
    public List<Saved> of(Actor actor, Desks.At at) {
        return store.seen(actor.person(), at.places());
    }

    /** With whom somebody can share one: the organisation they act for, or the only one for which they work. */
    public static Optional<OrganisationId> placeOf(Desks.At at) {
        return at.places().size() == 1 ? at.places().stream().findFirst() : Optional.empty();
    }

    /**
     * Keeps a filter; one of the same name of theirs is replaced, so that a second click changes nothing.
     *
     * @param shared whether those who work for the same organisation have it too
     * @param asked  as it stands in the address of the list; not empty
     * @throws RejectedException at {@code name}, when there is none, it is too long, they have too many, or have shared one of that name
     *                           where they work no more; at {@code shared}, when there is nobody, or more than one organisation, to
     *                           share it with
     */
    public void save(Actor actor, String name, boolean shared, String asked) {
        String called = Typed.line(name);
        if (called.isEmpty()) {
            throw new RejectedException(Rejection.ofField("casework.filter-without-name", "name"));
        }
        if (called.length() > LONGEST_NAME) {
            throw new RejectedException(Rejection.ofField("casework.filter-name-too-long", "name", LONGEST_NAME));
        }
        if (asked.isEmpty()) {
            throw new RejectedException(Rejection.ofField("casework.filter-of-nothing", "name"));
        }
        Desks.At at = desks.at(actor);
        if (at.places().isEmpty()) {
            throw new NotAllowedException(Rejection.of("casework.not-theirs"));
        }
        OrganisationId with = shared
                ? placeOf(at)
                        .orElseThrow(
                                () -> new RejectedException(Rejection.ofField("casework.filter-for-whom", "shared")))
                : null;
        if (store.others(actor.person(), called) >= MOST) {
            throw new RejectedException(Rejection.ofField("casework.too-many-filters", "name", MOST));
        }
        if (!store.save(UUID.randomUUID(), actor.person(), with, at.places(), called, asked, clock.instant())) {
            throw new RejectedException(Rejection.ofField("casework.filter-name-elsewhere", "name"));
        }
    }

    /**
     * Removes one: its owner does what is theirs alone, and whoever works for the organisation with which it is shared, so that it does
     * not outlive its use when its owner has left.
     *
     * @throws NotFoundException when there is none, or not for this actor
     */
    public void remove(Actor actor, UUID id) {
        Saved filter = store.find(id)
                .filter(saved -> saved.sharedWith() == null
                        ? saved.owner().equals(actor.person())
                        : desks.placesOf(actor).contains(saved.sharedWith()))
                .orElseThrow(() -> new NotFoundException("filter"));
        store.remove(filter.id());
    }
}
