package be.designations.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQL typed by hand does not get round the rules either. */
class AccessModelConstraintsIT {

    private static final String LONG_AGO = "2020-01-01";
    private static final String LAST_YEAR = "2025-01-01";
    private static final String TODAY = "2026-03-02";

    private static final String NOT_THE_OFFICER = "the local manager of Social action must hold a running DPD mandate";

    private static TestDatabase database;
    private static Connection connection;
    private static int count;

    private final UUID cpas = UUID.randomUUID();
    private final UUID socialAction = UUID.randomUUID();
    private final UUID youthCare = UUID.randomUUID();
    private final UUID basis = UUID.randomUUID();
    private UUID officer;
    private UUID anybody;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.migrated();
        connection = database.dataSource().getConnection();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        database.close();
    }

    @BeforeEach
    void aCpasWithTwoQualities() throws SQLException {
        int number = ++count;
        typed("""
                insert into municipality (nis_code, name_fr, name_nl, province_fr, province_nl, region, languages,
                                          postal_code, inhabitants)
                values ('%05d', 'A', 'A', '', '', 'WALLONIA', '{fr}', '5000', 1)""", number);
        typed("""
                insert into organisation (id, enterprise_number, name_fr, name_nl, name_de, kind, nis_code, letter_language,
                                          email, street, postal_code, locality, created_at)
                values ('%s', '%010d', 'CPAS', 'OCMW', 'ÖSHZ', 'CPAS', '%05d', 'fr', '', '', '5000', '', now())""", cpas, number, number);
        typed("insert into basis (id, operation, decided_at) values ('%s', 'typed', now())", basis);
        quality(socialAction, "SOCIAL_ACTION");
        quality(youthCare, "YOUTH_CARE");
        officer = person();
        anybody = person();
    }

    @Test
    void nobody_becomes_local_manager_of_social_action_without_a_running_mandate() {
        refused(NOT_THE_OFFICER, () -> localManager(anybody, socialAction, TODAY));
    }

    @Test
    void the_officer_becomes_local_manager_of_social_action() throws SQLException {
        mandate(officer, LONG_AGO, "null");

        localManager(officer, socialAction, TODAY);

        assertThat(localManagers()).isOne();
    }

    @Test
    void other_qualities_ask_for_no_mandate() throws SQLException {
        localManager(anybody, youthCare, TODAY);

        assertThat(localManagers()).isOne();
    }

    @Test
    void the_mandate_of_somebody_else_does_not_do() throws SQLException {
        mandate(officer, LONG_AGO, "null");

        refused(NOT_THE_OFFICER, () -> localManager(anybody, socialAction, TODAY));
    }

    @Test
    void a_mandate_that_has_ended_or_has_not_begun_does_not_do() throws SQLException {
        mandate(officer, LONG_AGO, "'" + LAST_YEAR + "'");
        refused(NOT_THE_OFFICER, () -> localManager(officer, socialAction, TODAY));

        mandate(anybody, "2027-01-01", "null");
        refused(NOT_THE_OFFICER, () -> localManager(anybody, socialAction, TODAY));
    }

    @Test
    void a_mandate_that_was_revoked_does_not_do() throws SQLException {
        mandate(officer, LONG_AGO, "null");
        typed("update dpd_mandate set revoked_at = now() where organisation_id = '%s'", cpas);

        refused(NOT_THE_OFFICER, () -> localManager(officer, socialAction, TODAY));
    }

    @Test
    void a_local_manager_cannot_be_turned_into_another_person() throws SQLException {
        anOfficerWhoIsLocalManager();

        refused(
                NOT_THE_OFFICER,
                () -> typed(
                        "update responsibility set person_id = '%s' where quality_id = '%s'", anybody, socialAction));
    }

    @Test
    void a_local_manager_cannot_be_moved_back_before_the_mandate() throws SQLException {
        anOfficerWhoIsLocalManager();

        refused(
                NOT_THE_OFFICER,
                () -> typed(
                        "update responsibility set valid_from = '2019-12-31' where quality_id = '%s'", socialAction));
    }

    @Test
    void a_user_cannot_be_turned_into_the_local_manager() throws SQLException {
        responsibility("USER", anybody, quoted(socialAction), LONG_AGO, "null");

        refused(
                NOT_THE_OFFICER,
                () -> typed("update responsibility set kind = 'LOCAL_MANAGER' where quality_id = '%s'", socialAction));
    }

    @Test
    void a_local_manager_of_another_quality_cannot_be_moved_to_social_action() throws SQLException {
        localManager(anybody, youthCare, LAST_YEAR);

        refused(
                NOT_THE_OFFICER,
                () -> typed(
                        "update responsibility set quality_id = '%s' where quality_id = '%s'",
                        socialAction, youthCare));
    }

    @Test
    void the_mandate_under_a_local_manager_cannot_be_deleted() throws SQLException {
        anOfficerWhoIsLocalManager();

        refused(NOT_THE_OFFICER, () -> typed("delete from dpd_mandate where organisation_id = '%s'", cpas));
    }

    @Test
    void the_mandate_under_a_local_manager_cannot_be_moved_away_from_the_beginning() throws SQLException {
        anOfficerWhoIsLocalManager();

        refused(
                NOT_THE_OFFICER,
                () -> typed("update dpd_mandate set valid_from = '2026-01-01' where organisation_id = '%s'", cpas));
        refused(
                NOT_THE_OFFICER,
                () -> typed("update dpd_mandate set valid_until = '2024-12-31' where organisation_id = '%s'", cpas));
        refused(
                NOT_THE_OFFICER,
                () -> typed("update dpd_mandate set person_id = '%s' where organisation_id = '%s'", anybody, cpas));
    }

    @Test
    void a_mandate_that_ends_later_does_not_end_the_local_manager() throws SQLException {
        anOfficerWhoIsLocalManager();

        typed(
                "update dpd_mandate set valid_until = '%s', end_reason = 'RESIGNATION' where organisation_id = '%s'",
                TODAY, cpas);

        assertThat(localManagers()).isOne();
    }

    @Test
    void the_rule_is_checked_when_the_transaction_ends_so_that_both_may_come_in_one() throws SQLException {
        connection.setAutoCommit(false);
        try {
            localManager(officer, socialAction, TODAY);
            mandate(officer, LONG_AGO, "null");
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }

        assertThat(localManagers()).isOne();
    }

    @Test
    void a_quality_keeps_its_kind_and_its_entity() {
        refused(
                "a quality keeps its kind and its entity",
                () -> typed("update quality set kind = 'SOCIAL_SECURITY' where id = '%s'", socialAction));
        refused(
                "a quality keeps its kind and its entity",
                () -> typed(
                        "update quality set organisation_id = (select id from organisation where id <> '%1$s' limit 1)"
                                + " where id = '%2$s' and exists (select 1 from organisation where id <> '%1$s')",
                        another(), youthCare));
    }

    @Test
    void an_entity_has_one_principal_access_manager_at_a_time() throws SQLException {
        responsibility("PRINCIPAL_ACCESS_MANAGER", anybody, "null", LONG_AGO, "'" + TODAY + "'");

        refused(
                "responsibility_one_principal_manager",
                () -> responsibility("PRINCIPAL_ACCESS_MANAGER", officer, "null", LAST_YEAR, "null"));
        responsibility("PRINCIPAL_ACCESS_MANAGER", officer, "null", TODAY, "null");
    }

    @Test
    void a_person_is_principal_manager_or_co_manager_of_an_entity_not_both() throws SQLException {
        responsibility("PRINCIPAL_ACCESS_MANAGER", anybody, "null", LONG_AGO, "null");

        refused(
                "responsibility_one_entity_role_a_person",
                () -> responsibility("CO_PRINCIPAL_ACCESS_MANAGER", anybody, "null", LAST_YEAR, "null"));
    }

    @Test
    void a_quality_has_one_local_manager_at_a_time() throws SQLException {
        localManager(anybody, youthCare, LONG_AGO);

        refused("responsibility_one_local_manager", () -> localManager(officer, youthCare, LAST_YEAR));
    }

    @Test
    void a_local_manager_is_not_also_user_or_co_manager_of_the_quality() throws SQLException {
        localManager(anybody, youthCare, LONG_AGO);

        for (String kind : new String[] {"USER", "CO_LOCAL_MANAGER"}) {
            refused(
                    "responsibility_one_quality_role_a_person",
                    () -> responsibility(kind, anybody, quoted(youthCare), TODAY, "null"));
        }
        responsibility("USER", anybody, quoted(socialAction), TODAY, "null");
    }

    @Test
    void a_quality_has_one_technical_user_at_a_time() throws SQLException {
        responsibility("TECHNICAL_USER", anybody, quoted(youthCare), LONG_AGO, "null");

        refused(
                "responsibility_one_technical_user",
                () -> responsibility("TECHNICAL_USER", officer, quoted(youthCare), TODAY, "null"));
    }

    @Test
    void a_cpas_has_one_mandate_at_a_time() throws SQLException {
        mandate(officer, LONG_AGO, "'" + TODAY + "'");

        refused("dpd_mandate_one_a_cpas", () -> mandate(anybody, LAST_YEAR, "null"));
        mandate(anybody, TODAY, "null");
    }

    @Test
    void a_period_does_not_end_before_it_begins_and_an_empty_one_never_ran() throws SQLException {
        refused(
                "responsibility_period",
                () -> responsibility("USER", anybody, quoted(youthCare), TODAY, "'" + LAST_YEAR + "'"));
        responsibility("USER", anybody, quoted(youthCare), TODAY, "'" + TODAY + "'");
        responsibility("USER", anybody, quoted(youthCare), LAST_YEAR, "null");
    }

    @Test
    void nothing_is_held_without_a_decision() {
        refused(
                "basis_id",
                () -> typed(
                        "insert into responsibility (id, kind, organisation_id, quality_id, person_id, valid_from)"
                                + " values (gen_random_uuid(), 'USER', '%s', '%s', '%s', now())",
                        cpas, youthCare, anybody));
    }

    private void anOfficerWhoIsLocalManager() throws SQLException {
        mandate(officer, LONG_AGO, "null");
        localManager(officer, socialAction, LAST_YEAR);
    }

    private void localManager(UUID person, UUID quality, String from) throws SQLException {
        responsibility("LOCAL_MANAGER", person, quoted(quality), from, "null");
    }

    private void responsibility(String kind, UUID person, String quality, String from, String until)
            throws SQLException {
        typed("""
                insert into responsibility (id, kind, organisation_id, quality_id, person_id, valid_from, valid_until, basis_id)
                values (gen_random_uuid(), '%s', '%s', %s, '%s', '%s', %s, '%s')""", kind, cpas, quality, person, from, until, basis);
    }

    private void mandate(UUID person, String from, String until) throws SQLException {
        typed("""
                insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, valid_until, basis_id)
                values (gen_random_uuid(), '%s', '%s', 8, '%s', %s, '%s')""", cpas, person, from, until, basis);
    }

    private void quality(UUID id, String kind) throws SQLException {
        typed("""
                insert into quality (id, organisation_id, kind, identifier, activated_at)
                values ('%s', '%s', '%s', '%s', now())""", id, cpas, kind, id);
    }

    private static UUID person() throws SQLException {
        UUID id = UUID.randomUUID();
        typed(
                "insert into person (id, niss, last_name, first_name, language) values ('%s', '%011d', 'A', 'B', 'fr')",
                id, ++count);
        return id;
    }

    /** An entity besides this one, so that there is somewhere to move a quality to. */
    private UUID another() throws SQLException {
        typed("""
                insert into organisation (id, enterprise_number, name_fr, name_nl, name_de, kind, letter_language,
                                          email, street, postal_code, locality, created_at)
                values (gen_random_uuid(), '%010d', 'A', 'A', 'A', 'ENTERPRISE', 'fr', '', '', '5000', '', now())""", ++count + 1_000_000);
        return cpas;
    }

    private long localManagers() throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from responsibility where organisation_id = '"
                        + cpas + "' and kind = 'LOCAL_MANAGER' and valid_until is null")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static String quoted(UUID id) {
        return "'" + id + "'";
    }

    @SuppressWarnings("AnnotateFormatMethod") // The templates are right here, and a wrong one fails its test.
    private static void typed(String sql, Object... values) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.formatted(values));
        }
    }

    private interface TypedSql {
        void run() throws SQLException;
    }

    /** @param by part of what the database says: the name of the constraint, or the words of a trigger */
    private static void refused(String by, TypedSql sql) {
        assertThatThrownBy(sql::run).isInstanceOf(SQLException.class).hasMessageContaining(by);
    }
}
