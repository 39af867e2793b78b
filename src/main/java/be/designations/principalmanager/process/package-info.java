/** The process of a designation, as the engine runs it. */
@NullMarked
package be.designations.principalmanager.process;

import org.jspecify.annotations.NullMarked;
