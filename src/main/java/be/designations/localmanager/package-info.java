/** Changing the local manager of a quality, on the word of the principal access manager. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "casework",
            "casework :: web",
            "directory",
            "identifier",
            "rules",
            "forms",
            "audit",
            "letters",
            "notification",
            "api"
        })
@NullMarked
package be.designations.localmanager;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
