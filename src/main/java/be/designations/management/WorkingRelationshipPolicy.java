package be.designations.management;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.RelationshipCategory;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whoever manages or uses something for an entity is tied to it: by a legal function or a working relationship, that of an
 * external data protection officer included. Those who manage the whole entity are of its staff. <i>Source: A2, B3, B4, D9.</i>
 */
final class WorkingRelationshipPolicy {

    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s%1$s]+@[^@\\s%1$s]+\\.[^@\\s.%1$s]{2,}".formatted(Typed.UNFIT));
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ./()-]{6,23}");
    private static final int LONGEST_EMAIL = 254;

    /** On the entity's list of employees (A2). */
    private static final Set<RelationshipCategory> STAFF =
            EnumSet.of(RelationshipCategory.OFFICIAL, RelationshipCategory.PERMANENT);

    private WorkingRelationshipPolicy() {}

    /** Which ties allow somebody to be that. */
    static Set<RelationshipCategory> allowing(ResponsibilityKind kind) {
        return ResponsibilityKind.ENTITY_MANAGERS.contains(kind) ? STAFF : EnumSet.allOf(RelationshipCategory.class);
    }

    /**
     * @param related     whether the directory knows a tie that allows it
     * @param declaration what the manager declares, or null
     */
    static List<Rejection> check(
            ResponsibilityKind kind, boolean related, @Nullable RelationshipDeclaration declaration, LocalDate today) {
        if (related) {
            return List.of();
        }
        if (declaration == null) {
            return List.of(Rejection.ofField("management.no-working-relationship", "category"));
        }
        List<Rejection> refusals = new ArrayList<>();
        if (!allowing(kind).contains(declaration.category())) {
            refusals.add(Rejection.ofField("management.not-of-the-staff", "category"));
        }
        checkEmail(declaration.email()).ifPresent(refusals::add);
        checkPhone(declaration.phone()).ifPresent(refusals::add);
        if (declaration.lastDay() != null && declaration.lastDay().isBefore(today)) {
            refusals.add(Rejection.ofField("management.ends-in-the-past", "relationshipLastDay"));
        }
        return refusals;
    }

    static Optional<Rejection> checkEmail(String text) {
        return isEmail(text)
                ? Optional.empty()
                : Optional.of(Rejection.ofField("management.email-unreadable", "email"));
    }

    static Optional<Rejection> checkPhone(String text) {
        return PHONE.matcher(text.strip()).matches()
                ? Optional.empty()
                : Optional.of(Rejection.ofField("management.phone-unreadable", "phone"));
    }

    static boolean isEmail(String text) {
        String address = text.strip();
        return address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches();
    }
}
