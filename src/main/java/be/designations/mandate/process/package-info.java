/** The steps between people of the models of this module. */
@NullMarked
package be.designations.mandate.process;

import org.jspecify.annotations.NullMarked;
