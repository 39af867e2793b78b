/** The frame that all pages share: layout, languages, home, errors and help. */
@NullMarked
package be.designations.web;

import org.jspecify.annotations.NullMarked;
