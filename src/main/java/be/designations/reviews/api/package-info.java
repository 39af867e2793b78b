/** Campaigns as JSON. */
@NullMarked
package be.designations.reviews.api;

import org.jspecify.annotations.NullMarked;
