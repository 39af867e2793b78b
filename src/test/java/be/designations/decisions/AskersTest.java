package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.designations.decisions.ApplicationStore.KnownAsker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AskersTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-01T09:00:00Z"), ZoneOffset.UTC);
    private static final Optional<KnownAsker> PRIMA = Optional.of(new KnownAsker(
            new Asker("prima", false, Map.of(), Map.of(), null, new Asker.Secret(new byte[0])), List.of()));

    private final ApplicationStore store = mock();

    @Test
    void of_requests_at_once_one_reads_who_asks() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        when(store.findAsker("prima")).thenAnswer(asked -> {
            answer.await();
            return PRIMA;
        });
        Askers askers = new Askers(store, NOW);
        List<Thread> requests = Stream.generate(() -> new Thread(() -> askers.byClient("prima")))
                .limit(8)
                .toList();
        requests.forEach(Thread::start);
        await().until(() -> requests.stream()
                .map(Thread::getState)
                .allMatch(Set.of(Thread.State.BLOCKED, Thread.State.WAITING)::contains));
        answer.countDown();
        for (Thread request : requests) {
            request.join();
        }

        verify(store, times(1)).findAsker("prima");
    }

    @Test
    void who_is_not_there_is_looked_for_again() {
        when(store.findAsker("prima")).thenReturn(Optional.empty()).thenReturn(PRIMA);
        Askers askers = new Askers(store, NOW);

        assertThat(askers.byClient("prima")).isEmpty();
        assertThat(askers.byClient("prima")).isPresent();
    }
}
