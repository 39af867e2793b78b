/** Mails: what was sent to whom, when, why and with what result. */
@ApplicationModule(allowedDependencies = {"directory"})
@NullMarked
package be.designations.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
