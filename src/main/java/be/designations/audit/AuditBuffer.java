package be.designations.audit;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The events of one transaction.
 *
 * <p>Inserting them takes a lane of the chain, which is held until commit: so they wait until all other work of the
 * transaction is done, that of other callbacks included.
 */
final class AuditBuffer implements TransactionSynchronization {
    private static final Logger LOG = LoggerFactory.getLogger(AuditBuffer.class);

    private final AuditWriter writer;
    private final List<RecordedEvent> waiting = new ArrayList<>();
    private boolean written;

    AuditBuffer(AuditWriter writer) {
        this.writer = writer;
    }

    boolean writesWith(AuditWriter other) {
        return writer == other;
    }

    void add(RecordedEvent event) {
        if (written) {
            writer.write(List.of(event));
        } else {
            waiting.add(event);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        writer.write(waiting);
        written = true;
    }

    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !written) {
            waiting.forEach(lost -> LOG.error(
                    "Audit event recorded too late and lost: {} of {} {}",
                    lost.event().operation(),
                    lost.event().subjectType(),
                    lost.event().subjectId()));
        }
    }
}
