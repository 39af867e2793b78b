/** What an operation answers when a rule refuses it; every module speaks it. */
@NullMarked
package be.designations.rules;

import org.jspecify.annotations.NullMarked;
