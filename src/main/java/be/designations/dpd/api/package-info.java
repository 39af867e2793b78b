/** Applications and dossiers as JSON. */
@NullMarked
package be.designations.dpd.api;

import org.jspecify.annotations.NullMarked;
