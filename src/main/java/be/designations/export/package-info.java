/** Writes lists as files that people keep: CSV for a spreadsheet, PDF for paper. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.designations.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
