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
            "letters",
            "memory",
            "notification",
            "pages",
            "preview",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
