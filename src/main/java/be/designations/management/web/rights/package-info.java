/** The daily tool of who manages rights in an entity: people, granting, taking back, comparing, looking up (S003). */
@NullMarked
package be.designations.management.web.rights;

import org.jspecify.annotations.NullMarked;
