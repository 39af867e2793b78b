/** Answers applications that ask whether somebody may do something, here and now (OpenID AuthZEN). */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "calendar",
            "catalogue",
            "directory",
            "forms",
            "identifier",
            "pages",
            "rules",
            "scheduling",
            "security"
        })
@NullMarked
package be.designations.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
