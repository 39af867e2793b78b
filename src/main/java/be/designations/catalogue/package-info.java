/** The applications that can be opened and the roles that open them, as data that the support desk edits. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "identifier",
            "directory",
            "rules",
            "access",
            "audit",
            "forms",
            "insight",
            "web",
            "api"
        })
@NullMarked
package be.designations.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
