package be.designations.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the engine and of the sessions are ours to create: the libraries' own schema updates are off. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    JavaMigration engineTables() {
        String folder = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
        return new JarScriptMigration(
                "001",
                "create process engine tables",
                List.of(
                        folder + "engine.sql",
                        folder + "history.sql",
                        folder + "identity.sql",
                        folder + "decision.engine.sql",
                        folder + "decision.history.sql"));
    }

    @Bean
    JavaMigration sessionTables() {
        return new JarScriptMigration(
                "011", "create session tables", List.of("org/springframework/session/jdbc/schema-postgresql.sql"));
    }

    /** Without this the engine starts first and Flyway then refuses a schema that is not empty. */
    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor engineAfterMigrations() {
        return new AbstractDependsOnBeanFactoryPostProcessor(
                ProcessEngine.class, ProcessEngineFactoryBean.class, FlywayMigrationInitializer.class) {};
    }
}
