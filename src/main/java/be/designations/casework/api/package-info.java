/** The work that waits as JSON. */
@NullMarked
package be.designations.casework.api;

import org.jspecify.annotations.NullMarked;
