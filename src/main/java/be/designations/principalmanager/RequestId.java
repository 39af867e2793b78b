package be.designations.principalmanager;

import java.util.UUID;

/** Names a request, from its draft on. */
public record RequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
