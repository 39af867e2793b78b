/** Who is signed in, how surely, in what language, and for which organisation that person acts. */
@ApplicationModule(allowedDependencies = {"access", "directory", "identifier", "limits", "rules"})
@NullMarked
package be.designations.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
