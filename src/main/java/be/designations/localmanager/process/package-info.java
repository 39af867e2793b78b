/** Ties the steps of the change to the operations of the module. */
@NullMarked
package be.designations.localmanager.process;

import org.jspecify.annotations.NullMarked;
