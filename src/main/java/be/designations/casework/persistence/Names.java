package be.designations.casework.persistence;

import be.designations.directory.Language;
import be.designations.directory.OrganisationName;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The name of the organisation that a line is about. */
final class Names {

    /** Of the table {@code organisation o}. */
    static final String COLUMNS = "o.name_fr, o.name_nl, o.name_de, o.letter_language";

    private Names() {}

    static OrganisationName of(ResultSet row) throws SQLException {
        return new OrganisationName(
                row.getString("name_fr"),
                row.getString("name_nl"),
                row.getString("name_de"),
                Language.of(row.getString("letter_language")));
    }
}
