/** The directory in PostgreSQL. */
@NullMarked
package be.designations.directory.persistence;

import org.jspecify.annotations.NullMarked;
