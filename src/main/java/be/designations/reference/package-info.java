/** The municipalities, their CPAS and the desks that an installation starts with. */
@NullMarked
package be.designations.reference;

import org.jspecify.annotations.NullMarked;
