package be.designations.expiry.persistence;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.expiry.Ending;
import be.designations.expiry.ExpiryStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExpiry implements ExpiryStore {

    /** One that goes on as another, and one that somebody has ended on purpose, do not end by their date. */
    private static final String RIGHTS = """
            select a.id, 'RIGHT' as kind, a.person_id, q.organisation_id, a.quality_id, q.kind as quality_kind,
                   a.role_code as code, a.valid_from, a.valid_until
              from role_assignment a join quality q on q.id = a.quality_id
             where a.valid_until > cast(:now as timestamptz) and a.valid_until <= cast(:thirty as timestamptz)
               and a.valid_until > a.valid_from %1$s
               and (a.ended_basis_id is null
                    or exists (select from role_assignment_confirmation c where c.role_assignment_id = a.id))
               and not exists (select from role_assignment n
                                where n.person_id = a.person_id and n.role_code = a.role_code
                                  and n.quality_id = a.quality_id and n.valid_from = a.valid_until
                                  and (n.valid_until is null or n.valid_until > n.valid_from))
            """;

    private static final String ENDING = RIGHTS + """
            union all
            select w.id, 'RELATIONSHIP', w.person_id, w.organisation_id, null, null, w.category, w.valid_from,
                   w.valid_until
              from working_relationship w
             where w.valid_until > cast(:now as timestamptz) and w.valid_until <= cast(:thirty as timestamptz)
               and w.valid_until > w.valid_from %2$s
               and not exists (select from departure d
                                where d.relationship_id = w.id and d.ends_at = w.valid_until
                                  and d.outcome is distinct from 'CHANGED')
            """;

    /** What was given for less time than that before its end is not told of then: whoever gave it knows. */
    private static final String UNTOLD = """
             where e.valid_from <= e.valid_until - make_interval(days => case
                       when e.valid_until <= cast(:seven as timestamptz) then 7 else 30 end)
               and not exists (select from expiry_notice n
                                where n.subject_id = e.id and n.ends_at = e.valid_until
                                  and n.days = case when e.valid_until <= cast(:seven as timestamptz) then 7 else 30 end)
               and not exists (select from expiry_let_go g
                                where g.subject_id = e.id and g.ends_at = e.valid_until)
            """;

    private static final String RIGHT_WITHIN = "and a.quality_id = any(:qualities)";

    private static final String OF_USER_WITHIN = """
            and exists (select from responsibility u where u.person_id = w.person_id and u.kind = 'USER'
                           and u.quality_id = any(:qualities)
                           and (u.valid_until is null or u.valid_until > cast(:now as timestamptz)))""";

    private static final String DETAILS = """
            select e.id, e.kind, e.person_id, p.first_name || ' ' || p.last_name as name, e.organisation_id, e.quality_id,
                   e.quality_kind, e.code, e.valid_until,
                   exists (select from expiry_let_go g where g.subject_id = e.id and g.ends_at = e.valid_until) as let_go
            """;

    private final JdbcClient jdbc;

    JdbcExpiry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OrganisationId> withUntold(Times times, int most) {
        return timed(
                        jdbc.sql("select distinct e.organisation_id as value from (" + ENDING.formatted("", "") + ") e"
                                + UNTOLD + "limit :most"),
                        times)
                .param("most", most)
                .query(OrganisationId.class)
                .list();
    }

    @Override
    public List<Ending> untold(OrganisationId entity, Times times) {
        return timed(
                        jdbc.sql(DETAILS + " from (" + ofEntity("", "") + ") e join person p on p.id = e.person_id"
                                + UNTOLD + "order by e.valid_until, e.id"),
                        times)
                .param("entity", entity.value())
                .query((row, number) -> ending(row))
                .list();
    }

    private static String ofEntity(String ofRights, String ofRelationships) {
        return ENDING.formatted(
                "and q.organisation_id = :entity " + ofRights, "and w.organisation_id = :entity " + ofRelationships);
    }

    private static StatementSpec timed(StatementSpec statement, Times times) {
        return statement
                .param("now", Timestamp.from(times.now()))
                .param("seven", Timestamp.from(times.seven()))
                .param("thirty", Timestamp.from(times.thirty()));
    }

    @Override
    public Set<UUID> note(Collection<Ending> told, Times times) {
        return new HashSet<>(jdbc.sql("""
                        insert into expiry_notice (subject_id, ends_at, days, told_at)
                        select t.id, t.ends_at,
                               case when t.ends_at <= cast(:seven as timestamptz) then 7 else 30 end,
                               cast(:now as timestamptz)
                          from unnest(:ids, :ends) t (id, ends_at)
                        on conflict do nothing
                        returning subject_id""")
                .param("ids", told.stream().map(Ending::id).toArray(UUID[]::new))
                .param(
                        "ends",
                        told.stream().map(it -> Timestamp.from(it.until())).toArray(Timestamp[]::new))
                .param("now", Timestamp.from(times.now()))
                .param("seven", Timestamp.from(times.seven()))
                .query(UUID.class)
                .list());
    }

    @Override
    public List<Ending> ending(
            OrganisationId entity, @Nullable Set<QualityId> qualities, Times times, @Nullable UUID after, int size) {
        String within = qualities == null ? ofEntity("", "") : ofEntity(RIGHT_WITHIN, OF_USER_WITHIN);
        return timed(
                        jdbc.sql("with e as materialized (" + within + ") " + DETAILS
                                + " from e join person p on p.id = e.person_id"
                                + " where cast(:after as uuid) is null or (e.valid_until, e.id) >"
                                + " (select c.valid_until, c.id from e c where c.id = cast(:after as uuid))"
                                + " order by e.valid_until, e.id limit :size"),
                        times)
                .param("entity", entity.value())
                .param("qualities", ids(qualities))
                .param("after", after)
                .param("size", size)
                .query((row, number) -> ending(row))
                .list();
    }

    @Override
    public List<InEntity> counts(Set<OrganisationId> entities, @Nullable Set<QualityId> qualities, Times times) {
        String within = ENDING.formatted(
                "and q.organisation_id = any(:entities) " + (qualities == null ? "" : RIGHT_WITHIN),
                "and w.organisation_id = any(:entities) " + (qualities == null ? "" : OF_USER_WITHIN));
        return timed(
                        jdbc.sql("select e.organisation_id, count(*) as count, min(e.valid_until) as first from ("
                                + within + ") e group by e.organisation_id"),
                        times)
                .param("entities", entities.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .param("qualities", ids(qualities))
                .query((row, number) -> new InEntity(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getInt("count"),
                        row.getTimestamp("first").toInstant()))
                .list();
    }

    @Override
    public List<Ending> ownRights(PersonId person, @Nullable OrganisationId entity, Times times, int size) {
        String own = RIGHTS.formatted(
                "and a.person_id = :person and (cast(:entity as uuid) is null or q.organisation_id = cast(:entity as uuid))");
        return timed(
                        jdbc.sql(DETAILS + " from (" + own + ") e join person p on p.id = e.person_id"
                                + " order by e.valid_until, e.id limit :size"),
                        times)
                .param("person", person.value())
                .param("entity", entity == null ? null : entity.value())
                .param("size", size)
                .query((row, number) -> ending(row))
                .list();
    }

    @Override
    public List<Ending> find(
            OrganisationId entity, @Nullable Set<QualityId> qualities, Collection<UUID> ids, Instant now) {
        return jdbc.sql(DETAILS
                        + """
                         from (select a.id, 'RIGHT' as kind, a.person_id, q.organisation_id, a.quality_id,
                                      q.kind as quality_kind, a.role_code as code, a.valid_until
                                 from role_assignment a join quality q on q.id = a.quality_id
                                where a.id = any(:ids) and q.organisation_id = :entity and a.valid_until > cast(:now as timestamptz)
                                  and a.valid_until > a.valid_from %s
                               union all
                               select w.id, 'RELATIONSHIP', w.person_id, w.organisation_id, null, null, w.category, w.valid_until
                                 from working_relationship w
                                where w.id = any(:ids) and w.organisation_id = :entity
                                  and w.valid_until > cast(:now as timestamptz) and w.valid_until > w.valid_from %s) e
                         join person p on p.id = e.person_id
                        order by e.kind, e.valid_until, e.id""".formatted(qualities == null ? "" : RIGHT_WITHIN, qualities == null ? "" : OF_USER_WITHIN))
                .param("entity", entity.value())
                .param("qualities", ids(qualities))
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query((row, number) -> ending(row))
                .list();
    }

    @Override
    public void letGo(Collection<Ending> endings, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into expiry_let_go (subject_id, ends_at, decided_by, decided_at)
                        select t.id, t.ends_at, :by, :at from unnest(:ids, :ends) t (id, ends_at)
                        on conflict do nothing""")
                .param("ids", endings.stream().map(Ending::id).toArray(UUID[]::new))
                .param(
                        "ends",
                        endings.stream().map(it -> Timestamp.from(it.until())).toArray(Timestamp[]::new))
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static UUID @Nullable [] ids(@Nullable Set<QualityId> qualities) {
        return qualities == null
                ? null
                : qualities.stream().map(QualityId::value).toArray(UUID[]::new);
    }

    private static Ending ending(ResultSet row) throws SQLException {
        UUID quality = row.getObject("quality_id", UUID.class);
        String kind = row.getString("quality_kind");
        return new Ending(
                row.getObject("id", UUID.class),
                Ending.Kind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                quality == null ? null : new QualityId(quality),
                kind == null ? null : QualityKind.valueOf(kind),
                row.getString("code"),
                row.getTimestamp("valid_until").toInstant(),
                row.getBoolean("let_go"));
    }
}
