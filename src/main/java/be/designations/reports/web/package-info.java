/** The pages of reports. */
@NullMarked
package be.designations.reports.web;

import org.jspecify.annotations.NullMarked;
