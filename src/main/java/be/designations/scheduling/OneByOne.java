package be.designations.scheduling;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How a job does the same for many: what fails for one keeps the others from nothing. */
@Component
public class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final TransactionOperations transaction;

    OneByOne(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /**
     * In a transaction of its own; what it throws is logged, and the job tries it again at its next run.
     *
     * @param what what it is done for, as it stands in the log: nothing that says who somebody is
     * @return whether it was done
     */
    public boolean attempt(String what, Object id, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
            return true;
        } catch (RuntimeException failed) {
            LOG.error("a job failed for {} {}", what, id, failed);
            return false;
        }
    }

    /**
     * Does it for each line of each page. The next page begins after the last line and not at the head again, where the lines are
     * for which it failed.
     */
    public static <T> void onAllPages(int size, Reading<T> reading, Consumer<T> work) {
        T last = null;
        List<T> page;
        do {
            page = reading.after(last);
            page.forEach(work);
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == size);
    }

    /** Reads a page. */
    public interface Reading<T> {

        /** @param last of the page before, or null for the first page */
        List<T> after(@Nullable T last);
    }
}
