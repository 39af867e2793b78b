/** The municipalities, their CPAS and the desks that an installation starts with, and the addresses of pages elsewhere. */
@ApplicationModule(allowedDependencies = {"access", "directory", "identifier"})
@NullMarked
package be.designations.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
