/** Ties the steps of a review to the operations of the module. */
@NullMarked
package be.designations.reviews.process;

import org.jspecify.annotations.NullMarked;
