/** Replacements of managers as JSON. */
@NullMarked
package be.designations.replacement.api;

import org.jspecify.annotations.NullMarked;
