/** SQL of the requests for a right. */
@NullMarked
package be.designations.requests.persistence;

import org.jspecify.annotations.NullMarked;
