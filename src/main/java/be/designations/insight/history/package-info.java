/** Who had what on a day, and why; what a decision did; the same as files. */
@NullMarked
package be.designations.insight.history;

import org.jspecify.annotations.NullMarked;
