/** Applications and mandates in PostgreSQL. */
@NullMarked
package be.designations.dpd.persistence;

import org.jspecify.annotations.NullMarked;
