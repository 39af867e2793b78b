package be.designations.casework.persistence;

import be.designations.access.QualityId;
import be.designations.directory.Language;
import be.designations.directory.OrganisationName;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what several tables have. */
final class Columns {

    /** The name of the organisation that a line is about, of the table {@code organisation o}. */
    static final String NAMES = "o.name_fr, o.name_nl, o.name_de, o.letter_language";

    private Columns() {}

    static OrganisationName name(ResultSet row) throws SQLException {
        return new OrganisationName(
                row.getString("name_fr"),
                row.getString("name_nl"),
                row.getString("name_de"),
                Language.of(row.getString("letter_language")));
    }

    static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    /** Of a column {@code quality_id}. */
    static @Nullable QualityId quality(ResultSet row) throws SQLException {
        UUID id = row.getObject("quality_id", UUID.class);
        return id == null ? null : new QualityId(id);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
