/** Dossiers and work items in PostgreSQL. */
@NullMarked
package be.designations.casework.persistence;

import org.jspecify.annotations.NullMarked;
