/** The departures and the changes of working relationships, as they are stored. */
@NullMarked
package be.designations.departure.persistence;

import org.jspecify.annotations.NullMarked;
