/** Days in Belgium: when they begin and end, on which of them administrations work, and how dates are written. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.designations.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
