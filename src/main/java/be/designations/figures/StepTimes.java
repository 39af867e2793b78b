package be.designations.figures;

/**
 * How long a step took, in working days of its desk, the whole in those of the country (D99).
 *
 * @param done   in how many dossiers it was done
 * @param median what half of them took at most; 0 when there are none
 * @param nine   what nine of ten took at most
 */
public record StepTimes(Step step, int done, int median, int nine) {}
