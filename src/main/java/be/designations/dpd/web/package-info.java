/** The pages of a dossier for a data protection officer. */
@NullMarked
package be.designations.dpd.web;

import org.jspecify.annotations.NullMarked;
