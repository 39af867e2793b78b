/** What ends soon, as it is stored. */
@NullMarked
package be.designations.expiry.persistence;

import org.jspecify.annotations.NullMarked;
