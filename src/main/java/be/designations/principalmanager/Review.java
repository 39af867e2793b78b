package be.designations.principalmanager;

import be.designations.identifier.Niss;

/**
 * What somebody checks before they confirm.
 *
 * @param situation          with a draft
 * @param managerName        in full for whoever the register recognises; else only what was typed
 * @param managerNiss        the number that was typed, or their own
 * @param leavesCoManagement whether the person is co-principal access manager and ceases to be
 */
public record Review(
        Situation situation, Proposal proposal, String managerName, Niss managerNiss, boolean leavesCoManagement) {

    public boolean isSpecial() {
        return proposal.claim() != null;
    }
}
