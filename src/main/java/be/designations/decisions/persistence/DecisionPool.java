package be.designations.decisions.persistence;

import be.designations.decisions.DecisionProperties;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections that only decide and only read: however many applications ask, pages find theirs free. */
@Configuration(proxyBeanMethods = false)
class DecisionPool {

    static final String NAME = "decisionDataSource";

    /** Of a few rows each, found by an index: also while a table is so small that to read it whole seems cheaper. */
    private static final String KEPT_PLANS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
            + " -c enable_hashjoin=off -c enable_mergejoin=off -c enable_memoize=off"
            + " -c enable_material=off -c random_page_cost=1.1 -c jit=off";

    /** An application that waits longer is better told to come back. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toMillis(2);

    @Bean(name = NAME, defaultCandidate = false)
    DataSource decisionDataSource(JdbcConnectionDetails database, DecisionProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("decisions");
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setReadOnly(true);
        pool.setConnectionTimeout(LONGEST_WAIT);
        // The first question finds a database that may still be migrated.
        pool.setInitializationFailTimeout(-1);
        pool.setMinimumIdle(1);
        // Whole rows in messages would end in logs, NISS included.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // To plan a decision takes longer than to make it: the plan is kept, whatever the values are.
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("options", "-c statement_timeout=5s " + KEPT_PLANS);
        return pool;
    }
}
