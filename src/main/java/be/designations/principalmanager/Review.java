package be.designations.principalmanager;

import be.designations.identifier.Niss;
import org.jspecify.annotations.Nullable;

/**
 * What somebody checks before they confirm.
 *
 * @param managerName      in full for whoever the register recognises; else only what was typed
 * @param managerNiss        the number that was typed, or their own
 * @param leavesCoManagement whether the person is co-principal access manager and ceases to be
 * @param incumbent        as in {@link Situation}
 * @param special          whether it goes by the special procedure
 */
public record Review(
        Representation representation,
        Draft draft,
        Proposal proposal,
        String managerName,
        Niss managerNiss,
        boolean leavesCoManagement,
        @Nullable Incumbent incumbent,
        boolean special) {}
