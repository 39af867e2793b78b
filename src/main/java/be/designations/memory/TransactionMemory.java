package be.designations.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Values of one kind that the running transaction has read, so that it reads each once, however many rules ask for it. Each
 * transaction begins with nothing; outside one every question is a reading.
 *
 * <p>Whoever writes such values lets go of them, and whoever has waited for a lock, behind which others may have written: of
 * these by {@link #forget()}, of everything by {@link #forgetAll()}.
 *
 * @param <K> what a value is known by
 * @param <V> an immutable value
 */
public final class TransactionMemory<K, V> {

    /** The value, read by the first who asks. */
    public V recall(K key, Function<? super K, ? extends V> read) {
        Map<K, V> known = known();
        V value = known.get(key);
        if (value == null) {
            value = read.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /**
     * The values that there are, in the order of the keys, each once.
     *
     * @param read  asked for those alone that are not known yet, all at once; leaves out what there is not
     * @param keyOf by what a value is known
     */
    public List<V> recallAll(
            Collection<K> keys, Function<? super Collection<K>, List<V>> read, Function<? super V, K> keyOf) {
        Map<K, V> known = known();
        List<K> asked = keys.stream().distinct().toList();
        List<K> missing = asked.stream().filter(key -> !known.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            read.apply(missing).forEach(value -> known.put(keyOf.apply(value), value));
        }
        return asked.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** Lets the running transaction read these values anew. */
    public void forget() {
        Kept kept = Kept.ofThisTransaction();
        if (kept != null) {
            kept.values.remove(this);
        }
    }

    /** Lets the running transaction read everything anew, values of all kinds. */
    public static void forgetAll() {
        Kept kept = Kept.ofThisTransaction();
        if (kept != null) {
            kept.values.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> known() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        Kept kept = Kept.ofThisTransaction();
        if (kept == null) {
            kept = new Kept();
            TransactionSynchronizationManager.registerSynchronization(kept);
        }
        return (Map<K, V>) kept.values.computeIfAbsent(this, memory -> new HashMap<>());
    }

    /** Kept among the callbacks of the transaction: they end with it, and are put aside while another one runs inside it. */
    private static final class Kept implements TransactionSynchronization {

        private final Map<TransactionMemory<?, ?>, Map<?, ?>> values = new HashMap<>();

        static @Nullable Kept ofThisTransaction() {
            return !TransactionSynchronizationManager.isSynchronizationActive()
                    ? null
                    : TransactionSynchronizationManager.getSynchronizations().stream()
                            .filter(Kept.class::isInstance)
                            .map(Kept.class::cast)
                            .findFirst()
                            .orElse(null);
        }
    }
}
