package be.designations.security;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The capacity that a person chose to act in, as kept in the session.
 *
 * @param organisationId the organisation's id in the directory
 * @param kind           what the person is there
 * @param principalId    whose work they do there as a deputy (D81), or null in their own name
 */
public record ActingAs(
        UUID organisationId, CapacityKind kind, @Nullable UUID principalId) implements Serializable {

    private static final String ATTRIBUTE = ActingAs.class.getName();

    public static ActingAs of(Capacity capacity) {
        return new ActingAs(capacity.organisation().value(), capacity.kind(), null);
    }

    private static ActingAs of(Capacities.StandIn standIn) {
        return new ActingAs(
                standIn.capacity().organisation().value(),
                standIn.capacity().kind(),
                standIn.principal().value());
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    /** Whose deputy the person is, or null. */
    public @Nullable PersonId inPlaceOf() {
        return principalId == null ? null : new PersonId(principalId);
    }

    /** Whether this is one of the things that a person is, or does in the place of another. */
    public boolean isAmong(Capacities capacities, PersonId person) {
        Stream<ActingAs> held = principalId == null
                ? capacities.of(person).stream().map(ActingAs::of)
                : capacities.standInsOf(person).stream().map(ActingAs::of);
        return held.anyMatch(this::equals);
    }

    /** What was chosen in the session of that request, if anything. */
    public static Optional<ActingAs> in(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof ActingAs chosen
                ? Optional.of(chosen)
                : Optional.empty();
    }

    /** Who asks for that page, as what they chose; nobody who is not signed in. */
    public static Optional<Actor> actorOf(HttpServletRequest request) {
        return SignedIn.current().map(signedIn -> {
            ActingAs chosen = in(request).orElse(null);
            return new Actor(
                    signedIn.person(),
                    chosen == null ? null : chosen.organisation(),
                    signedIn.signInLevel(),
                    chosen == null ? null : chosen.inPlaceOf());
        });
    }

    /** Keeps the choice; the caller has seen that the person holds it. */
    public void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
