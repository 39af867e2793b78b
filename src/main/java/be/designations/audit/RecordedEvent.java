package be.designations.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that waits for the end of its transaction; the JSON is made at once, so that only SQL can fail then. */
record RecordedEvent(
        Instant at,
        AuditEvent event,
        @Nullable String before,
        @Nullable String after) {}
