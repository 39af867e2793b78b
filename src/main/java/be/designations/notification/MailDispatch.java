package be.designations.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends mails in the background, on every node: as soon as one was written here, and every few seconds what else is due: a next
 * attempt, or what a node that died has left.
 */
@Component
class MailDispatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);
    private static final Duration LOOK_FOR_MAILS = Duration.ofSeconds(5);

    private final MailDelivery delivery;
    private final MailServer server;
    private final Duration patience;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService background;

    /** @param patience how long the mail that is being sent when the node stops may take */
    MailDispatch(
            MailDelivery delivery,
            MailServer server,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration patience) {
        this.delivery = delivery;
        this.server = server;
        this.patience = patience;
    }

    /** A mail was written, and committed. */
    void wake() {
        ScheduledExecutorService running = background;
        if (running != null && woken.compareAndSet(false, true)) {
            try {
                running.execute(this::sendWhatIsDue);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Mails wait for a node that runs");
            }
        }
    }

    void sendWhatIsDue() {
        woken.set(false);
        try {
            boolean any = false;
            while (isRunning() && delivery.deliverNext()) {
                any = true;
            }
            if (!any) {
                server.disconnect();
            }
        } catch (RuntimeException | Error failed) {
            // An error, too: what a scheduled task throws is the end of it.
            LOG.warn("Mails wait: {}", failed.getClass().getSimpleName());
            LOG.debug("Mails wait", failed);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mails");
            thread.setDaemon(true);
            return thread;
        });
        background = started;
        var unused = started.scheduleWithFixedDelay(
                this::sendWhatIsDue, 0, LOOK_FOR_MAILS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = background;
        background = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (running.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                server.disconnect();
            } else {
                LOG.warn("The mail server is slow: the mail that it was given may go out twice");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return background != null;
    }

    /** After the last request, while the database is still there. */
    @Override
    public int getPhase() {
        return 0;
    }
}
