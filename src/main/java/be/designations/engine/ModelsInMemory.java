package be.designations.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Keeps the models right that the engine keeps in memory. Where it leads a process over, it takes the time limits of a task’s listeners
 * out of the version that it leads to, instead of out of a copy: the next process that it leads over would lose its reminders, and a new one would
 * never have any. So nothing else runs on this node meanwhile, and the model is read anew afterwards.
 */
@Component
class ModelsInMemory {

    /** A step takes a fraction of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ManagementService management;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    ModelsInMemory(ManagementService management) {
        this.management = management;
    }

    /** Something that may come to a task. */
    void use(Runnable step) {
        lock.readLock().lock();
        try {
            step.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Leads one process over to that version.
     *
     * @throws BusyException when others have been at it for too long
     */
    void alone(ProcessDefinition to, Runnable migration) {
        if (!locked()) {
            throw new BusyException();
        }
        try {
            migration.run();
        } finally {
            management.unregisterProcessApplication(to.getDeploymentId(), true);
            management.registerDeploymentForJobExecutor(to.getDeploymentId());
            lock.writeLock().unlock();
        }
    }

    private boolean locked() {
        try {
            return lock.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nothing was done. */
    static final class BusyException extends RuntimeException {}
}
