/** Mails: what was sent to whom, when, why and with what result. */
@NullMarked
package be.designations.notification;

import org.jspecify.annotations.NullMarked;
