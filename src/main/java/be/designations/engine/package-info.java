/** The process engine at the edge: its configuration, and what of it the rest of the program sees. */
@ApplicationModule(allowedDependencies = {"casework", "rules"})
@NullMarked
package be.designations.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
