package be.designations.principalmanager;

import be.designations.directory.Person;
import be.designations.rules.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to the dossier of a designation, as its reader may see it.
 *
 * @param managerName   of whoever is to be designated: in full, or as it was typed for whoever may not learn more
 * @param mismatch      that number and name do not go together, for support to see before it verifies; null when they do
 * @param formerManager who was principal access manager until then, or null
 * @param incumbent     who is it now, for support and for whoever was overtaken, or null
 * @param seesPapers    whether the reader sees the documents, the explanation and what was given of the person
 */
public record DesignationDossier(
        PrincipalManagerRequest request,
        Person manager,
        String managerName,
        @Nullable Rejection mismatch,
        Person requester,
        @Nullable Person formerManager,
        @Nullable Incumbent incumbent,
        boolean seesPapers) {}
