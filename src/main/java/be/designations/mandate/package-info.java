/** The life of a data protection officer’s mandate after it has begun: resignation, withdrawal of the approval, end by its date, and who is told; who assists an officer or stands in for them. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "casework",
            "casework :: api",
            "casework :: web",
            "directory",
            "dpd",
            "export",
            "forms",
            "identifier",
            "letters",
            "management",
            "memory",
            "rules",
            "scheduling",
            "audit",
            "notification",
            "api"
        })
@NullMarked
package be.designations.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
