/** Changing the local manager of a quality, on the word of the principal access manager. */
@NullMarked
package be.designations.localmanager;

import org.jspecify.annotations.NullMarked;
