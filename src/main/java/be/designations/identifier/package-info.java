/** The official Belgian numbers of people and employers: each type reads the usual spellings, or refuses with a reason. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.designations.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
