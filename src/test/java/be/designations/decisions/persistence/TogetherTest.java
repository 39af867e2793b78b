package be.designations.decisions.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wanted at the same moment is done at once, all of it, and each piece once. */
class TogetherTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoever_is_alone_waits_for_nobody() {
        List<List<String>> done = new ArrayList<>();
        Together<String> together = new Together<>(done::add, 1, 10);
        together.run(List.of("a"));
        together.run(List.of("b", "c"));
        assertThat(done).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void what_comes_while_others_are_at_work_is_done_together_afterwards() throws Exception {
        List<List<String>> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Together<String> together = new Together<>(
                pieces -> {
                    done.add(pieces);
                    if (pieces.contains("first")) {
                        begun.countDown();
                        waitFor(goOn);
                    }
                },
                1,
                3);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> together.run(List.of("first")), threads);
        begun.await();
        List<Thread> others = IntStream.range(0, 5)
                .mapToObj(i -> new Thread(() -> together.run(List.of("other" + i))))
                .toList();
        others.forEach(Thread::start);
        others.forEach(thread -> await().until(() -> thread.getState() == Thread.State.WAITING));
        goOn.countDown();
        first.get(10, TimeUnit.SECONDS);
        for (Thread thread : others) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }

        assertThat(done.subList(1, done.size())).extracting(List::size).containsExactly(3, 2);
        assertThat(done.stream().flatMap(List::stream))
                .containsExactlyInAnyOrder("first", "other0", "other1", "other2", "other3", "other4");
    }

    @Test
    void a_failure_is_thrown_to_all_whose_piece_it_was_and_to_nobody_after_them() {
        Together<String> together = new Together<>(
                pieces -> {
                    if (pieces.contains("bad")) {
                        throw new IllegalArgumentException("bad");
                    }
                },
                1,
                10);
        assertThatThrownBy(() -> together.run(List.of("bad"))).isInstanceOf(IllegalArgumentException.class);
        together.run(List.of("good"));
    }

    @Test
    void of_many_threads_each_has_its_pieces_done_once_and_nobody_waits_for_ever() throws Exception {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger mostAtWork = new AtomicInteger();
        Together<Integer> together = new Together<>(
                pieces -> {
                    mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    done.addAll(pieces);
                    atWork.decrementAndGet();
                },
                2,
                8);
        List<CompletableFuture<Void>> all = IntStream.range(0, 16)
                .mapToObj(thread -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 2_000; i++) {
                                int piece = thread * 2_000 + i;
                                together.run(List.of(piece));
                            }
                        },
                        threads))
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

        assertThat(done.stream().sorted())
                .containsExactlyElementsOf(IntStream.range(0, 32_000).boxed().toList());
        assertThat(mostAtWork.get()).isLessThanOrEqualTo(2);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
