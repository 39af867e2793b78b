/** Pages on which working relationships are ended, extended and added. */
@NullMarked
package be.designations.departure.web;

import org.jspecify.annotations.NullMarked;
