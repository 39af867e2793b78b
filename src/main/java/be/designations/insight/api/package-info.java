/** What people, organisations and qualities are, as JSON. */
@NullMarked
package be.designations.insight.api;

import org.jspecify.annotations.NullMarked;
