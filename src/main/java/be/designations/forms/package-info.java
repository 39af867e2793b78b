/** Reads the definitions of forms, shows them as pages and checks what is sent in against them. */
@ApplicationModule(allowedDependencies = {"identifier", "rules"})
@NullMarked
package be.designations.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
