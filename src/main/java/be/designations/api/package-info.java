/** What the answers of the JSON API have in common. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "directory", "forms", "identifier", "rules"})
@NullMarked
package be.designations.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
