/** People and organisations, what links them, and who acts for whom. */
@ApplicationModule(allowedDependencies = {"identifier", "memory"})
@NullMarked
package be.designations.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
