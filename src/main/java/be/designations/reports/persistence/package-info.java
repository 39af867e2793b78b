/** Reports in the database. */
@NullMarked
package be.designations.reports.persistence;

import org.jspecify.annotations.NullMarked;
