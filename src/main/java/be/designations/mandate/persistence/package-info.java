/** Mandates and their ends in PostgreSQL. */
@NullMarked
package be.designations.mandate.persistence;

import org.jspecify.annotations.NullMarked;
