/** Designating the principal access manager of an entity: by whoever represents it, or on documents that support verifies. */
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
            "directory",
            "forms",
            "identifier",
            "management",
            "letters",
            "notification",
            "rules"
        })
@NullMarked
package be.designations.principalmanager;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
