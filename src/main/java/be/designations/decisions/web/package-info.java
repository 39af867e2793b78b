/** The pages on which the support desk registers applications and asks as one of them. */
@NullMarked
package be.designations.decisions.web;

import org.jspecify.annotations.NullMarked;
