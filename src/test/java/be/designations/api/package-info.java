/** The API as its callers meet it. */
@NullMarked
package be.designations.api;

import org.jspecify.annotations.NullMarked;
