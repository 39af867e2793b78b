/** What the application does by itself, again and again: each job on one node at a time, seen by operators. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.designations.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
