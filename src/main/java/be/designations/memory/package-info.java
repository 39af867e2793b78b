/** What a transaction has read already. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.designations.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
