package be.designations.agenda;

import be.designations.directory.PersonId;
import java.time.Instant;

/** That the calendar programme of somebody may read their deadlines, until an instant (D80). */
public record CalendarFeed(PersonId person, Instant madeAt, Instant validUntil) {}
