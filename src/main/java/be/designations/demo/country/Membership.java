package be.designations.demo.country;

import be.designations.access.QualityKind;
import java.util.UUID;

/**
 * Somebody who is a user of a quality: what their responsibility, its decisions and their rights have in common.
 *
 * @param key its own for each, below 2^30
 * @param quality the index of the quality in the entity
 * @param kind of the quality
 * @param subdivision the index of the subdivision, or {@link Post#NONE}
 * @param guest whether the person works for another entity in the first place
 * @param since a day of {@link Days}
 * @param until the first day after, or {@link Days#NONE}
 * @param blockedFrom a day, or {@link Days#NONE} for those never blocked
 * @param blockedUntil a day, or {@link Days#NONE} for those still blocked
 * @param weight how many rights, compared with others
 */
record Membership(
        long key,
        UUID person,
        int entity,
        int quality,
        QualityKind kind,
        int subdivision,
        boolean guest,
        int since,
        int until,
        int blockedFrom,
        int blockedUntil,
        int weight) {

    /** Whether it was ended by a decision; an end that lies ahead was given along. */
    boolean hasEnded() {
        return until != Days.NONE && until < Days.AHEAD;
    }
}
