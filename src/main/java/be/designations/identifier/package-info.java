/** The official Belgian numbers of people and employers: each type reads the usual spellings, or refuses with a reason. */
@NullMarked
package be.designations.identifier;

import org.jspecify.annotations.NullMarked;
