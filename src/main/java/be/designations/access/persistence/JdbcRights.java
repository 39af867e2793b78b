package be.designations.access.persistence;

import be.designations.access.BasisId;
import be.designations.access.EarlierEnd;
import be.designations.access.QualityId;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.memory.TransactionMemory;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRights implements Rights {

    private static final int BATCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcRights(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<Right> of(PersonId person, OrganisationId organisation, Instant at) {
        return jdbc.sql("""
                        select a.* from role_assignment a join quality q on q.id = a.quality_id
                         where a.person_id = :person and q.organisation_id = :organisation
                           and (a.valid_until is null or (a.valid_until > :at and a.valid_until > a.valid_from))
                         order by a.valid_from, a.id""")
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> right(row))
                .list();
    }

    @Override
    public List<Right> find(Collection<UUID> ids) {
        return jdbc.sql("select * from role_assignment where id = any(:ids) order by valid_from, id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> right(row))
                .list();
    }

    @Override
    public List<Right> of(Collection<QualityId> qualities, Collection<PersonId> people, Instant at) {
        return jdbc.sql("""
                        select id, person_id, role_code, quality_id, establishment_units, valid_from, valid_until, reason,
                               basis_id
                          from role_assignment
                         where quality_id = any(:qualities) and person_id = any(:people)
                           and (valid_until is null or (valid_until > :at and valid_until > valid_from))
                         order by valid_from, id""")
                .param("qualities", qualities.stream().map(QualityId::value).toArray(UUID[]::new))
                .param("people", ids(people))
                .param("at", Timestamp.from(at))
                .query((row, number) -> right(row))
                .list();
    }

    @Override
    public void lock(Collection<PersonId> people) {
        jdbc.sql("select id from person where id = any(:people) order by id for no key update")
                .param("people", ids(people))
                .query()
                .listOfRows();
        TransactionMemory.forgetAll();
    }

    @Override
    public Map<PersonId, String> holders(Collection<PersonId> people, Set<String> roles, Instant at) {
        if (people.isEmpty() || roles.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select distinct on (person_id) person_id, role_code from role_assignment
                         where person_id = any(:people) and role_code in (:roles)
                           and (valid_until is null or (valid_until > :at and valid_until > valid_from))
                         order by person_id, role_code""")
                .param("people", ids(people))
                .param("roles", roles)
                .param("at", Timestamp.from(at))
                .query((row, number) ->
                        Map.entry(new PersonId(row.getObject("person_id", UUID.class)), row.getString("role_code")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void grant(Collection<Right> rights) {
        batches.batchUpdate("""
                insert into role_assignment (id, person_id, role_code, quality_id, establishment_units, valid_from,
                                             valid_until, reason, basis_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rights, BATCH_SIZE, (statement, right) -> {
            statement.setObject(1, right.id());
            statement.setObject(2, right.person().value());
            statement.setString(3, right.role());
            statement.setObject(4, right.quality().value());
            statement.setArray(
                    5,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "bpchar",
                                    right.context().stream()
                                            .map(EstablishmentUnitNumber::value)
                                            .sorted()
                                            .toArray()));
            statement.setTimestamp(6, Timestamp.from(right.from()));
            statement.setTimestamp(7, right.until() == null ? null : Timestamp.from(right.until()));
            statement.setString(8, right.reason());
            statement.setObject(9, right.basis().value());
        });
        TransactionMemory.forgetAll();
    }

    @Override
    public void end(Collection<UUID> rights, Instant at, BasisId basis) {
        jdbc.sql("""
                        update role_assignment
                           set valid_until = greatest(valid_from, cast(:at as timestamptz)), ended_basis_id = :basis
                         where id = any(:ids) and (valid_until is null or valid_until > cast(:at as timestamptz))""")
                .param("at", Timestamp.from(at))
                .param("basis", basis.value())
                .param("ids", rights.toArray(UUID[]::new))
                .update();
        TransactionMemory.forgetAll();
    }

    @Override
    public void shorten(Collection<EarlierEnd> ends, Instant decidedAt, BasisId basis) {
        PeriodTable.ROLE_ASSIGNMENT.shorten(batches, ends, decidedAt, basis);
    }

    @Override
    public void extend(Collection<UUID> rights, Instant until, BasisId basis) {
        PeriodTable.ROLE_ASSIGNMENT.extend(jdbc, rights, until, basis);
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static Right right(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new Right(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("role_code"),
                new QualityId(row.getObject("quality_id", UUID.class)),
                units(row.getArray("establishment_units")),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("reason"),
                new BasisId(row.getObject("basis_id", UUID.class)));
    }

    private static Set<EstablishmentUnitNumber> units(Array numbers) throws SQLException {
        return Stream.of((String[]) numbers.getArray())
                .map(EstablishmentUnitNumber::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
