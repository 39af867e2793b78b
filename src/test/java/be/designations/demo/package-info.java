/** Tests of what the demonstration brings along. */
@NullMarked
package be.designations.demo;

import org.jspecify.annotations.NullMarked;
