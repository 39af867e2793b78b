/** The pages of mandates and their register. */
@NullMarked
package be.designations.mandate.web;

import org.jspecify.annotations.NullMarked;
