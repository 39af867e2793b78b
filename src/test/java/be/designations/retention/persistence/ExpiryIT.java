package be.designations.retention.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.retention.RetentionKind;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What is looked for each day is found by an index, however much there is. */
class ExpiryIT extends WholeApplication {

    private static final Map<RetentionKind, String> INDEXES = Map.ofEntries(
            Map.entry(RetentionKind.DPD_DRAFTS, "dpd_application_draft_by_change"),
            Map.entry(RetentionKind.PRINCIPAL_MANAGER_DRAFTS, "principal_manager_draft_by_change"),
            Map.entry(RetentionKind.DOCUMENTS, "attachment_with_content"),
            Map.entry(RetentionKind.DPD_ANSWERS, "dpd_application_with_answers"),
            Map.entry(RetentionKind.PRINCIPAL_MANAGER_ANSWERS, "principal_manager_request_with_answers"),
            Map.entry(RetentionKind.MAIL_BODIES, "notification_with_body"),
            Map.entry(RetentionKind.POST_CONTACTS, "responsibility_ended_with_contact"),
            Map.entry(RetentionKind.TIE_CONTACTS, "working_relationship_ended_with_contact"),
            Map.entry(RetentionKind.ENTITY_CONTACTS, "organisation_stopped_with_contact"),
            Map.entry(RetentionKind.TAKEN_STEPS, "taken_step_by_time"),
            Map.entry(RetentionKind.LOOK_UPS, "look_up_by_time"),
            Map.entry(RetentionKind.IMPORT_ROWS, "import_file_to_empty"));

    @Autowired
    private TransactionOperations transaction;

    @ParameterizedTest
    @EnumSource(RetentionKind.class)
    void an_index_serves_it(RetentionKind kind) {
        Expiry expiry = Expiry.of(kind);
        for (String sql : List.of(expiry.counting(), expiry.locking().replace(":size", "100"))) {
            List<String> plan = transaction.execute(status -> {
                // The tables of a test are small: whole ones would be read at once.
                jdbc.sql("set local enable_seqscan = off").update();
                return jdbc.sql("explain " + sql)
                        .param("limit", Timestamp.from(Instant.EPOCH))
                        .query(String.class)
                        .list();
            });
            assertThat(plan).anySatisfy(line -> assertThat(line).contains(INDEXES.get(kind)));
            assertThat(plan).noneSatisfy(line -> assertThat(line).contains("Seq Scan on " + expiry.table() + " t"));
        }
    }
}
