/** What the desks of offices arrange about their time: days on which they are closed, who answers for them, calendars outside. */
@ApplicationModule(
        allowedDependencies = {"pages", "access", "api", "audit", "calendar", "casework", "directory", "forms", "rules"
        })
@NullMarked
package be.designations.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
