/** What managers decide for their entity, quality or subdivision: who manages, who uses which application. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "api",
            "audit",
            "casework",
            "catalogue",
            "directory",
            "forms",
            "identifier",
            "insight",
            "letters",
            "notification",
            "rules",
            "web"
        })
@NullMarked
package be.designations.management;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
