package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.access.Qualities;
import be.designations.directory.Directory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes worlds in the database of the application under test, another one at each call. */
@Component
public final class TestWorlds {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final AccessModel access;
    private final Qualities qualities;
    private final TestPeople people;

    @Autowired
    TestWorlds(JdbcClient jdbc, Directory directory, AccessModel access, Qualities qualities) {
        this(jdbc, directory, access, qualities, new TestPeople(jdbc, directory));
    }

    private TestWorlds(
            JdbcClient jdbc, Directory directory, AccessModel access, Qualities qualities, TestPeople people) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.access = access;
        this.qualities = qualities;
        this.people = people;
    }

    /** Whose people have these last names, one after another and round again. */
    public TestWorlds named(List<String> lastNames) {
        AtomicInteger next = new AtomicInteger();
        return new TestWorlds(
                jdbc,
                directory,
                access,
                qualities,
                new TestPeople(jdbc, directory, number -> lastNames.get(next.getAndIncrement() % lastNames.size())));
    }

    public TestPeople people() {
        return people;
    }

    public CpasWorld cpas() {
        return new CpasWorld(jdbc, directory, access, people);
    }

    public ManagedWorld managed() {
        return new ManagedWorld(cpas(), directory, access, qualities);
    }

    public DomainWorld domains() {
        return new DomainWorld(cpas(), directory, access, qualities);
    }

    public EnterpriseWorld enterprise() {
        return new EnterpriseWorld(jdbc, directory, people);
    }
}
