package be.designations.replacement;

import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings the processes of settled dossiers to their end, after the fact and in a transaction of its own. One that does not
 * wait for it, because it is suspended or gone, is left as it is; the search comes back to it.
 */
@Component
class SettledProcesses {

    /** The dossier is closed. */
    record Settled(DossierNumber number) {}

    private final ProcessDriver process;

    SettledProcesses(ProcessDriver process) {
        this.process = process;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void end(Settled settled) {
        if (process.awaits(settled.number(), ManagerReplacementProcess.SETTLED)) {
            process.signal(settled.number(), ManagerReplacementProcess.SETTLED);
        }
    }
}
