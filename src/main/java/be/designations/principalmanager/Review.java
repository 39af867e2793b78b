package be.designations.principalmanager;

import org.jspecify.annotations.Nullable;

/**
 * What somebody checks before they confirm.
 *
 * @param managerName      in full for whoever the register recognises; else only what was typed
 * @param leavesCoManagement whether the person is co-principal access manager and ceases to be
 * @param incumbent        as in {@link Situation}
 * @param special          whether it goes by the special procedure
 */
public record Review(
        Representation representation,
        Draft draft,
        Proposal proposal,
        String managerName,
        boolean leavesCoManagement,
        @Nullable Incumbent incumbent,
        boolean special) {}
