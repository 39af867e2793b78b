package be.designations.departure.persistence;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import be.designations.departure.Departure;
import be.designations.departure.DepartureStatus;
import be.designations.departure.DepartureStore;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDepartures implements DepartureStore {

    private static final String SELECT =
            "select case_id, relationship_id as relationship, ends_at, basis_id as basis, outcome, settled_at from departure where ";

    private final JdbcClient jdbc;

    JdbcDepartures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Departure departure) {
        BasisId basis = departure.basis();
        jdbc.sql("""
                        insert into departure (case_id, relationship_id, ends_at, basis_id)
                        values (:case, :relationship, :endsAt, :basis)""")
                .param("case", departure.caseId().value())
                .param("relationship", departure.relationship())
                .param("endsAt", Timestamp.from(departure.endsAt()))
                .param("basis", basis == null ? null : basis.value())
                .update();
    }

    @Override
    public void update(Departure departure) {
        DepartureStatus outcome = departure.outcome();
        Instant at = departure.settledAt();
        jdbc.sql("update departure set outcome = :outcome, settled_at = :at where case_id = :case")
                .param("outcome", outcome == null ? null : outcome.name())
                .param("at", at == null ? null : Timestamp.from(at))
                .param("case", departure.caseId().value())
                .update();
    }

    @Override
    public Optional<Departure> find(CaseId caseId) {
        return one("case_id = :id", caseId.value());
    }

    @Override
    public Optional<Departure> lock(CaseId caseId) {
        return one("case_id = :id for update", caseId.value());
    }

    @Override
    public Optional<Departure> findOpen(UUID relationship) {
        return one("relationship_id = :id and outcome is null for update", relationship);
    }

    private Optional<Departure> one(String condition, UUID id) {
        return jdbc.sql(SELECT + condition)
                .param("id", id)
                .query(Departure.class)
                .optional();
    }

    @Override
    public boolean isTold(UUID relationship, Instant endsAt) {
        return jdbc.sql("""
                        select exists (select from departure
                                        where relationship_id = :relationship and ends_at = :endsAt
                                          and outcome is distinct from 'CHANGED')""")
                .param("relationship", relationship)
                .param("endsAt", Timestamp.from(endsAt))
                .query(Boolean.class)
                .single();
    }

    /** A year back at most: whatever stopped the search, it has gone on by then. */
    @Override
    public List<UUID> endedUntold(Instant at, @Nullable UUID after, int size) {
        return jdbc.sql("""
                        select w.id from working_relationship w
                         where w.valid_until <= cast(:at as timestamptz)
                           and w.valid_until > greatest((select since from departure_search),
                                                        cast(:at as timestamptz) - interval '1 year')
                           and w.valid_until > w.valid_from
                           and not exists (select from departure d
                                            where d.relationship_id = w.id and d.ends_at = w.valid_until
                                              and d.outcome is distinct from 'CHANGED')
                           and (cast(:after as uuid) is null
                                or (w.valid_until, w.id) > (select valid_until, id from working_relationship
                                                             where id = cast(:after as uuid)))
                         order by w.valid_until, w.id limit :size""")
                .param("at", Timestamp.from(at))
                .param("after", after)
                .param("size", size)
                .query(UUID.class)
                .list();
    }
}
