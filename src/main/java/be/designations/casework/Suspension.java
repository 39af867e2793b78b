package be.designations.casework;

import be.designations.directory.InEachLanguage;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which no dossiers of a kind were opened.
 *
 * @param process  key of the process of that kind
 * @param message  what people read on the pages of that kind
 * @param reason   why, for support
 * @param resumed  null while it goes on
 * @param resumedBy null while it goes on
 */
public record Suspension(
        UUID id,
        String process,
        InEachLanguage message,
        String reason,
        Instant since,
        PersonId by,
        @Nullable Instant resumed,
        @Nullable PersonId resumedBy) {}
