package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.access.Qualities;
import be.designations.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes worlds in the database of the application under test, another one at each call. */
@Component
public final class TestWorlds {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final AccessModel access;
    private final Qualities qualities;

    TestWorlds(JdbcClient jdbc, Directory directory, AccessModel access, Qualities qualities) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.access = access;
        this.qualities = qualities;
    }

    public TestPeople people() {
        return new TestPeople(jdbc, directory);
    }

    public CpasWorld cpas() {
        return new CpasWorld(jdbc, directory, access);
    }

    public ManagedWorld managed() {
        return new ManagedWorld(jdbc, directory, access, qualities);
    }

    public DomainWorld domains() {
        return new DomainWorld(cpas(), directory, access, qualities);
    }

    public EnterpriseWorld enterprise() {
        return new EnterpriseWorld(jdbc, directory);
    }
}
