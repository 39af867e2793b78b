package be.designations.agenda;

import be.designations.access.Translated;
import be.designations.casework.Desk;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A day on which the office of a desk does not work besides weekends and public holidays (D77).
 *
 * @param writtenBy who said so
 */
public record ClosingDay(UUID id, Desk desk, LocalDate day, Translated name, PersonId writtenBy, Instant writtenAt) {}
