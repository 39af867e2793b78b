package be.designations.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** How long work usually takes, as it is stored. */
public interface WorkTimeStore {

    /**
     * By the code of the kind of work, in working days.
     *
     * @param fewest so many were done at least
     */
    Map<String, Integer> usual(int fewest);

    /**
     * Replaces all of it by what people did since.
     *
     * @param workingDays in their order, from before the first of that work came
     */
    void countAnew(Instant since, LocalDate[] workingDays, Instant at);
}
