/** Sends mails by jobs of the engine, which retries them and shows those that fail as incidents. */
@NullMarked
package be.designations.notification.process;

import org.jspecify.annotations.NullMarked;
