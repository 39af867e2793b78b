package be.designations.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.Mandate;
import be.designations.figures.PublicContact;
import be.designations.figures.PublicContacts;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.reference.ReferenceData;
import be.designations.reference.ReferenceOrganisations;
import be.designations.testing.StoredRule;
import be.designations.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DemoDataIT {

    private static TestDatabase loaded;

    private TestDatabase database;

    private final DemoPeople people = DemoPeople.read();
    private AnnotationConfigApplicationContext context;
    private JdbcTemplate jdbc;
    private ReferenceData referenceData;
    private DemoData demoData;

    @BeforeAll
    static void loadOnce() {
        loaded = TestDatabase.migrated();
        DemoDataIT first = new DemoDataIT();
        first.use(loaded);
        first.load();
        first.context.close();
    }

    @AfterAll
    static void drop() {
        loaded.close();
    }

    @BeforeEach
    void useACopy() {
        use(loaded.copy());
    }

    private void use(TestDatabase one) {
        database = one;
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, database::ownersPool);
        context.register(Slice.class);
        context.refresh();
        jdbc = context.getBean(JdbcTemplate.class);
        referenceData = context.getBean(ReferenceData.class);
        demoData = new DemoData(jdbc, context.getBean(TransactionTemplate.class), people, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void everybody_has_the_capacities_that_they_say() {
        Capacities capacities = context.getBean(Capacities.class);
        for (DemoPerson person : people.named()) {
            assertThat(capacities.of(person.id()))
                    .as(person.key())
                    .extracting(Capacity::kind, Capacity::organisation)
                    .containsExactlyInAnyOrderElementsOf(person.holdings().stream()
                            .flatMap(holding -> capacity(holding).map(kind -> tuple(kind, holding.organisation())))
                            .toList());
        }
        assertThat(capacities.of(people.find("rae-21004").orElseThrow().id()))
                .extracting(Capacity::kind)
                .containsExactly(CapacityKind.PRINCIPAL_ACCESS_MANAGER);
    }

    @Test
    void everybody_is_found_by_niss_and_works_where_they_hold_something() {
        Directory directory = context.getBean(Directory.class);
        var now = Clock.systemUTC().instant();
        for (DemoPerson person : people.named()) {
            var found = directory.findPerson(person.niss()).orElseThrow();
            assertThat(found.id()).isEqualTo(person.id());
            assertThat(found.displayName()).isEqualTo(person.name());
            assertThat(found.language()).isEqualTo(person.language());
            assertThat(people.organisations(person)).isNotEmpty().allSatisfy(organisation -> {
                assertThat(directory.hasWorkingRelationship(person.id(), organisation.id(), now))
                        .isTrue();
                assertThat(directory.organisation(organisation.id())).isEqualTo(organisation);
            });
        }
        assertThat(count("select count(*) from person p where not exists "
                        + "(select 1 from working_relationship w where w.person_id = p.id)"))
                .isZero();
    }

    @Test
    void users_have_the_rights_of_their_roles() {
        assertThat(jdbc.queryForList(
                        "select role_code from role_assignment where person_id = ? order by role_code",
                        String.class,
                        people.find("namur-user-1").orElseThrow().id().value()))
                .containsExactly("SOCIAL_WORKER", "UNIQUE_REPORT_STAFF");
    }

    @Test
    void the_external_officer_serves_three_cpas_for_36_hours() {
        DpdRegister register = context.getBean(DpdRegister.class);
        PersonId officer = people.find("external-dpd").orElseThrow().id();
        var now = Clock.systemUTC().instant();
        assertThat(List.of("91034", "91030", "92003"))
                .allSatisfy(nis -> assertThat(register.runningMandate(ReferenceOrganisations.cpas(nis), now))
                        .map(Mandate::person)
                        .contains(officer));
        assertThat(register.hoursElsewhere(officer, ReferenceOrganisations.cpas("91114"), now))
                .isEqualByComparingTo("36");
        assertThat(register.runningMandate(ReferenceOrganisations.cpas("91114"), now))
                .isEmpty();
    }

    @Test
    void every_cpas_has_its_quality_and_nobody_holds_anything_without_a_basis_of_the_reference_data() {
        assertThat(count("select count(*) from quality where kind = 'SOCIAL_ACTION'"))
                .isEqualTo(581);
        assertThat(count("select count(*) from quality where kind = 'PPL_EMPLOYER'"))
                .isEqualTo(7);
        assertThat(count("""
                        select count(*) from (select basis_id from responsibility
                            union all select basis_id from dpd_mandate
                            union all select basis_id from role_assignment
                            union all select basis_id from desk_head) held
                          join basis b on b.id = held.basis_id
                         where b.operation <> 'reference-data' or b.case_id is not null""")).isZero();
        assertThat(count("select count(*) from basis"))
                .isEqualTo(count("select (select count(*) from responsibility) + (select count(*) from dpd_mandate) "
                        + "+ (select count(*) from role_assignment) + (select count(*) from desk_head)"));
    }

    @Test
    void no_enterprise_number_is_that_of_a_real_organisation() {
        assertThat(jdbc.queryForList("select enterprise_number from organisation", String.class))
                .hasSize(589)
                .allMatch(EnterpriseNumber::isValid)
                .allMatch(number -> number.startsWith("0999"));
    }

    /** The demonstration keeps the rules of the product. */
    @ParameterizedTest
    @EnumSource(StoredRule.class)
    void every_row_keeps_the_rule_and_one_that_breaks_it_is_found(StoredRule rule) {
        assertThat(rule.brokenRows(jdbc)).isEmpty();

        rule.breakRows(jdbc);

        assertThat(rule.brokenRows(jdbc)).isNotEmpty();
    }

    /** B5 */
    @Test
    void every_establishment_has_a_valid_number() {
        assertThat(jdbc.queryForList("select number from establishment_unit", String.class))
                .isNotEmpty()
                .allMatch(EstablishmentUnitNumber::isValid);
    }

    @Test
    void a_second_start_loads_nothing_twice() {
        Map<String, Long> first = counts();

        load();

        assertThat(counts()).isEqualTo(first).containsEntry("municipality", 581L);
    }

    @Test
    void what_was_changed_since_stays_at_the_next_start() {
        jdbc.update("update responsibility set valid_until = now() where kind = 'CO_LOCAL_MANAGER'");
        jdbc.update("update person set email = 'new@place.example' where last_name = 'Lentz'");

        load();

        assertThat(count("select count(*) from responsibility where kind = 'CO_LOCAL_MANAGER' and valid_until is null"))
                .isZero();
        assertThat(count("select count(*) from person where email = 'new@place.example'"))
                .isEqualTo(1);
    }

    @Test
    void of_two_nodes_that_start_at_once_one_loads() throws Exception {
        close();
        use(TestDatabase.migrated());
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> start = () -> {
                load();
                return null;
            };
            for (var node : nodes.invokeAll(List.of(start, start))) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(counts()).containsEntry("municipality", 581L).containsEntry("person", (long)
                people.all().size());
    }

    /** The names of municipalities are words that people are called by, too: they are taken away first. */
    @Test
    void what_everybody_may_read_of_officers_names_nobody() {
        context.registerBean(PublicContacts.class);
        List<PublicContact> contacts = context.getBean(PublicContacts.class).all();

        assertThat(contacts).hasSize(581);
        assertThat(contacts).filteredOn(contact -> contact.mailbox() != null).isNotEmpty();
        String mailboxes = contacts.stream()
                .map(PublicContact::mailbox)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        assertThat(people.all()).allSatisfy(person -> assertThat(mailboxes)
                .doesNotContain(person.niss().value())
                .doesNotContain(person.email().toLowerCase(Locale.ROOT))
                .doesNotContainPattern("\\b" + person.lastName().toLowerCase(Locale.ROOT) + "\\b"));
    }

    private void load() {
        referenceData.load();
        demoData.load();
    }

    private static Stream<CapacityKind> capacity(Holding holding) {
        return switch (holding.kind()) {
            case DPD, EXTERNAL_DPD -> Stream.of(CapacityKind.LOCAL_MANAGER);
            case STAFF, FORMER_DIRECTOR, COMING_DIRECTOR -> Stream.of();
            case USER_OF_SUBDIVISION -> Stream.of(CapacityKind.USER);
            case DPD_REVIEWER, DPD_APPROVER, SUPPORT_AGENT ->
                Stream.of(CapacityKind.USER, CapacityKind.valueOf(holding.kind().name()));
            default -> Stream.of(CapacityKind.valueOf(holding.kind().name()));
        };
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : List.of(
                "municipality",
                "organisation",
                "quality",
                "person",
                "working_relationship",
                "legal_function",
                "basis",
                "dpd_mandate",
                "responsibility",
                "role_assignment")) {
            counts.put(table, count("select count(*) from " + table));
        }
        return counts;
    }

    private long count(String query) {
        Long count = jdbc.queryForObject(query, Long.class);
        return count == null ? 0 : count;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "be.designations.directory",
                "be.designations.access",
                "be.designations.dpd.persistence",
                "be.designations.figures.persistence",
                "be.designations.reference"
            },
            lazyInit = true)
    static class Slice {

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        TransactionTemplate transaction(DataSource dataSource) {
            return new TransactionTemplate(new JdbcTransactionManager(dataSource));
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
