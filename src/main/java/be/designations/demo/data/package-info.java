/** The invented people of the demonstration: who they are, what they hold, and the page that lists them. */
@NullMarked
package be.designations.demo.data;

import org.jspecify.annotations.NullMarked;
