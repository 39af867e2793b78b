package be.designations.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who manages and managed entities, as it is stored. */
public interface ManagerEnquiryStore {

    /**
     * The latest begun first, in one statement.
     *
     * @param now   for whether something is blocked
     * @param after where the page before ended, or null for the first page
     */
    List<ManagerEnquiry.Line> lines(
            ManagerEnquiry.Query query, Instant now, ManagerEnquiry.@Nullable Cursor after, int size);
}
