/** The catalogue as JSON. */
@NullMarked
package be.designations.catalogue.api;

import org.jspecify.annotations.NullMarked;
