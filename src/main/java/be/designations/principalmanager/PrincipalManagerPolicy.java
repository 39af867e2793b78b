package be.designations.principalmanager;

import be.designations.directory.RelationshipCategory;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may become principal access manager: somebody of the staff or with a legal function (S003), who is not it already, and
 * whose access was not switched off altogether.
 */
final class PrincipalManagerPolicy {

    private static final Set<RelationshipCategory> STAFF =
            EnumSet.of(RelationshipCategory.OFFICIAL, RelationshipCategory.PERMANENT);

    private PrincipalManagerPolicy() {}

    static List<Rejection> check(boolean disabled, boolean incumbent) {
        if (disabled) {
            return List.of(Rejection.ofField("principalmanager.person-disabled", "niss"));
        }
        return incumbent ? List.of(Rejection.ofField("principalmanager.is-already", "who")) : List.of();
    }

    /** What is declared of somebody whose tie to the entity is not known. */
    static List<Rejection> check(Tie tie, LocalDate today) {
        List<Rejection> refusals = new ArrayList<>();
        if (!STAFF.contains(tie.category())) {
            refusals.add(Rejection.ofField("principalmanager.not-of-the-staff", "category"));
        }
        if (tie.lastDay() != null && tie.lastDay().isBefore(today)) {
            refusals.add(Rejection.ofField("principalmanager.tie-ends-in-the-past", "lastDay"));
        }
        return refusals;
    }
}
