/** The pages of desks and of one’s calendar. */
@NullMarked
package be.designations.agenda.web;

import org.jspecify.annotations.NullMarked;
