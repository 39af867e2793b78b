package be.designations.casework;

import be.designations.calendar.WorkingDays;
import be.designations.directory.OrganisationName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is late at a desk and why, longest first (D78). */
public interface LateWork extends KeyedList<LateWork.Query, LateWork.Line> {

    /** Of that desk, late at that instant. */
    record Query(Desk desk, Instant now) {}

    /**
     * One line.
     *
     * @param assignee   who has taken it, or null
     * @param takenAt    when, or null
     * @param remindedAt when somebody was reminded of it, or null
     * @param toldAt     when it was told that it is late, or null
     * @param paused     when the dossier waited for the other side
     */
    record Line(
            WorkItemId id,
            DossierNumber number,
            WorkKind kind,
            OrganisationName organisation,
            @Nullable String assignee,
            @Nullable Instant takenAt,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant remindedAt,
            @Nullable Instant toldAt,
            List<Paused> paused) {

        public Line {
            paused = List.copyOf(paused);
        }

        /** How many working days of the desk it stood still. */
        public int daysPaused(WorkingDays calendar) {
            return paused.stream()
                    .mapToInt(pause -> calendar.between(pause.from(), pause.until()))
                    .sum();
        }
    }

    /** From that day to that one the dossier waited for the other side. */
    record Paused(LocalDate from, LocalDate until) {}

    @Override
    default Place placeOf(Query query, Line line) {
        return new Place(line.dueAt(), line.id().value());
    }
}
