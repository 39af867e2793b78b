/** The pages on which managers run the access of their entity, its qualities and their subdivisions. */
@NullMarked
package be.designations.management.web;

import org.jspecify.annotations.NullMarked;
