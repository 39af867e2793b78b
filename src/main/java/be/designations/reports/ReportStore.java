package be.designations.reports;

import be.designations.access.QualityId;
import be.designations.directory.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what stands in reports. */
public interface ReportStore {

    /**
     * In the order of the end for those that end, else by role and person.
     *
     * @param until what ends then or before is in the report of those that end
     * @param after the right with which the page before ended, or null for the first page; after a right of other qualities is nothing
     */
    List<ReportLine> lines(
            ReportKind kind,
            OrganisationId organisation,
            List<QualityId> qualities,
            ReportFilter filter,
            Instant at,
            Instant until,
            @Nullable UUID after,
            int size);

    /** Since which day it is written down what is used. */
    LocalDate recordedSince();
}
