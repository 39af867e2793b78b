/** The pages on which the support desk keeps the catalogue. */
@NullMarked
package be.designations.catalogue.web;

import org.jspecify.annotations.NullMarked;
