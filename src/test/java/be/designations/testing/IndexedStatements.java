package be.designations.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.StatementType;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Fails whoever runs a statement of the application that reads the whole of a table which grows: no index serves it. Each is
 * explained once, with the first values that it is run with. The test databases prefer an index where there is one, however
 * small their tables are; so what is still read from one end to the other would be in a country too. An index of a part of a table
 * counts as a condition: of two such the planner takes either, where the tables are empty.
 */
final class IndexedStatements implements QueryExecutionListener, BeanPostProcessor {

    /** As many rows as somebody wrote down once. */
    private static final Set<String> NEVER_LARGE = Set.of(
            "access_domain",
            "application",
            "flyway_schema_history",
            "municipality",
            "prima_web_function",
            "prima_web_predefined",
            "prima_web_predefined_function",
            "prima_web_predefined_name",
            "prima_web_prerequisite",
            "prima_web_tree",
            "role",
            "role_exclusion",
            "scheduled_job");

    /**
     * The whole log is verified; a text is looked for in the middle of names of public centres for social welfare, some six hundred;
     * and in a database that holds next to no qualities, the planner reads them before what one person may open.
     */
    private static final Pattern READS_ALL_ON_PURPOSE =
            Pattern.compile("audit_event_digest\\(event\\)|where kind = 'CPAS' and enterprise_number|^with opened as");

    /** Not the engine's own, which streams what it writes: a stream is read once. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "\\s*(select|with|update|delete|insert)\\b(?!.*\\bACT_[A-Z]{2}_).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> POOLS = Set.of("dataSource", "decisionDataSource");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && POOLS.contains(name)
                ? ProxyDataSourceBuilder.create(pool).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (QueryInfo query : queries) {
            if (execution.getStatementType() == StatementType.PREPARED
                    && EXPLAINED.matcher(query.getQuery()).matches()
                    && !READS_ALL_ON_PURPOSE.matcher(query.getQuery()).find()
                    && known.add(query.getQuery())
                    && !isOfATest()) {
                List<String> read = readWhole(execution, query);
                if (!read.isEmpty()) {
                    throw new AssertionError("No index serves " + read + " in\n" + query.getQuery());
                }
            }
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Only what is about to run matters.
    }

    private List<String> readWhole(ExecutionInfo execution, QueryInfo query) {
        try (PreparedStatement explain = execution
                .getStatement()
                .getConnection()
                .prepareStatement("explain (format json) " + query.getQuery())) {
            for (ParameterSetOperation parameter : query.getParametersList().get(0)) {
                parameter.getMethod().invoke(explain, parameter.getArgs());
            }
            Map<String, String> read = new HashMap<>();
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                collect(JSON.readTree(plan.getString(1)).get(0).get("Plan"), false, read);
            }
            if (read.isEmpty()) {
                return List.of();
            }
            read.keySet().removeAll(partialIndexes(explain.getConnection()));
            if (read.values().removeAll(tooSmall(explain.getConnection()))) {
                // Where a table is next to empty one way costs as much as another: judged again later.
                known.remove(query.getQuery());
            }
            return List.copyOf(read.values());
        } catch (SQLException | IOException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(query.getQuery(), e);
        }
    }

    private static Set<String> partialIndexes(Connection connection) throws SQLException {
        return names("select indexrelid::regclass::text from pg_index where indpred is not null", connection);
    }

    /** Tables of less than eighty kilobytes. */
    private static Set<String> tooSmall(Connection connection) throws SQLException {
        return names(
                "select oid::regclass::text from pg_class where relkind = 'r' and pg_relation_size(oid) < 80 * 1024",
                connection);
    }

    private static Set<String> names(String sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            Set<String> names = new HashSet<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    /** @param limited whether it stops after a page, in the order of the index */
    private static void collect(JsonNode node, boolean limited, Map<String, String> read) {
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText().toLowerCase(Locale.ROOT);
        boolean whole = type.equals("Seq Scan") || (type.startsWith("Index") && !node.has("Index Cond") && !limited);
        if (whole && !table.isEmpty() && !NEVER_LARGE.contains(table)) {
            read.put(node.path("Index Name").asText(table), table);
        }
        for (JsonNode child : node.path("Plans")) {
            collect(child, limited || type.equals("Limit"), read);
        }
    }

    /** What a test asks the database itself costs nobody anything. */
    private static boolean isOfATest() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(caller ->
                                caller.getName().startsWith("be.designations.") && caller != IndexedStatements.class)
                        .findFirst()
                        .map(IndexedStatements::isTestCode)
                        .orElse(true));
    }

    private static boolean isTestCode(Class<?> caller) {
        CodeSource source = caller.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().getPath().contains("test-classes");
    }
}
