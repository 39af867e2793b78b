/** Ends, extends and adds working relationships, and sees to what rests on them: rights end with them, posts ask for a successor. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "casework",
            "casework :: api",
            "casework :: web",
            "catalogue",
            "directory",
            "forms",
            "identifier",
            "management",
            "replacement",
            "rules",
            "scheduling",
            "audit",
            "notification",
            "api"
        })
@NullMarked
package be.designations.departure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
