/** Working relationships as JSON. */
@NullMarked
package be.designations.departure.api;

import org.jspecify.annotations.NullMarked;
