/** Reports for managers on the rights of their entity: which end, which nobody uses, which should not be there. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "audit",
            "calendar",
            "catalogue",
            "directory",
            "export",
            "identifier",
            "pages",
            "rules"
        })
@NullMarked
package be.designations.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
