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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
            "role",
            "role_exclusion",
            "scheduled_job");

    /** The whole log is verified; and a text is looked for in the middle of names of entities, some ten thousand. */
    private static final Pattern READS_ALL_ON_PURPOSE =
            Pattern.compile("audit_event_digest\\(event\\)|strpos\\(lower\\(name_fr\\)");

    /** Not the engine's own, which streams what it writes: a stream is read once. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "\\s*(select|with|update|delete|insert)\\b(?!.*\\bACT_[A-Z]{2}_).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && name.equals("dataSource")
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

    private static List<String> readWhole(ExecutionInfo execution, QueryInfo query) {
        try (PreparedStatement explain = execution
                .getStatement()
                .getConnection()
                .prepareStatement("explain (format json) " + query.getQuery())) {
            for (ParameterSetOperation parameter : query.getParametersList().get(0)) {
                parameter.getMethod().invoke(explain, parameter.getArgs());
            }
            List<String> read = new ArrayList<>();
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                collect(JSON.readTree(plan.getString(1)).get(0).get("Plan"), false, read);
            }
            if (!read.isEmpty()) {
                read.removeIf(partialIndexes(explain.getConnection())::contains);
            }
            return read;
        } catch (SQLException | IOException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(query.getQuery(), e);
        }
    }

    private static Set<String> partialIndexes(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select indexrelid::regclass::text from pg_index where indpred is not null");
                ResultSet names = statement.executeQuery()) {
            Set<String> partial = new HashSet<>();
            while (names.next()) {
                partial.add(names.getString(1));
            }
            return partial;
        }
    }

    /** @param limited whether it stops after a page, in the order of the index */
    private static void collect(JsonNode node, boolean limited, List<String> read) {
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText().toLowerCase(Locale.ROOT);
        boolean whole = type.equals("Seq Scan") || (type.startsWith("Index") && !node.has("Index Cond") && !limited);
        if (whole && !table.isEmpty() && !NEVER_LARGE.contains(table)) {
            read.add(node.path("Index Name").asText(table));
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
