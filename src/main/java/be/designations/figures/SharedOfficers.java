package be.designations.figures;

/**
 * How many officers of a day are shared (D99).
 *
 * @param several serve several CPAS
 * @param over    do so, or serve one, for more hours a week than {@link SharedOfficer#MOST_HOURS}
 */
public record SharedOfficers(int several, int over) {}
