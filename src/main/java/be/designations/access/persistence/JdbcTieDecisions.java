package be.designations.access.persistence;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.TieDecisions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTieDecisions implements TieDecisions {

    private final JdbcClient jdbc;
    private final AccessModel decisions;

    JdbcTieDecisions(JdbcClient jdbc, AccessModel decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    @Override
    public void note(UUID relationship, BasisId basis, @Nullable Instant formerUntil, @Nullable Instant until) {
        jdbc.sql("""
                        insert into working_relationship_change (relationship_id, basis_id, former_until, until)
                        values (:relationship, :basis, :former, :until)""")
                .param("relationship", relationship)
                .param("basis", basis.value())
                .param("former", formerUntil == null ? null : Timestamp.from(formerUntil))
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    @Override
    public Optional<Basis> last(UUID relationship) {
        return jdbc.sql("""
                        select basis_id as value
                          from working_relationship_change c join basis b on b.id = c.basis_id
                         where c.relationship_id = :relationship
                         order by b.decided_at desc, b.id limit 1""")
                .param("relationship", relationship)
                .query(BasisId.class)
                .optional()
                .flatMap(decisions::findDecision);
    }
}
