package be.designations.replacement;

import be.designations.directory.RelationshipCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What ties the person to the entity again; the answers to {@code forms/replacement-tie.form}. */
public record ReplacementTie(
        RelationshipCategory category,
        String email,
        String phone,
        @Nullable LocalDate lastDay,
        String reason) {}
