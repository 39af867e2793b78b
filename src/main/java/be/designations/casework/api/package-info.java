/** The work that waits as JSON. */
@NamedInterface("api")
@NullMarked
package be.designations.casework.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
