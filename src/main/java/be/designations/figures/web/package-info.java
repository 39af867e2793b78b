/** The pages of figures. */
@NullMarked
package be.designations.figures.web;

import org.jspecify.annotations.NullMarked;
