package be.designations.casework;

import org.jspecify.annotations.Nullable;

/**
 * How often a dossier was at a piece of work, and for how long. <i>Source: D91.</i>
 *
 * @param times at least 1
 * @param days  working days, all times together; 0 when it was done on the day on which it came
 * @param usual how many working days such work usually takes, or null when too little of it was done to say so
 */
public record StepTime(int times, int days, @Nullable Integer usual) {}
