package be.designations.testing;

import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.NewPerson;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and organisations for one test, different ones at each call. */
public final class TestPeople {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger CROWD = new AtomicInteger();

    /** The smallest number that takes four digits in base 36. */
    private static final int BASE_36_OF_FOUR_DIGITS = 36 * 36 * 36;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final IntFunction<String> lastNames;

    public TestPeople(JdbcClient jdbc, Directory directory) {
        this(jdbc, directory, number -> "Test" + number);
    }

    /** @param lastNames the last name of somebody by a number that nobody else has */
    TestPeople(JdbcClient jdbc, Directory directory, IntFunction<String> lastNames) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.lastNames = lastNames;
    }

    public Person person(String firstName, Language language) {
        int number = COUNT.incrementAndGet();
        var niss = Niss.withCheckDigits(LocalDate.of(1970, 1, 1).plusDays(number), 902);
        return directory.register(new NewPerson(niss, lastNames.apply(number), firstName, language, null, null));
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

    /** Ties that person to the organisation since 2018. */
    public void tie(Person person, Organisation organisation, RelationshipCategory category, @Nullable Instant until) {
        jdbc.sql("""
                        insert into working_relationship
                            (id, organisation_id, person_id, category, valid_from, valid_until)
                        values (gen_random_uuid(), :organisation, :person, :category, timestamptz '2018-01-01 00:00:00Z', :until)""")
                .param("organisation", organisation.id().value())
                .param("person", person.id().value())
                .param("category", category.name())
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    /** Makes that person local manager of the quality of a school, in so many of them. */
    public void manageSchools(Person person, int number) {
        for (int i = 0; i < number; i++) {
            Organisation school = enterprise("École " + i);
            jdbc.sql("""
                            with quality as (
                                insert into quality (id, organisation_id, kind, identifier, activated_at)
                                values (gen_random_uuid(), :organisation, 'YOUTH_CARE', :number, now()) returning id)
                            insert into responsibility
                                (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
                            select gen_random_uuid(), 'LOCAL_MANAGER', :organisation, id, :person,
                                   now() - interval '1 day', (select id from basis limit 1) from quality""")
                    .param("organisation", school.id().value())
                    .param("number", school.enterpriseNumber().value())
                    .param("person", person.id().value())
                    .update();
        }
    }

    /** Blocks all that the person is, since an hour. */
    public void block(Person person) {
        jdbc.sql("""
                        insert into responsibility_block (id, responsibility_id, blocked_from, basis_id)
                        select gen_random_uuid(), id, now() - interval '1 hour', basis_id
                          from responsibility where person_id = :person""").param("person", person.id().value()).update();
    }

    /** So many people called Marie and by that last name, in a statement: they may be thousands. */
    public List<UUID> crowd(int number, String lastName) {
        return jdbc.sql("""
                        insert into person (id, niss, last_name, first_name, language)
                        select gen_random_uuid(), niss, :name, 'Marie', 'fr' from unnest(:niss) niss returning id""")
                .param("name", lastName)
                .param(
                        "niss",
                        IntStream.range(0, number)
                                .mapToObj(i -> Niss.withCheckDigits(
                                                LocalDate.of(1930, 1, 1).plusDays(CROWD.incrementAndGet()), 700)
                                        .value())
                                .toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** What the sessions of that person keep, byte for byte. */
    public List<String> sessions(Person person) {
        return jdbc.sql("""
                        select a.attribute_bytes from spring_session_attributes a
                          join spring_session s on s.primary_id = a.session_primary_id
                         where s.principal_name = :name""")
                .param("name", person.id().toString())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
    }

    public Person rename(Person person, String lastName) {
        jdbc.sql("update person set last_name = :name where id = :id")
                .param("name", lastName)
                .param("id", person.id().value())
                .update();
        return directory.person(person.id());
    }

    public void speaks(Person person, Language language) {
        jdbc.sql("update person set language = :language where id = :id")
                .param("language", language.code())
                .param("id", person.id().value())
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
