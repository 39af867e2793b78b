/** The pages on which managers decide who manages and who uses what. */
@NullMarked
package be.designations.management.web;

import org.jspecify.annotations.NullMarked;
