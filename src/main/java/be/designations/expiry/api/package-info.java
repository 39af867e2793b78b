/** What ends soon, as JSON. */
@NullMarked
package be.designations.expiry.api;

import org.jspecify.annotations.NullMarked;
