/** Imports and exports over the API. */
@NullMarked
package be.designations.imports.api;

import org.jspecify.annotations.NullMarked;
