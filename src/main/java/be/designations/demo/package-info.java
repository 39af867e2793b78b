/** What the demonstration brings along: an embedded database, a mail server and invented people; profile {@code demo} only. */
@NullMarked
package be.designations.demo;

import org.jspecify.annotations.NullMarked;
