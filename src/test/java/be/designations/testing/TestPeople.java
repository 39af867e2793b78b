package be.designations.testing;

import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.NewPerson;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and organisations for one test, different ones at each call. */
public final class TestPeople {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The smallest number that takes four digits in base 36. */
    private static final int BASE_36_OF_FOUR_DIGITS = 36 * 36 * 36;

    private final JdbcClient jdbc;
    private final Directory directory;

    public TestPeople(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    public Person person(String firstName, Language language) {
        int number = COUNT.incrementAndGet();
        var niss = Niss.withCheckDigits(LocalDate.of(1970, 1, 1).plusDays(number), 902);
        return directory.register(new NewPerson(niss, "Test" + number, firstName, language, null, null));
    }

    /** A CPAS in a municipality of its own. */
    public Organisation cpas(String name) {
        int number = COUNT.incrementAndGet();
        String nisCode =
                "T" + Integer.toString(BASE_36_OF_FOUR_DIGITS + number, 36).toUpperCase(Locale.ROOT);
        jdbc.sql("""
                        insert into municipality (nis_code, name_fr, name_nl, province_fr, province_nl, region, languages,
                                                  postal_code, inhabitants)
                        values (:nis, :name, :name, '', '', 'WALLONIA', '{fr}', '5000', 1)""").param("nis", nisCode).param("name", name).update();
        return organisation(name, "CPAS", nisCode, number);
    }

    public Organisation enterprise(String name) {
        return organisation(name, "ENTERPRISE", null, COUNT.incrementAndGet());
    }

    public void give(Person person, LegalFunctionKind function, Organisation organisation) {
        jdbc.sql("""
                        insert into legal_function (id, organisation_id, person_id, kind, valid_from)
                        values (:id, :organisation, :person, :kind, now() - interval '1 year')""")
                .param("id", UUID.randomUUID())
                .param("organisation", organisation.id().value())
                .param("person", person.id().value())
                .param("kind", function.name())
                .update();
    }

    public void endFunctions(Person person) {
        jdbc.sql("update legal_function set valid_until = now() where person_id = :person")
                .param("person", person.id().value())
                .update();
    }

    public void disable(Person person) {
        jdbc.sql("update person set disabled_at = now() where id = :id")
                .param("id", person.id().value())
                .update();
    }

    private Organisation organisation(String name, String kind, String nisCode, int number) {
        var id = new OrganisationId(UUID.randomUUID());
        jdbc.sql("""
                        insert into organisation (id, enterprise_number, name_fr, name_nl, name_de, kind, nis_code,
                                                  letter_language, email, street, postal_code, locality, created_at)
                        values (:id, :number, :name, :name, :name, :kind, :nis, 'fr', 'info@test.example', '', '5000', '',
                                now())""")
                .param("id", id.value())
                .param(
                        "number",
                        EnterpriseNumber.withCheckDigits(9_900_000 + number).value())
                .param("name", name)
                .param("kind", kind)
                .param("nis", nisCode)
                .update();
        return directory.organisation(id);
    }
}
