/** Deputations as they are stored. */
@NullMarked
package be.designations.deputies.persistence;

import org.jspecify.annotations.NullMarked;
