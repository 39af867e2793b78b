package be.designations.agenda;

import be.designations.access.BasisId;
import be.designations.casework.Desk;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is or was designated to answer for a desk (D78).
 *
 * @param until when it ended, or null
 * @param basis the decision that designated them
 */
public record DeskHead(
        UUID id,
        Desk desk,
        PersonId person,
        Instant from,
        @Nullable Instant until,
        BasisId basis) {}
