/** Letters that prove themselves: made with what they tell, never changed, checked by anybody; and the texts that they are made from. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "audit",
            "calendar",
            "directory",
            "export",
            "forms",
            "identifier",
            "pages",
            "preview",
            "rules"
        })
@NullMarked
package be.designations.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
