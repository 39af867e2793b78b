/** What the pages of a dossier show of a replacement. */
@NullMarked
package be.designations.replacement.web;

import org.jspecify.annotations.NullMarked;
