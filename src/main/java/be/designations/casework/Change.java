package be.designations.casework;

import be.designations.audit.AuditEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a dossier: for its status, its history, the audit log and its process.
 *
 * @param event   what happened, in kebab case; message keys {@code timeline.<event>} and, where a person did it, {@code
 *                notice.<event>}
 * @param status  where it stands now, or null when that does not change
 * @param reason  the words of who did it, or null
 * @param outcome what the process decides its way on
 * @param message tells the process that something happened which it waits for; null when the step's work is completed
 * @param toldLater whether the module tells the process itself, once this is done
 * @param audited what the audit log says, or null for what follows from the rest
 */
public record Change(
        String event,
        @Nullable CaseStatus status,
        @Nullable String reason,
        Map<String, Object> outcome,
        @Nullable String message,
        boolean toldLater,
        @Nullable AuditEvent audited) {

    public Change {
        outcome = Map.copyOf(outcome);
    }

    public static Change of(String event) {
        return new Change(event, null, null, Map.of(), null, false, null);
    }

    public static Change to(CaseStatus status, String event) {
        return of(event).movingTo(status);
    }

    public Change movingTo(@Nullable CaseStatus next) {
        return new Change(event, next, reason, outcome, message, toldLater, audited);
    }

    public Change because(@Nullable String words) {
        return new Change(event, status, words, outcome, message, toldLater, audited);
    }

    /** Whether the dossier stands elsewhere afterwards. */
    boolean moves(CaseFile dossier) {
        return status != null && !status.code().equals(dossier.status());
    }

    /** The process goes on with that variable; only outcomes and dates, nothing personal. */
    public Change routing(String variable, Object value) {
        Map<String, Object> more = new TreeMap<>(outcome);
        more.put(variable, value);
        return new Change(event, status, reason, more, message, toldLater, audited);
    }

    /** The process hears that message. */
    public Change signalling(String told) {
        return new Change(event, status, reason, outcome, told, toldLater, audited);
    }

    /** The module tells the process itself, once this is done. */
    public Change tellingLater() {
        return new Change(event, status, reason, outcome, message, true, audited);
    }

    /** Says in the audit log what is not told by the event and the statuses. */
    public Change audited(AuditEvent entry) {
        return new Change(event, status, reason, outcome, message, toldLater, entry);
    }
}
