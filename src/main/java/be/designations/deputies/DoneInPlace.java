package be.designations.deputies;

import be.designations.casework.CaseKind;
import be.designations.casework.DossierNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a deputy did in a dossier.
 *
 * @param id     its place in the list
 * @param event  what, as in the history of the dossier
 * @param deputy the name of who did it
 */
public record DoneInPlace(
        long id,
        Instant at,
        DossierNumber number,
        CaseKind kind,
        String event,
        String deputy,
        @Nullable String reason) {}
