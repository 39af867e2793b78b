/** The access model in PostgreSQL. */
@NullMarked
package be.designations.access.persistence;

import org.jspecify.annotations.NullMarked;
