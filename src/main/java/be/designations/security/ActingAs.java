package be.designations.security;

import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.directory.OrganisationId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * The capacity that a person chose to act in, as kept in the session.
 *
 * @param organisationId the organisation's id in the directory
 * @param kind           what the person is there
 */
public record ActingAs(UUID organisationId, CapacityKind kind) implements Serializable {

    private static final String ATTRIBUTE = ActingAs.class.getName();

    public static ActingAs of(Capacity capacity) {
        return new ActingAs(capacity.organisation().value(), capacity.kind());
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    /** Whether this is one of the things that a person is. */
    public boolean isAmong(Iterable<Capacity> held) {
        for (Capacity capacity : held) {
            if (of(capacity).equals(this)) {
                return true;
            }
        }
        return false;
    }

    /** What was chosen in the session of that request, if anything. */
    public static Optional<ActingAs> in(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof ActingAs chosen
                ? Optional.of(chosen)
                : Optional.empty();
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
