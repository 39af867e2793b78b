/** The dossier of a replacement and the page on which a tie is declared again. */
@NullMarked
package be.designations.replacement.web;

import org.jspecify.annotations.NullMarked;
