/** Asks an entity to replace a manager whose tie to it has ended. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "casework",
            "casework :: api",
            "casework :: web",
            "directory",
            "identifier",
            "management",
            "rules",
            "scheduling",
            "audit",
            "notification",
            "api"
        })
@NullMarked
package be.designations.replacement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
