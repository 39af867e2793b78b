/** Desks, for programs. */
@NullMarked
package be.designations.agenda.api;

import org.jspecify.annotations.NullMarked;
