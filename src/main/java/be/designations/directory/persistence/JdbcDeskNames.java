package be.designations.directory.persistence;

import be.designations.directory.DeskNames;
import be.designations.directory.InEachLanguage;
import be.designations.directory.OrganisationKind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskNames implements DeskNames.Known {

    private final JdbcClient jdbc;

    JdbcDeskNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DeskNames.Taken> all() {
        return jdbc.sql("""
                        select desk, valid_from, name_fr, name_nl, name_de, name_en from desk_takeover
                         where withdrawn_at is null order by valid_from desc""")
                .query((row, number) -> new DeskNames.Taken(
                        OrganisationKind.valueOf(row.getString("desk")),
                        row.getTimestamp("valid_from").toInstant(),
                        new InEachLanguage(
                                row.getString("name_fr"),
                                row.getString("name_nl"),
                                row.getString("name_de"),
                                row.getString("name_en"))))
                .list();
    }
}
