/** How often somebody may do what costs much, counted across all nodes. */
@ApplicationModule(allowedDependencies = "scheduling")
@NullMarked
package be.designations.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
