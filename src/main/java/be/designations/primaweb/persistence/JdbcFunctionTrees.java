package be.designations.primaweb.persistence;

import be.designations.access.Translated;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.primaweb.FunctionDetails;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.FunctionTrees;
import be.designations.primaweb.PredefinedProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFunctionTrees implements FunctionTrees {

    /** The place after all others of {@code :block}. */
    private static final String LAST = """
            coalesce((select max(l.position) + 1 from prima_web_function l
                       where l.parent_code is not distinct from cast(:block as text)), 1)""";

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
    public List<PredefinedProfile> predefined(@Nullable OrganisationId cpas) {
        return jdbc.sql("""
                        select p.code, n.name_fr, n.name_nl, n.name_de,
                               array(select f.function_code from prima_web_predefined_function f
                                      where f.predefined_code = p.code) as functions
                          from prima_web_predefined p
                          left join organisation o on o.id = cast(:cpas as uuid)
                          left join municipality m on m.nis_code = o.nis_code
                          join lateral (select * from prima_web_predefined_name n
                                         where n.predefined_code = p.code and n.region in (coalesce(m.region, ''), '')
                                         order by n.region desc limit 1) n on true
                         order by p.position""")
                .param("cpas", cpas == null ? null : cpas.value())
                .query((row, number) ->
                        new PredefinedProfile(row.getString("code"), name(row), Set.copyOf(texts(row, "functions"))))
                .list();
    }

    private static Translated name(ResultSet row) throws SQLException {
        return new Translated(row.getString("name_fr"), row.getString("name_nl"), row.getString("name_de"));
    }

    @Override
    public void lock() {
        jdbc.sql("select version from prima_web_tree where version = 1 for update")
                .query()
                .listOfRows();
    }

    @Override
    public void begin(int version, PersonId by, Instant at) {
        jdbc.sql("insert into prima_web_tree (version, changed_at, changed_by) values (:version, :at, :by)")
                .param("version", version)
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
    }

    @Override
    public void add(String code, boolean block, FunctionDetails details, int version) {
        details(jdbc.sql("""
                        insert into prima_web_function
                            (code, parent_code, position, is_block, is_closed, names_fr, names_nl, names_de, since_version)
                        select :code, cast(:block as text), %s, :isBlock, false, :fr, :nl, :de, :version""".formatted(LAST)).param("version", version).param("isBlock", block), code, details)
                .update();
        need(code, details);
    }

    @Override
    public void change(String code, FunctionDetails details) {
        details(jdbc.sql("""
                        update prima_web_function
                           set position = case when parent_code is distinct from cast(:block as text) then %s else position end,
                               parent_code = cast(:block as text), names_fr = :fr, names_nl = :nl, names_de = :de
                         where code = :code""".formatted(LAST)), code, details).update();
        jdbc.sql("delete from prima_web_prerequisite where function_code = :code")
                .param("code", code)
                .update();
        need(code, details);
    }

    private static JdbcClient.StatementSpec details(
            JdbcClient.StatementSpec statement, String code, FunctionDetails details) {
        return statement
                .param("code", code)
                .param("block", details.block())
                .param("fr", details.names().stream().map(Translated::fr).toArray(String[]::new))
                .param("nl", details.names().stream().map(Translated::nl).toArray(String[]::new))
                .param("de", details.names().stream().map(Translated::de).toArray(String[]::new));
    }

    private void need(String code, FunctionDetails details) {
        jdbc.sql(
                        "insert into prima_web_prerequisite (function_code, needs_code) select :code, unnest(cast(:needs as text[]))")
                .param("code", code)
                .param("needs", details.needs().toArray(String[]::new))
                .update();
    }

    @Override
    public void withdraw(Set<String> codes, int version) {
        jdbc.sql("update prima_web_function set until_version = :version where code in (:codes)")
                .param("codes", codes)
                .param("version", version)
                .update();
        jdbc.sql("delete from prima_web_predefined_function where function_code in (:codes)")
                .param("codes", codes)
                .update();
    }

    @Override
    public void propose(String predefined, Set<String> functions) {
        jdbc.sql("delete from prima_web_predefined_function where predefined_code = :code")
                .param("code", predefined)
                .update();
        jdbc.sql("""
                        insert into prima_web_predefined_function (predefined_code, function_code)
                        select :code, unnest(cast(:functions as text[]))""")
                .param("code", predefined)
                .param("functions", functions.toArray(String[]::new))
                .update();
    }
}
