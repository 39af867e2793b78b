package be.designations.testing;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An enterprise that does not take part in CSAM yet, with two people who represent it; each call makes another one. */
public final class EnterpriseWorld {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final TestPeople people;

    public final Organisation enterprise;
    /** Speaks French. */
    public final Person director;
    /** Speaks Dutch. */
    public final Person otherDirector;
    /** Known to the National Register, tied to nothing; speaks Dutch. */
    public final Person stranger;

    EnterpriseWorld(JdbcClient jdbc, Directory directory, TestPeople people) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.people = people;
        enterprise = people.enterprise("Alpha");
        director = person("Diane", Language.FR);
        otherDirector = person("Dirk", Language.NL);
        people.give(director, LegalFunctionKind.DIRECTOR, enterprise);
        people.give(otherDirector, LegalFunctionKind.DIRECTOR, enterprise);
        stranger = person("Stijn", Language.NL);
    }

    public Person person(String firstName, Language language) {
        Person person = people.person(firstName, language);
        directory.changeContact(
                person.id(),
                firstName.toLowerCase(language.locale())
                        + person.id().value().toString().substring(0, 8) + "@test.example",
                null,
                language);
        return directory.person(person.id());
    }

    /** Acts for nobody in particular, recognised by the eID. */
    public static Actor as(Person person) {
        return new Actor(person.id(), null, SignInLevel.EID);
    }

    public void give(Person person, LegalFunctionKind kind) {
        people.give(person, kind, enterprise);
    }

    /** The person's functions hold no longer since that instant. */
    public void endFunctions(Person person, Instant at) {
        jdbc.sql("update legal_function set valid_until = :at where person_id = :person")
                .param("at", java.sql.Timestamp.from(at))
                .param("person", person.id().value())
                .update();
    }

    /** The person's functions hold from that instant on only. */
    public void beginFunctions(Person person, Instant at) {
        jdbc.sql("update legal_function set valid_from = :at where person_id = :person")
                .param("at", java.sql.Timestamp.from(at))
                .param("person", person.id().value())
                .update();
    }

    public void stop(LocalDate day) {
        jdbc.sql("update organisation set stopped_on = :day where id = :id")
                .param("day", day)
                .param("id", enterprise.id().value())
                .update();
    }

    /** How many rows of that table are about the enterprise. */
    public int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where organisation_id = :id")
                .param("id", enterprise.id().value())
                .query(Integer.class)
                .single();
    }

    public UUID id() {
        return enterprise.id().value();
    }
}
