/** Keeps data no longer than needed: what goes when, and the runs that remove it. */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "directory", "memory", "rules", "scheduling"})
@NullMarked
package be.designations.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
