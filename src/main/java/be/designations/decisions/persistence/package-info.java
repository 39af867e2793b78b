/** The statements that decide, on connections of their own, and the registered applications. */
@NullMarked
package be.designations.decisions.persistence;

import org.jspecify.annotations.NullMarked;
