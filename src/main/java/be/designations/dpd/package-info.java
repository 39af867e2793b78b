/** The data protection officers of the CPAS: applications, opinions, decisions and the mandates that result. */
@NullMarked
package be.designations.dpd;

import org.jspecify.annotations.NullMarked;
