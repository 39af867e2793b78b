/** Figures as JSON. */
@NullMarked
package be.designations.figures.api;

import org.jspecify.annotations.NullMarked;
