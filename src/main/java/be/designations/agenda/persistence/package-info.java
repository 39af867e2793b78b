/** How closing days, heads of desks and addresses of calendars are stored. */
@NullMarked
package be.designations.agenda.persistence;

import org.jspecify.annotations.NullMarked;
