/** Requests for a right as JSON. */
@NullMarked
package be.designations.requests.api;

import org.jspecify.annotations.NullMarked;
