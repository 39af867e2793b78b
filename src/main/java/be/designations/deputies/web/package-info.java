/** The pages on which deputies are named. */
@NullMarked
package be.designations.deputies.web;

import org.jspecify.annotations.NullMarked;
