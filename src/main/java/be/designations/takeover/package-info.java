/** Another organisation takes over the desk that decides or advises, from a date, running dossiers included (D18). */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "access",
            "agenda",
            "api",
            "audit",
            "calendar",
            "casework",
            "directory",
            "forms",
            "identifier",
            "memory",
            "notification",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.takeover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
