package be.designations.replacement;

import be.designations.casework.StatusesOfKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The statuses of the dossiers of this module. */
@Component
class ReplacementStatuses implements StatusesOfKind {

    static final String ASKED = "replacement.asked";

    @Override
    public List<String> all() {
        return List.of(ASKED, ReplacementOutcome.REPLACED.status(), ReplacementOutcome.TIED_AGAIN.status());
    }

    @Override
    public String tone(String status) {
        return status.equals(ASKED) ? "waiting" : "positive";
    }
}
