/** Profiles of PrimaWeb: which functions somebody has in the application of their CPAS, and who gives them. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "audit",
            "calendar",
            "decisions",
            "directory",
            "export",
            "forms",
            "identifier",
            "memory",
            "pages",
            "rules"
        })
@NullMarked
package be.designations.primaweb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
