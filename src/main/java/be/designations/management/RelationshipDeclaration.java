package be.designations.management;

import be.designations.directory.RelationshipCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a person works for the entity, declared by a manager when the directory does not know it (A6, B4, D9).
 *
 * @param email   at work
 * @param phone   at work
 * @param lastDay the last day on which it holds, or null when no end is known
 */
public record RelationshipDeclaration(
        RelationshipCategory category,
        String email,
        String phone,
        @Nullable LocalDate lastDay) {}
