/** Tells in time that rights and working relationships end, and lets who manages them extend them or let them go. */
@ApplicationModule(
        allowedDependencies = {
            "pages",
            "calendar",
            "access",
            "api",
            "audit",
            "catalogue",
            "departure",
            "directory",
            "identifier",
            "management",
            "notification",
            "rules",
            "scheduling"
        })
@NullMarked
package be.designations.expiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
