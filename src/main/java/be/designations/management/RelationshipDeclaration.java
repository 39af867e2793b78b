package be.designations.management;

import be.designations.directory.RelationshipCategory;
import be.designations.forms.FormValues;
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
        @Nullable LocalDate lastDay) {

    /** What was answered to the questions about a relationship. */
    public static RelationshipDeclaration of(FormValues answers) {
        return new RelationshipDeclaration(
                RelationshipCategory.valueOf(answers.text("category")),
                answers.text("email"),
                answers.text("phone"),
                answers.date("relationshipLastDay").orElse(null));
    }
}
