package be.designations.principalmanager;

import be.designations.casework.DossierNumber;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands who wants to designate the principal access manager of an enterprise.
 *
 * @param draft      what they have typed so far, or null
 * @param incumbent  who is it now; null when nobody is, or when it is not theirs to know
 * @param open       the dossier of theirs that is under way for this enterprise, or null
 */
public record Situation(
        Representation representation,
        @Nullable Draft draft,
        @Nullable Incumbent incumbent,
        @Nullable DossierNumber open) {}
