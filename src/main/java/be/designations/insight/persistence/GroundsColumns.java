package be.designations.insight.persistence;

import be.designations.access.BasisId;
import be.designations.directory.PersonId;
import be.designations.insight.Grounds;
import be.designations.insight.NamedPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a decision, with who took it and in which dossier, along with the row that rests on it. */
final class GroundsColumns {

    private GroundsColumns() {}

    /** @param alias of the basis; the same as handed to {@link #join} */
    static String columns(String alias) {
        return """
                %1$s.id as %1$s_id, %1$s.operation as %1$s_operation, %1$s.decided_at as %1$s_decided_at,
                %1$s.legal_basis as %1$s_legal_basis, %1$s.reason as %1$s_reason, %1$s.decided_by as %1$s_decided_by,
                %1$s_person.first_name || ' ' || %1$s_person.last_name as %1$s_decided_by_name,
                (select p.first_name || ' ' || p.last_name from person p where p.id = %1$s.in_place_of) as %1$s_in_place_of,
                %1$s_case.dossier_number as %1$s_dossier,
                (select l.reference from letter l where l.basis_id = %1$s.id) as %1$s_letter
                """.formatted(alias);
    }

    /** @param column that holds the id of the basis, null where there is none */
    static String join(String alias, String column) {
        return """

                left join basis %1$s on %1$s.id = %2$s
                left join person %1$s_person on %1$s_person.id = %1$s.decided_by
                left join case_file %1$s_case on %1$s_case.id = %1$s.case_id
                """.formatted(alias, column);
    }

    static @Nullable Grounds readIfAny(ResultSet row, String alias) throws SQLException {
        return row.getObject(alias + "_id") == null ? null : read(row, alias);
    }

    static Grounds read(ResultSet row, String alias) throws SQLException {
        UUID decidedBy = row.getObject(alias + "_decided_by", UUID.class);
        Timestamp decidedAt = row.getTimestamp(alias + "_decided_at");
        return new Grounds(
                new BasisId(row.getObject(alias + "_id", UUID.class)),
                row.getString(alias + "_operation"),
                decidedAt.toInstant(),
                decidedBy == null
                        ? null
                        : new NamedPerson(new PersonId(decidedBy), row.getString(alias + "_decided_by_name"), null),
                row.getString(alias + "_in_place_of"),
                row.getString(alias + "_legal_basis"),
                row.getString(alias + "_reason"),
                row.getString(alias + "_dossier"),
                row.getString(alias + "_letter"),
                null);
    }
}
