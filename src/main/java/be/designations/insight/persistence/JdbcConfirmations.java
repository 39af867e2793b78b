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

/** Later decisions that say again what an earlier one gave (D17), or let it go on for longer; and what changed a relationship. */
final class JdbcConfirmations {

    private final JdbcClient jdbc;

    JdbcConfirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those decided until that instant, by what they confirm, the first first. Asked for none too, so that a page always
     * takes as many statements.
     */
    Map<UUID, List<Grounds>> of(Collection<UUID> held, Instant at) {
        Map<UUID, List<Grounds>> confirmations = new HashMap<>();
        jdbc.sql("select c.id, c.former_until, " + GroundsColumns.columns("b") + """
                         from (select responsibility_id as id, basis_id, former_until from responsibility_confirmation
                                where responsibility_id = any(:held)
                               union all
                               select role_assignment_id, basis_id, former_until from role_assignment_confirmation
                                where role_assignment_id = any(:held)
                               union all
                               select relationship_id, basis_id, former_until from working_relationship_change
                                where relationship_id = any(:held)) c"""
                        + GroundsColumns.join("b", "c.basis_id")
                        + "where b.decided_at <= :at order by b.decided_at, b.id")
                .param("at", Timestamp.from(at))
                .param("held", held.toArray(UUID[]::new))
                .query(row -> {
                    confirmations
                            .computeIfAbsent(row.getObject("id", UUID.class), id -> new ArrayList<>())
                            .add(GroundsColumns.read(row, "b")
                                    .insteadOf(JdbcAccessOverview.instant(row, "former_until")));
                });
        return confirmations.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
