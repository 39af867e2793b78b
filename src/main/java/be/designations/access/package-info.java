/** Who manages what and who may use what: qualities, responsibilities, rights, and the rules on them. */
@ApplicationModule(allowedDependencies = {"identifier", "directory", "memory", "rules", "audit"})
@NullMarked
package be.designations.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
