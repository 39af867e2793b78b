/** Figures in the database. */
@NullMarked
package be.designations.figures.persistence;

import org.jspecify.annotations.NullMarked;
