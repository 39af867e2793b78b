package be.designations.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** These responsibilities ended, in the running transaction. */
public record ResponsibilitiesEnded(List<UUID> responsibilities, Instant at) {

    public ResponsibilitiesEnded {
        responsibilities = List.copyOf(responsibilities);
    }
}
