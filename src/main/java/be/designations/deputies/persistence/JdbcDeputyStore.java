package be.designations.deputies.persistence;

import be.designations.access.CapacityKind;
import be.designations.casework.CaseKind;
import be.designations.casework.DossierNumber;
import be.designations.deputies.Deputation;
import be.designations.deputies.DeputyStore;
import be.designations.deputies.DoneInPlace;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeputyStore implements DeputyStore {

    private static final String READ =
            "select d.*, deputation_hindrance(d.id, cast(:at as timestamptz)) as hindrance from deputation d ";

    private final JdbcClient jdbc;

    JdbcDeputyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Deputation deputation, Instant namedAt) {
        jdbc.sql("""
                        insert into deputation (id, principal_id, deputy_id, role_code, organisation_id, valid_from, valid_until,
                                                reason, named_at)
                        values (:id, :principal, :deputy, :role, :organisation, :from, :until, :reason, :at)""")
                .param("id", deputation.id())
                .param("principal", deputation.principal().value())
                .param("deputy", deputation.deputy().value())
                .param("role", deputation.capacity().name())
                .param("organisation", deputation.organisation().value())
                .param("from", Timestamp.from(deputation.from()))
                .param("until", Timestamp.from(deputation.until()))
                .param("reason", deputation.reason())
                .param("at", Timestamp.from(namedAt))
                .update();
    }

    @Override
    public Optional<Deputation> find(UUID id, Instant at) {
        return read("where d.id = :id", at, Map.of("id", id)).stream().findFirst();
    }

    @Override
    public Optional<Deputation> lock(UUID id, Instant at) {
        return read("where d.id = :id for update of d", at, Map.of("id", id)).stream()
                .findFirst();
    }

    @Override
    public List<Deputation> by(PersonId principal, Instant at, int most) {
        return read(
                "where d.principal_id = :person order by d.valid_from desc, d.id desc limit :most",
                at,
                Map.of("person", principal.value(), "most", most));
    }

    @Override
    public List<Deputation> to(PersonId deputy, Instant at, int most) {
        return read("""
                        where d.deputy_id = :person and d.ended_at is null and d.valid_until > cast(:at as timestamptz)
                        order by d.valid_from desc, d.id desc limit :most""", at, Map.of("person", deputy.value(), "most", most));
    }

    @Override
    public Optional<Deputation> overlapping(
            PersonId principal, CapacityKind kind, Instant from, Instant until, Instant at) {
        Map<String, Object> parameters = Map.of(
                "person",
                principal.value(),
                "role",
                kind.name(),
                "from",
                Timestamp.from(from),
                "until",
                Timestamp.from(until));
        return read("""
                        where d.principal_id = :person and d.role_code = :role and d.ended_at is null
                          and d.valid_from < cast(:until as timestamptz) and d.valid_until > cast(:from as timestamptz)
                        order by d.valid_from limit 1""", at, parameters).stream().findFirst();
    }

    @Override
    public List<Deputation> open(@Nullable UUID after, Instant at, int size) {
        return page("where d.ended_at is null and d.valid_until > cast(:at as timestamptz)", at, after, size);
    }

    private List<Deputation> page(String which, Instant at, @Nullable UUID after, int size) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("after", after);
        parameters.put("size", size);
        return read(which + """
                         and (cast(:after as uuid) is null
                               or (d.valid_until, d.id) > (select valid_until, id from deputation where id = cast(:after as uuid)))
                        order by d.valid_until, d.id limit :size""", at, parameters);
    }

    private List<Deputation> read(String which, Instant at, Map<String, ?> parameters) {
        return jdbc.sql(READ + which)
                .params(parameters)
                .param("at", Timestamp.from(at))
                .query((row, number) -> deputation(row))
                .list();
    }

    @Override
    public @Nullable String hindrance(UUID id, Instant at) {
        return jdbc.sql("select deputation_hindrance(:id, cast(:at as timestamptz)) as hindrance")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .query((row, number) -> Optional.ofNullable(row.getString("hindrance")))
                .single()
                .orElse(null);
    }

    @Override
    public List<Deputation> overAndUntold(Instant at, @Nullable UUID after, int size) {
        return page(
                "where d.ended_at is null and d.over_told_at is null and d.valid_until <= cast(:at as timestamptz)",
                at,
                after,
                size);
    }

    @Override
    public boolean markTold(UUID id, Instant at) {
        return jdbc.sql("""
                        update deputation set over_told_at = :at
                         where id = :id and ended_at is null and over_told_at is null""").param("at", Timestamp.from(at)).param("id", id).update() == 1;
    }

    @Override
    public void end(UUID id, PersonId by, Instant at, @Nullable String reason) {
        jdbc.sql("update deputation set ended_at = :at, ended_by = :by, end_reason = :reason where id = :id")
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    @Override
    public List<DoneInPlace> done(PersonId principal, @Nullable Long after, int size) {
        return jdbc.sql("""
                        select t.id, t.happened_at, c.dossier_number, c.kind, t.event, t.reason,
                               p.first_name || ' ' || p.last_name as deputy
                          from timeline_entry t
                          join case_file c on c.id = t.case_id
                          join person p on p.id = t.actor_id
                         where t.in_place_of = :person and t.id < :after
                         order by t.id desc limit :size""")
                .param("person", principal.value())
                .param("after", after == null ? Long.MAX_VALUE : after)
                .param("size", size)
                .query((row, number) -> {
                    DossierNumber dossier = new DossierNumber(row.getString("dossier_number"));
                    return new DoneInPlace(
                            row.getLong("id"),
                            row.getTimestamp("happened_at").toInstant(),
                            dossier,
                            new CaseKind(row.getString("kind"), dossier.prefix()),
                            row.getString("event"),
                            row.getString("deputy"),
                            row.getString("reason"));
                })
                .list();
    }

    private static Deputation deputation(ResultSet row) throws SQLException {
        UUID endedBy = row.getObject("ended_by", UUID.class);
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new Deputation(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("principal_id", UUID.class)),
                new PersonId(row.getObject("deputy_id", UUID.class)),
                CapacityKind.valueOf(row.getString("role_code")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_until").toInstant(),
                row.getString("reason"),
                endedAt == null ? null : endedAt.toInstant(),
                endedBy == null ? null : new PersonId(endedBy),
                row.getString("end_reason"),
                row.getString("hindrance"));
    }
}
