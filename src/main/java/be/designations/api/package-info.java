/** What the answers of the JSON API have in common. */
@NullMarked
package be.designations.api;

import org.jspecify.annotations.NullMarked;
