/** Draws the pages of files that strangers sent, in a process that has nothing else: no database, no secrets, little memory and time. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.designations.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
