/** Brings people, working relationships and rights into an entity from a file, and writes them into one. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "audit",
            "calendar",
            "catalogue",
            "directory",
            "export",
            "forms",
            "identifier",
            "management",
            "memory",
            "pages",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
