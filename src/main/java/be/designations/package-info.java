/** Designation processes of Belgian access management: one sub-package per module. */
@NullMarked
package be.designations;

import org.jspecify.annotations.NullMarked;
