/** Checking letters over the API. */
@NullMarked
package be.designations.letters.api;

import org.jspecify.annotations.NullMarked;
