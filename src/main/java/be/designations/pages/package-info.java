/** What the pages have in common: reading a form, running an operation, showing the page again with what is wrong. */
@ApplicationModule(allowedDependencies = {"calendar", "directory", "forms", "rules"})
@NullMarked
package be.designations.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
