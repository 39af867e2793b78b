package be.designations.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Some people at once, without a pause between what they do.
 *
 * @param people at least 1
 */
public record Crowd(int people) {

    /** One piece of work of somebody. */
    @FunctionalInterface
    public interface Work<T> {

        /** @param person 0 for the first */
        void run(int person, T piece);
    }

    /**
     * Each takes the next piece as soon as theirs is done.
     *
     * @return seconds until all are done
     */
    public <T> double share(List<T> pieces, Consumer<T> work) {
        return share(pieces, (person, piece) -> work.accept(piece));
    }

    /** @return seconds until all are done */
    public <T> double share(List<T> pieces, Work<T> work) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(pieces);
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            long begun = System.nanoTime();
            List<? extends Future<?>> working = IntStream.range(0, people)
                    .mapToObj(person -> threads.submit(() -> {
                        for (T piece = waiting.poll(); piece != null; piece = waiting.poll()) {
                            work.run(person, piece);
                        }
                    }))
                    .toList();
            for (Future<?> each : working) {
                each.get();
            }
            return (System.nanoTime() - begun) / 1e9;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
