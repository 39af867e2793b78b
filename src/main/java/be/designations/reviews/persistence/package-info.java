/** SQL of the campaigns. */
@NullMarked
package be.designations.reviews.persistence;

import org.jspecify.annotations.NullMarked;
