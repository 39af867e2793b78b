package be.designations.casework;

import be.designations.directory.OrganisationName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The open work of desks, by the day on which it is due. */
public interface WorkCalendar {

    /** Work of a day is counted up to that number. */
    int MOST_COUNTED = 100;

    /**
     * What is due on a day.
     *
     * @param count up to {@link #MOST_COUNTED}
     * @param first those that are due first
     */
    record Day(int count, List<Due> first) {

        public Day {
            first = List.copyOf(first);
        }

        /** How many are not among the first. */
        public int more() {
            return count - first.size();
        }
    }

    /** Work and by when it is to be done. */
    record Due(DossierNumber number, WorkKind kind, OrganisationName organisation, Instant dueAt, boolean overdue) {}

    /**
     * What was due before a day, and what is due on each of the days from it on, in one statement.
     *
     * @param days 1 to 42
     * @param most how many of each day are read; 1 to {@link #MOST_COUNTED}
     */
    Read read(WorkList.Query query, LocalDate first, int days, int most);

    /**
     * @param before what was due before the first day, of which none is read
     * @param days   as many as were asked for
     */
    record Read(int before, List<Day> days) {

        public Read {
            days = List.copyOf(days);
        }
    }
}
