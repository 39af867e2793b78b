/** The page of what ends soon. */
@NullMarked
package be.designations.expiry.web;

import org.jspecify.annotations.NullMarked;
