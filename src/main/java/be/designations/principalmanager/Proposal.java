package be.designations.principalmanager;

import be.designations.access.Contact;
import be.designations.identifier.Niss;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants as principal access manager.
 *
 * @param niss     of another person, or null for themselves
 * @param lastName of that other person, as on their card; null for themselves
 * @param contact  how the manager is reached, for the letters of CSAM too
 * @param tie      what ties the other person to the entity, needed only when the directory does not know it
 * @param claim    for the special procedure, else null
 */
public record Proposal(
        @Nullable Niss niss,
        @Nullable String lastName,
        Contact contact,
        @Nullable Tie tie,
        @Nullable Claim claim) {

    /** Without the number: what is printed ends up in logs. */
    @Override
    public String toString() {
        return niss == null ? "Proposal[self]" : "Proposal[other]";
    }
}
