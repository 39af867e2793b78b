package be.designations.insight.persistence;

import be.designations.insight.Grounds;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Later decisions that say again what an earlier one gave (D17). */
final class JdbcConfirmations {

    private final JdbcClient jdbc;

    JdbcConfirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those decided until that instant, by responsibility, the first first. Asked for none too, so that a page always
     * takes as many statements.
     */
    Map<UUID, List<Grounds>> of(Collection<UUID> responsibilities, Instant at) {
        Map<UUID, List<Grounds>> confirmations = new HashMap<>();
        jdbc.sql("select c.responsibility_id, " + GroundsColumns.columns("b") + " from responsibility_confirmation c"
                        + GroundsColumns.join("b", "c.basis_id")
                        + "where c.responsibility_id = any(:responsibilities) and b.decided_at <= :at"
                        + " order by b.decided_at, b.id")
                .param("at", Timestamp.from(at))
                .param("responsibilities", responsibilities.toArray(UUID[]::new))
                .query(row -> {
                    confirmations
                            .computeIfAbsent(row.getObject("responsibility_id", UUID.class), id -> new ArrayList<>())
                            .add(GroundsColumns.read(row, "b"));
                });
        return confirmations.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
