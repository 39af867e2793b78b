package be.designations.principalmanager;

import be.designations.directory.RelationshipCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody works for the entity, declared by whoever represents it when the directory does not know it.
 *
 * @param category {@link RelationshipCategory#OFFICIAL} or {@link RelationshipCategory#PERMANENT}: of the staff (A2)
 * @param lastDay  the last day on which it holds, or null when no end is known
 */
public record Tie(RelationshipCategory category, @Nullable LocalDate lastDay) {}
