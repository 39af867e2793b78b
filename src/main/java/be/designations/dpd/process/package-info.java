/** Ties the steps of the designation process to the operations of the module. */
@NullMarked
package be.designations.dpd.process;

import org.jspecify.annotations.NullMarked;
