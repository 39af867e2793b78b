/** What support does about what went wrong or waits: many at once and in the background; and what it watches. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "calendar",
            "casework",
            "decisions",
            "directory",
            "engine",
            "notification",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
