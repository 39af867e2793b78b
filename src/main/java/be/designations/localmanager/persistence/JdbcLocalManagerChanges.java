package be.designations.localmanager.persistence;

import be.designations.access.OpenLocalManagerChanges;
import be.designations.access.QualityId;
import be.designations.casework.CaseId;
import be.designations.directory.Language;
import be.designations.localmanager.LocalManagerChange;
import be.designations.localmanager.LocalManagerChangeStore;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLocalManagerChanges implements LocalManagerChangeStore, OpenLocalManagerChanges {

    private static final String SELECT = """
            select c.*, quality_id as quality, new_manager_id as new_manager, former_manager_id as former_manager
              from local_manager_change c where case_id = :case""";

    private final JdbcClient jdbc;

    JdbcLocalManagerChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(LocalManagerChange change) {
        jdbc.sql("""
                        insert into local_manager_change (case_id, quality_id, asked_at, new_manager_id)
                        values (:case, :quality, :askedAt, :newManager)""")
                .param("case", change.caseId().value())
                .param("quality", change.quality().value())
                .param("askedAt", Timestamp.from(change.askedAt()))
                .param("newManager", change.newManager().value())
                .update();
    }

    @Override
    public void update(LocalManagerChange change) {
        jdbc.sql("""
                        update local_manager_change
                           set former_manager_id = :former, instructed_by = :by, instructed_at = :instructedAt,
                               removal_confirmed = :removal, applied_at = :appliedAt
                         where case_id = :case""")
                .param(
                        "former",
                        change.formerManager() == null
                                ? null
                                : change.formerManager().value())
                .param(
                        "by",
                        change.instructedBy() == null
                                ? null
                                : change.instructedBy().value())
                .param("instructedAt", timestamp(change.instructedAt()))
                .param("removal", change.removalConfirmed())
                .param("appliedAt", timestamp(change.appliedAt()))
                .param("case", change.caseId().value())
                .update();
    }

    @Override
    public Optional<String> dossierFor(QualityId quality) {
        return jdbc.sql("""
                        select d.dossier_number from local_manager_change c join case_file d on d.id = c.case_id
                         where c.quality_id = :quality and c.applied_at is null and d.closed_at is null
                         order by c.asked_at desc limit 1""")
                .param("quality", quality.value())
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<LocalManagerChange> find(CaseId caseId) {
        return jdbc.sql(SELECT)
                .param("case", caseId.value())
                .query(LocalManagerChange.class)
                .optional();
    }

    @Override
    public Optional<LocalManagerChange> lock(CaseId caseId) {
        return jdbc.sql(SELECT + " for update")
                .param("case", caseId.value())
                .query(LocalManagerChange.class)
                .optional();
    }

    @Override
    public List<String> roleNames(List<String> codes, Language language) {
        if (codes.isEmpty()) {
            return List.of();
        }
        String column =
                switch (language) {
                    case NL -> "name_nl";
                    case DE -> "name_de";
                    case FR, EN -> "name_fr";
                };
        return jdbc.sql("""
                        select a.%s || ' – ' || r.%s from role r join application a on a.code = r.application_code
                         where r.code in (:codes) order by 1""".formatted(column, column))
                .param("codes", codes)
                .query(String.class)
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
