/** The manual: how each task is done, for whom, with a picture of its page; and the way there from that page. */
@ApplicationModule(allowedDependencies = {"directory", "pages", "rules"})
@NullMarked
package be.designations.manual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
