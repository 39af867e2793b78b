/** Ties the steps of a replacement to the operations of the module. */
@NullMarked
package be.designations.replacement.process;

import org.jspecify.annotations.NullMarked;
