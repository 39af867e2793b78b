/** Takeovers of desks, for programs. */
@NullMarked
package be.designations.takeover.api;

import org.jspecify.annotations.NullMarked;
