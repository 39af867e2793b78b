/** What an operation answers when a rule refuses it, and how what people type is kept; every module speaks it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.designations.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
