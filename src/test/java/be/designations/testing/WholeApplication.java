package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.directory.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An {@link IntegrationTest} with what most of them need: people, what these do, see and are told, and the database. */
@IntegrationTest
public abstract class WholeApplication {

    @Autowired
    protected TestWorlds worlds;

    @Autowired
    protected DossierActs acts;

    @Autowired
    protected Browsers browsers;

    @Autowired
    protected ApiCaller api;

    @Autowired
    protected Mails mails;

    @Autowired
    protected StuckRows stuckRows;

    @Autowired
    protected Directory directory;

    @Autowired
    protected AccessModel access;

    @Autowired
    protected JdbcClient jdbc;
}
