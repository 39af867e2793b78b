/** Reports over the API. */
@NullMarked
package be.designations.reports.api;

import org.jspecify.annotations.NullMarked;
