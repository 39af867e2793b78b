/** Mandates and their register over the API. */
@NullMarked
package be.designations.mandate.api;

import org.jspecify.annotations.NullMarked;
