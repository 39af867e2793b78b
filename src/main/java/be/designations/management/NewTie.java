package be.designations.management;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One more working relationship, as a manager adds it.
 *
 * @param firstDay today or later
 * @param reason   the words of who adds it, or null (“Reden van toevoegen”)
 */
public record NewTie(
        RelationshipDeclaration relationship,
        LocalDate firstDay,
        @Nullable String reason) {}
