/** What managers do, as JSON. */
@NullMarked
package be.designations.management.api;

import org.jspecify.annotations.NullMarked;
