package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.testing.IntegrationTest;
import be.designations.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application runs as a role that owns nothing. <i>Source: OWASP ASVS 5.0, 13.2.2.</i> */
@IntegrationTest
class DatabaseRoleIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestDatabase database;

    @Test
    void it_owns_no_table() {
        assertThat(jdbc.sql("select count(*) from pg_class where pg_has_role(relowner, 'usage')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table audit_event disable trigger user",
                "alter table audit_event disable trigger audit_event_is_append_only",
                "set session_replication_role = replica",
                "update audit_event set operation = 'y'",
                "delete from audit_event",
                "truncate audit_event",
                "drop table audit_event",
                "delete from timeline_entry",
                "delete from flyway_schema_history",
                "delete from retention_run",
                "update retention_run set started_by = null",
                "delete from audit_verification",
                "update audit_verification set started_by = gen_random_uuid()",
                "delete from audit_verification_lane",
                "update audit_verification_lane set verification = 1",
                "alter sequence audit_event_number restart",
                "create table other (n int)",
                "create or replace function audit_event_digest(event audit_event) returns bytea language sql return sha256('')",
                "create or replace function audit_lane(number integer) returns smallint language sql return 0"
            })
    void it_changes_neither_tables_nor_what_tells_of_the_past(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageFindingMatch("permission denied|must be owner");
    }

    @Test
    void the_application_does_not_start_as_the_owner() {
        assertThatThrownBy(
                        () -> new OwnerRefusal(JdbcClient.create(database.dataSource())).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("owns its tables");
        new OwnerRefusal(jdbc).afterSingletonsInstantiated();
    }
}
