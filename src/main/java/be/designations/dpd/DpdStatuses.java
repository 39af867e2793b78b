package be.designations.dpd;

import be.designations.casework.StatusesOfKind;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The statuses of the dossiers of this module; a draft is no dossier yet. */
@Component
class DpdStatuses implements StatusesOfKind {

    @Override
    public List<String> all() {
        return Arrays.stream(ApplicationStatus.values())
                .filter(status -> status != ApplicationStatus.DRAFT)
                .map(ApplicationStatus::code)
                .toList();
    }

    @Override
    public String tone(String status) {
        return Arrays.stream(ApplicationStatus.values())
                .filter(known -> known.code().equals(status))
                .map(DpdStatuses::tone)
                .findFirst()
                .orElse("neutral");
    }

    private static String tone(ApplicationStatus status) {
        return switch (status) {
            case DRAFT, WITHDRAWN, SUPERSEDED -> "neutral";
            case AWAITING_OPINION, AWAITING_DECISION -> "active";
            case AWAITING_COMPLETION, APPROVED -> "waiting";
            case COMPLETED -> "positive";
            case REFUSED, LAPSED -> "negative";
        };
    }
}
