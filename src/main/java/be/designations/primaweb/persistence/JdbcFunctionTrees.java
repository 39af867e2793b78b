package be.designations.primaweb.persistence;

import be.designations.access.Translated;
import be.designations.directory.OrganisationId;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.FunctionTrees;
import be.designations.primaweb.PredefinedProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFunctionTrees implements FunctionTrees {

    private final JdbcClient jdbc;

    JdbcFunctionTrees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FunctionTree current() {
        int[] version = {0};
        List<Node> nodes = jdbc.sql("""
                        select f.*, (select max(t.version) from prima_web_tree t) as version,
                               array(select n.needs_code from prima_web_prerequisite n
                                      where n.function_code = f.code order by n.needs_code) as needs
                          from prima_web_function f
                         order by f.position, f.code""")
                .query((row, number) -> {
                    version[0] = row.getInt("version");
                    return node(row);
                })
                .list();
        return new FunctionTree(version[0], nodes);
    }

    private static Node node(ResultSet row) throws SQLException {
        List<String> fr = texts(row, "names_fr");
        List<String> nl = texts(row, "names_nl");
        List<String> de = texts(row, "names_de");
        List<Translated> names = new ArrayList<>();
        for (int i = 0; i < fr.size(); i++) {
            names.add(new Translated(fr.get(i), nl.get(i), de.get(i)));
        }
        return new Node(
                row.getString("code"),
                row.getString("parent_code"),
                row.getBoolean("is_block"),
                row.getBoolean("is_closed"),
                names,
                Set.copyOf(texts(row, "needs")),
                row.getObject("until_version") != null);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    @Override
    public List<PredefinedProfile> predefined(OrganisationId cpas) {
        return jdbc.sql("""
                        select p.code, n.name_fr, n.name_nl, n.name_de,
                               array(select f.function_code from prima_web_predefined_function f
                                      where f.predefined_code = p.code) as functions
                          from prima_web_predefined p
                          left join organisation o on o.id = :cpas
                          left join municipality m on m.nis_code = o.nis_code
                          join lateral (select * from prima_web_predefined_name n
                                         where n.predefined_code = p.code and n.region in (coalesce(m.region, ''), '')
                                         order by n.region desc limit 1) n on true
                         order by p.position""")
                .param("cpas", cpas.value())
                .query((row, number) ->
                        new PredefinedProfile(row.getString("code"), name(row), Set.copyOf(texts(row, "functions"))))
                .list();
    }

    private static Translated name(ResultSet row) throws SQLException {
        return new Translated(row.getString("name_fr"), row.getString("name_nl"), row.getString("name_de"));
    }
}
