package be.designations.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys the process models that changed, under a lock of the database: two nodes that start at once would otherwise
 * both see no earlier deployment and deploy everything twice.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {

    private static final long LOCK = 0x44657369676eL;

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    ProcessDeployment(
            RepositoryService repository,
            ResourcePatternResolver resources,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.repository = repository;
        this.resources = resources;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // A node that starts second waits as long as the first one takes.
            jdbc.sql("set local lock_timeout = 0").update();
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> "")
                    .list();
            deploy();
        });
    }

    private void deploy() {
        var deployment = repository.createDeployment().name("designations").enableDuplicateFiltering(true);
        try {
            for (Resource model : resources.getResources("classpath*:bpmn/*.bpmn")) {
                deployment.addInputStream(model.getFilename(), model.getInputStream());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }
}
