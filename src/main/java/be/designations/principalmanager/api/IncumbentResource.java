package be.designations.principalmanager.api;

import be.designations.principalmanager.Incumbent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is principal access manager. */
@Schema(name = "PrincipalManager")
record IncumbentResource(
        @Schema(description = "Send it back as replaces, so that nobody is replaced unseen")
        UUID responsibility,

        String name,
        Instant since) {

    static @Nullable IncumbentResource of(@Nullable Incumbent incumbent) {
        return incumbent == null
                ? null
                : new IncumbentResource(incumbent.responsibility(), incumbent.name(), incumbent.since());
    }
}
