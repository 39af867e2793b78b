/** Ties the steps of a departure to the operations of the module. */
@NullMarked
package be.designations.departure.process;

import org.jspecify.annotations.NullMarked;
