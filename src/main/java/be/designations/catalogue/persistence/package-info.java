/** The catalogue in PostgreSQL. */
@NullMarked
package be.designations.catalogue.persistence;

import org.jspecify.annotations.NullMarked;
