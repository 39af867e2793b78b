package be.designations.directory.persistence;

import be.designations.directory.CpasSearch;
import be.designations.identifier.EnterpriseNumber;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the CPAS, of which there is one a municipality: few enough to look at each. */
@Repository
class JdbcCpasSearch implements CpasSearch {

    private final JdbcClient jdbc;

    JdbcCpasSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> find(String text, @Nullable EnterpriseNumber after, int size) {
        String typed = text.strip();
        return jdbc.sql("""
                        select enterprise_number, name_fr, name_nl, name_de, nis_code
                          from organisation
                         where kind = 'CPAS' and enterprise_number > :after
                           and (strpos(lower(name_fr), :text) > 0 or strpos(lower(name_nl), :text) > 0
                                or strpos(lower(name_de), :text) > 0 or nis_code = :code or enterprise_number = :number)
                         order by enterprise_number limit :size""")
                .param("after", after == null ? "" : after.value())
                .param("text", typed.toLowerCase(Locale.ROOT))
                .param("code", typed)
                .param(
                        "number",
                        EnterpriseNumber.parse(typed)
                                .map(EnterpriseNumber::value)
                                .orElse(""))
                .param("size", size)
                .query((row, number) -> new Found(
                        new EnterpriseNumber(row.getString("enterprise_number")),
                        row.getString("name_fr"),
                        row.getString("name_nl"),
                        row.getString("name_de"),
                        row.getString("nis_code")))
                .list();
    }
}
