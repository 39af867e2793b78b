/**
 * A space of service vouchers as an application of others would have one: of an origin of its own, with nothing of the product but
 * what it is handed and what it asks for by the client of {@code client/}.
 */
@NullMarked
package be.designations.demo.vouchers;

import org.jspecify.annotations.NullMarked;
