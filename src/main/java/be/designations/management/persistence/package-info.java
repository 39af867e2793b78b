/** Counts of look-ups in PostgreSQL. */
@NullMarked
package be.designations.management.persistence;

import org.jspecify.annotations.NullMarked;
