/** The append-only, hash-chained log of who did what, for whom, on what and on what basis. */
@ApplicationModule(allowedDependencies = {"calendar", "directory", "export", "scheduling"})
@NullMarked
package be.designations.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
