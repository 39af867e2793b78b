/** Replacements of managers in PostgreSQL. */
@NullMarked
package be.designations.replacement.persistence;

import org.jspecify.annotations.NullMarked;
