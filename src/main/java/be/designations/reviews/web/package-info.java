/** The pages of campaigns, and what a dossier shows of its rights. */
@NullMarked
package be.designations.reviews.web;

import org.jspecify.annotations.NullMarked;
