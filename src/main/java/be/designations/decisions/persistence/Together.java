package be.designations.decisions.persistence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does at once what several threads want at the same moment. Whoever finds a free place takes all that waits, and does it for
 * everybody; what comes meanwhile waits for the next. So nobody waits for company, and the more come, the less each costs.
 */
final class Together<T> {

    private final Consumer<List<T>> work;
    private final int largest;
    private final Semaphore places;
    private final Queue<Waiting<T>> queue = new ArrayDeque<>();

    /**
     * @param work    does all of a list; what it throws is thrown to all who wait for a part of it
     * @param places  how many lists are worked on at a time, at most
     * @param largest how long a list becomes, unless somebody brings a longer one
     */
    Together(Consumer<List<T>> work, int places, int largest) {
        this.work = work;
        this.places = new Semaphore(places);
        this.largest = largest;
    }

    private static final class Waiting<T> {

        private final List<T> pieces;
        private final Thread thread = Thread.currentThread();
        private volatile boolean taken;
        private volatile boolean done;
        private @Nullable RuntimeException failure;

        Waiting(List<T> pieces) {
            this.pieces = pieces;
        }

        void end(@Nullable RuntimeException failed) {
            failure = failed;
            done = true;
            LockSupport.unpark(thread);
        }
    }

    /** Returns when all of it is done. */
    void run(List<T> pieces) {
        Waiting<T> own = new Waiting<>(pieces);
        synchronized (queue) {
            queue.add(own);
        }
        boolean interrupted = false;
        while (!own.done) {
            if (!own.taken && places.tryAcquire()) {
                doWhatWaits();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (own.failure != null) {
            throw own.failure;
        }
    }

    private void doWhatWaits() {
        List<Waiting<T>> taken = take();
        RuntimeException failure = null;
        try {
            if (!taken.isEmpty()) {
                work.accept(taken.stream().flatMap(each -> each.pieces.stream()).toList());
            }
        } catch (RuntimeException failed) {
            failure = failed;
        } catch (Error failed) {
            failure = new IllegalStateException(failed);
            throw failed;
        } finally {
            places.release();
            wakeTheNext();
            for (Waiting<T> each : taken) {
                each.end(failure);
            }
        }
    }

    private List<Waiting<T>> take() {
        List<Waiting<T>> taken = new ArrayList<>();
        synchronized (queue) {
            int pieces = 0;
            for (Waiting<T> next = queue.peek(); next != null; next = queue.peek()) {
                pieces += next.pieces.size();
                if (!taken.isEmpty() && pieces > largest) {
                    break;
                }
                next.taken = true;
                taken.add(queue.remove());
            }
        }
        return taken;
    }

    /** Whoever came while no place was free sleeps until somebody says that one is. */
    private void wakeTheNext() {
        synchronized (queue) {
            Waiting<T> next = queue.peek();
            if (next != null) {
                LockSupport.unpark(next.thread);
            }
        }
    }
}
