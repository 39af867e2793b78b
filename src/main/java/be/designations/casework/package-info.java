/** What every dossier has: number, status, timeline, documents, work and deadlines. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "audit",
            "calendar",
            "directory",
            "export",
            "forms",
            "identifier",
            "memory",
            "notification",
            "pages",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
