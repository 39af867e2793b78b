/** People ask for a right in an organisation, and those who manage it there answer. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "api",
            "audit",
            "casework",
            "casework :: api",
            "casework :: web",
            "catalogue",
            "directory",
            "forms",
            "identifier",
            "insight",
            "limits",
            "management",
            "notification",
            "rules"
        })
@NullMarked
package be.designations.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
