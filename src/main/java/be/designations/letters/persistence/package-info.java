/** Letters and their texts in the database. */
@NullMarked
package be.designations.letters.persistence;

import org.jspecify.annotations.NullMarked;
