package be.designations.management;

import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.Tied;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What ties people to the entities that they manage, for the modules that ask for such a tie (A6, B4, D9). */
@Component
public class Ties {

    private final People people;
    private final Directory directory;

    Ties(People people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    /**
     * Ties a person to an entity by one more working relationship, from that instant on.
     *
     * @param reason the words of who declares it, or null
     * @return its id
     * @throws RejectedException when it is declared badly, or would end before that instant
     */
    public UUID add(
            PersonId id,
            OrganisationId organisation,
            RelationshipDeclaration declaration,
            @Nullable String reason,
            Instant from) {
        Person person = directory.person(id);
        List<Rejection> refusals = new ArrayList<>(
                WorkingRelationshipPolicy.check(ResponsibilityKind.USER, false, declaration, Days.of(from)));
        PersonStandsPolicy.check(person.disabled()).ifPresent(refusals::add);
        RejectedException.throwIfAny(refusals);
        return people.relate(person, organisation, declaration, from, reason);
    }

    /** The words in which a decision is reasoned, as they are kept; null when there are none. */
    public static @Nullable String words(@Nullable String reason) {
        return Words.ofReason(reason);
    }

    /** The working relationships that allow somebody to be that; any legal function allows everything. */
    public Set<RelationshipCategory> allowing(ResponsibilityKind kind) {
        return WorkingRelationshipPolicy.allowing(kind);
    }

    /**
     * How long each of these people is tied to the entity without a gap, by whatever ties, from that instant on; who is not tied
     * at that instant is left out.
     */
    public Map<PersonId, Tied.Until> tiedUntil(Collection<PersonId> tied, OrganisationId organisation, Instant from) {
        Map<PersonId, Tied.Until> ends = new HashMap<>();
        directory.ties(tied, organisation).forEach((person, ties) -> ties.until(from)
                .ifPresent(until -> ends.put(person, until)));
        return ends;
    }

    /** The same for one person. */
    public Optional<Tied.Until> tiedUntil(PersonId person, OrganisationId organisation, Instant from) {
        return Optional.ofNullable(
                tiedUntil(List.of(person), organisation, from).get(person));
    }

    /**
     * Ties a person to an entity from that instant on, closely enough to be that.
     *
     * @param reason the words of who declares it
     * @return those words as they are kept, or null when nothing of them can be
     * @throws RejectedException when that tie does not allow it, is declared badly, or has ended already
     */
    public @Nullable String declare(
            PersonId id,
            OrganisationId organisation,
            ResponsibilityKind kind,
            RelationshipDeclaration declaration,
            String reason,
            Instant at) {
        Person person = directory.person(id);
        List<Rejection> refusals =
                new ArrayList<>(WorkingRelationshipPolicy.check(kind, false, declaration, Days.of(at)));
        PersonStandsPolicy.check(person.disabled()).ifPresent(refusals::add);
        RejectedException.throwIfAny(refusals);
        people.relate(person, organisation, declaration, at, reason);
        return Words.ofReason(reason);
    }
}
