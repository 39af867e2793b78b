/** Lets people of the desks name who works in their place for a while, and shows them what was done. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "api",
            "audit",
            "casework",
            "directory",
            "forms",
            "identifier",
            "insight",
            "management",
            "memory",
            "notification",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.deputies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
