/** Deputies in the API. */
@NullMarked
package be.designations.deputies.api;

import org.jspecify.annotations.NullMarked;
