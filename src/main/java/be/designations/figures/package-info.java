/** Figures about the data protection officers of the CPAS, for the desks that steer by them; and where the public reaches these officers. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "audit",
            "calendar",
            "casework",
            "directory",
            "dpd",
            "export",
            "forms",
            "identifier",
            "pages",
            "rules"
        })
@NullMarked
package be.designations.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
