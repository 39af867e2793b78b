package be.designations.departure;

import be.designations.directory.RelationshipCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One more working relationship of somebody whom the entity knows.
 *
 * @param firstDay today or later
 * @param lastDay  or null when no end is known
 * @param reason   the words of who declares it, or null (“Reden van toevoegen”)
 */
public record NewTie(
        RelationshipCategory category,
        String email,
        String phone,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String reason) {}
