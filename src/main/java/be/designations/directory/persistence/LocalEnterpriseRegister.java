package be.designations.directory.persistence;

import be.designations.directory.EnterpriseRegister;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.RegisteredFunction;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stands in for the register of enterprises: it knows the organisations and legal functions that we know. */
@Repository
class LocalEnterpriseRegister implements EnterpriseRegister {

    private static final int MOST_REPRESENTED = 100;

    private static final String SELECT = """
            select o.enterprise_number, o.name_fr, o.name_nl, o.name_de, o.street, o.postal_code, o.locality, o.stopped_on
              from organisation o\s""";

    private static final String PERSON = """
            (select id from person where niss = :niss or niss in (select niss from withdrawn_niss where replaced_by = :niss))
            """;

    private final JdbcClient jdbc;

    LocalEnterpriseRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RegisteredEnterprise> find(EnterpriseNumber number) {
        return jdbc.sql(SELECT + "where o.enterprise_number = :number and not o.provisional")
                .param("number", number.value())
                .query((row, n) -> enterprise(row))
                .optional();
    }

    @Override
    public List<RegisteredFunction> functions(EnterpriseNumber number, Niss niss) {
        return jdbc.sql("""
                        select f.kind, f.valid_from, f.valid_until
                          from legal_function f join organisation o on o.id = f.organisation_id
                         where o.enterprise_number = :number and f.person_id in\s""" + PERSON + "order by f.valid_from, f.kind")
                .param("number", number.value())
                .param("niss", niss.value())
                .query((row, n) -> {
                    Timestamp until = row.getTimestamp("valid_until");
                    return new RegisteredFunction(
                            LegalFunctionKind.valueOf(row.getString("kind")),
                            row.getTimestamp("valid_from").toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list();
    }

    @Override
    public List<RegisteredEnterprise> representedBy(Niss niss, Instant at) {
        return jdbc.sql(SELECT + "where o.id in (select f.organisation_id from legal_function f where f.person_id in "
                        + PERSON + """
                        and f.valid_from <= :at and (f.valid_until is null or f.valid_until > :at))
                        order by o.enterprise_number limit :most""")
                .param("niss", niss.value())
                .param("at", Timestamp.from(at))
                .param("most", MOST_REPRESENTED)
                .query((row, n) -> enterprise(row))
                .list();
    }

    private static RegisteredEnterprise enterprise(ResultSet row) throws SQLException {
        return new RegisteredEnterprise(
                EnterpriseNumber.of(row.getString("enterprise_number")),
                row.getString("name_fr"),
                row.getString("name_nl"),
                row.getString("name_de"),
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("locality"),
                row.getObject("stopped_on", LocalDate.class));
    }
}
