/** Imports and exports in the database. */
@NullMarked
package be.designations.imports.persistence;

import org.jspecify.annotations.NullMarked;
