/** The data protection officers of the CPAS: applications, opinions, decisions and the mandates that result. */
@ApplicationModule(
        allowedDependencies = {
            "memory",
            "pages",
            "calendar",
            "access",
            "casework",
            "casework :: api",
            "casework :: web",
            "directory",
            "identifier",
            "rules",
            "scheduling",
            "forms",
            "audit",
            "management",
            "letters",
            "notification",
            "api"
        })
@NullMarked
package be.designations.dpd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
