package be.designations.access;

import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed how they are reached; published within the transaction.
 *
 * @param formerEmail the address until then when another one replaces it, so that its owner can be told; null when it
 *                    stayed or there was none
 */
public record OwnDetailsChanged(PersonId person, @Nullable String formerEmail, Instant at) {}
