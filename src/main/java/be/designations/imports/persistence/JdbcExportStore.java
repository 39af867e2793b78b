package be.designations.imports.persistence;

import be.designations.directory.Organisation;
import be.designations.imports.Exports.ExportStore;
import be.designations.imports.Exports.Exported;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExportStore implements ExportStore {

    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;

    JdbcExportStore(DataSource database) {
        // Without a fetch size the driver reads a whole result into memory.
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(FETCH_SIZE);
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public void each(Organisation organisation, Instant at, Consumer<Exported> reader) {
        try (Stream<Exported> lines = jdbc
                .sql("""
                        select p.niss, w.category, w.email, w.phone, null as role, cast('{}' as char(10)[]) as context,
                               false as everywhere, w.valid_from, w.valid_until, w.reason
                          from working_relationship w join person p on p.id = w.person_id
                         where w.organisation_id = :organisation
                           and (w.valid_until is null
                                or (w.valid_until > cast(:at as timestamptz) and w.valid_until > w.valid_from))
                        union all
                        select p.niss, null, null, null, a.role_code, a.establishment_units,
                               f.takes_context and a.establishment_units = '{}', a.valid_from, a.valid_until, a.reason
                          from quality q
                          join role_assignment a on a.quality_id = q.id
                          join role f on f.code = a.role_code
                          join person p on p.id = a.person_id
                         where q.organisation_id = :organisation
                           and (a.valid_until is null
                                or (a.valid_until > cast(:at as timestamptz) and a.valid_until > a.valid_from))
                        union all
                        select p.niss, null, null, null, null, cast('{}' as char(10)[]), false, min(l.valid_from), null, null
                          from legal_function l join person p on p.id = l.person_id
                         where l.organisation_id = :organisation
                           and (l.valid_until is null or l.valid_until > cast(:at as timestamptz))
                           and not exists (select from working_relationship w
                                            where w.organisation_id = :organisation and w.person_id = l.person_id
                                              and (w.valid_until is null
                                                   or (w.valid_until > cast(:at as timestamptz)
                                                       and w.valid_until > w.valid_from)))
                           and not exists (select from role_assignment a join quality q on q.id = a.quality_id
                                            where q.organisation_id = :organisation and a.person_id = l.person_id
                                              and (a.valid_until is null
                                                   or (a.valid_until > cast(:at as timestamptz)
                                                       and a.valid_until > a.valid_from)))
                         group by p.niss
                         order by 1, 5 nulls first, 2, 8""")
                .param("organisation", organisation.id().value())
                .param("at", Timestamp.from(at))
                .query(JdbcExportStore::exported)
                .stream()) {
            lines.forEach(reader);
        }
    }

    private static Exported exported(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new Exported(
                row.getString("niss"),
                row.getString("category"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("role"),
                List.of((String[]) row.getArray("context").getArray()),
                row.getBoolean("everywhere"),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("reason"));
    }
}
