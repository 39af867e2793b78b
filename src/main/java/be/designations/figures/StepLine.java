package be.designations.figures;

import be.designations.directory.OrganisationName;
import java.time.Instant;

/**
 * A step that was done in a dossier.
 *
 * @param times how often the dossier was there: once more for each time that it waited for the other side
 * @param days  working days that it was there, all times together
 */
public record StepLine(
        String dossier, OrganisationName cpas, Step step, Instant cameAt, Instant doneAt, int times, int days) {}
