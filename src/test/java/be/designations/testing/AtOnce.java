package be.designations.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two who do something in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** @return what came of each, in their order */
    public static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> done = threads.invokeAll(List.of(after(together, one), after(together, other)));
            List<T> results = new ArrayList<>();
            for (Future<T> result : done) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Callable<T> after(CyclicBarrier together, Callable<T> work) {
        return () -> {
            together.await();
            return work.call();
        };
    }
}
