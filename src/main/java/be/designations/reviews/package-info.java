/** Campaigns in which managers confirm the rights that there are, or take them back. */
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
            "export",
            "forms",
            "identifier",
            "insight",
            "memory",
            "notification",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
