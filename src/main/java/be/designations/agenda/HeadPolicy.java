package be.designations.agenda;

import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Head of a desk is somebody who works there, designated by somebody else, with a reason. <i>Source: D78.</i> */
final class HeadPolicy {

    private static final int LONGEST_REASON = 1_000;

    private HeadPolicy() {}

    static List<Rejection> check(PersonId actor, @Nullable PersonId person, boolean worksThere, String reason) {
        List<Rejection> rejections = new ArrayList<>();
        if (person == null || !worksThere) {
            rejections.add(Rejection.ofField("agenda.head-not-of-desk", "person"));
        } else if (person.equals(actor)) {
            rejections.add(Rejection.ofField("agenda.head-oneself", "person"));
        }
        rejections.addAll(reason(reason));
        return rejections;
    }

    static List<Rejection> reason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? List.of(Rejection.ofField("agenda.reason-missing", "reason", LONGEST_REASON))
                : List.of();
    }
}
