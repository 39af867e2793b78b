/** The pages of imports and exports. */
@NullMarked
package be.designations.imports.web;

import org.jspecify.annotations.NullMarked;
