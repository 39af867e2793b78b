/** Ties the steps of a request to the operations of the module. */
@NullMarked
package be.designations.requests.process;

import org.jspecify.annotations.NullMarked;
