/** What people, organisations and qualities are, as JSON. */
@NullMarked
package be.designations.access.api;

import org.jspecify.annotations.NullMarked;
