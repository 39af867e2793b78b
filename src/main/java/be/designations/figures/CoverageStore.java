package be.designations.figures;

import be.designations.directory.Language;
import java.time.Instant;
import java.util.List;

/** Which CPAS has a data protection officer when, as it is stored. */
public interface CoverageStore {

    /** Every CPAS counted once; {@code at} as in {@link #find}. */
    List<CoverageLine> count(CpasFilter filter, Instant at);

    /**
     * @param at    the instant of the filter's day at which it is looked at
     * @param order by {@code name} of the municipality in that language, {@code ends} or {@code place}
     */
    Found<CpasLine> find(CpasFilter filter, Instant at, Order order, Language language, Slice slice);

    /** The officers of that instant who serve several CPAS, or for more hours a week than a week of work has. */
    Found<SharedOfficer> shared(CpasFilter filter, Instant at, Sharing sharing, Order order, Slice slice);

    SharedOfficers countShared(CpasFilter filter, Instant at);

    /** With what decides whether its mailbox is public. */
    Found<ContactLine> contacts(CpasFilter filter, Instant at, Order order, Language language, Slice slice);
}
