/** Mails: what was sent to whom, when, why and with what result; the table is the queue. */
@ApplicationModule(allowedDependencies = {"directory"})
@NullMarked
package be.designations.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
