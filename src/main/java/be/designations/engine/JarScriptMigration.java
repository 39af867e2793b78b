package be.designations.engine;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Runs the table definitions that a library brings inside its jar, as one of our migrations. */
final class JarScriptMigration implements JavaMigration {

    private final MigrationVersion version;
    private final String description;
    private final List<String> scripts;

    JarScriptMigration(String version, String description, List<String> scripts) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
        this.scripts = List.copyOf(scripts);
    }

    @Override
    public MigrationVersion getVersion() {
        return version;
    }

    @Override
    public String getDescription() {
        return description;
    }

    /** None: the library's version stands in the pom. */
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        var populator = new ResourceDatabasePopulator();
        scripts.forEach(script -> populator.addScript(new ClassPathResource(script)));
        populator.execute(new SingleConnectionDataSource(context.getConnection(), true));
    }
}
