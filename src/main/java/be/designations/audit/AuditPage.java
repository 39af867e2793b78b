package be.designations.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries, newest first.
 *
 * @param next what to hand to {@link AuditLog#search} for the following page; null on the last one
 */
public record AuditPage(List<AuditEntry> entries, @Nullable Long next) {
    public AuditPage {
        entries = List.copyOf(entries);
    }
}
