package be.designations.figures;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Somebody who is data protection officer of several CPAS, or for more hours than a week of work has (D12).
 *
 * @param hours a week, over all CPAS of this register; what they do elsewhere is not known here
 */
public record SharedOfficer(UUID id, String name, int cpas, BigDecimal hours) {

    /** A week of work (D12). */
    public static final int MOST_HOURS = 38;

    public boolean over() {
        return hours.compareTo(BigDecimal.valueOf(MOST_HOURS)) > 0;
    }
}
