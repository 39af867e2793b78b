package be.designations.principalmanager;

import be.designations.casework.StatusesOfKind;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The statuses of the dossiers of this module. */
@Component
class PrincipalManagerStatuses implements StatusesOfKind {

    @Override
    public List<String> all() {
        return Arrays.stream(RequestStatus.values()).map(RequestStatus::code).toList();
    }

    @Override
    public String tone(String status) {
        return Arrays.stream(RequestStatus.values())
                .filter(known -> known.code().equals(status))
                .map(PrincipalManagerStatuses::tone)
                .findFirst()
                .orElse("neutral");
    }

    private static String tone(RequestStatus status) {
        return switch (status) {
            case AWAITING_REGISTER -> "waiting";
            case AWAITING_VERIFICATION -> "active";
            case DESIGNATED -> "positive";
            case NOT_RECOGNISED, REFUSED, LAPSED -> "negative";
            case OVERTAKEN, WITHDRAWN -> "neutral";
        };
    }
}
