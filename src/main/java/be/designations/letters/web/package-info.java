/** The public page where letters are checked, and the pages where support staff edit their texts. */
@NullMarked
package be.designations.letters.web;

import org.jspecify.annotations.NullMarked;
