package be.designations.management;

import be.designations.access.ResponsibilityKind;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manager must know before designating or adding somebody.
 *
 * @param name      of the person, from the National Register
 * @param related   whether the directory knows what ties the person to the entity; if not it must be declared
 * @param tiedUntil of somebody to become a user, the last day on which the known ties hold; null when no end is known
 * @param inTheWay  what the person is in the quality and would cease to be (S002 §2)
 * @param rights    the codes of the roles that would end with it
 * @param successorOf the name of whoever has the post until then, or null
 * @param seen       who has the post, to be handed to {@link Designation} so that nobody is replaced unseen
 * @param refusals  the rules that refuse this person, whatever is declared and confirmed; empty when none does
 */
public record Candidate(
        String name,
        boolean related,
        @Nullable LocalDate tiedUntil,
        List<ResponsibilityKind> inTheWay,
        List<String> rights,
        @Nullable String successorOf,
        Designation.Incumbency seen,
        List<Rejection> refusals) {

    public Candidate {
        inTheWay = List.copyOf(inTheWay);
        rights = List.copyOf(rights);
        refusals = List.copyOf(refusals);
    }

    public boolean needsRemoval() {
        return !inTheWay.isEmpty();
    }
}
