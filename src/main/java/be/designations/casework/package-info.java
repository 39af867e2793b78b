/** What every dossier has: number, status, timeline, documents, work and deadlines. */
@ApplicationModule(allowedDependencies = {"identifier", "directory", "rules", "api"})
@NullMarked
package be.designations.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
