/** What people may read of the access model: who manages what, who may do what, now and on any day, and why. */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "pages",
            "access",
            "api",
            "audit",
            "directory",
            "export",
            "forms",
            "identifier",
            "letters",
            "rules"
        })
@NullMarked
package be.designations.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
