/** The SQL that finds and removes what has outlived its term. */
@NullMarked
package be.designations.retention.persistence;

import org.jspecify.annotations.NullMarked;
