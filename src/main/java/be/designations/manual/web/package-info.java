/** The pages of the manual. */
@NullMarked
package be.designations.manual.web;

import org.jspecify.annotations.NullMarked;
