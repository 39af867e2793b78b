package be.designations.mandate.persistence;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import be.designations.mandate.Extension;
import be.designations.mandate.ExtensionStatus;
import be.designations.mandate.ExtensionStore;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExtensions implements ExtensionStore {

    /** As {@link Extension} names them. */
    private static final String SELECT = """
            select case_id, mandate_id as mandate, last_day, reason, asked_by, asked_at, former_end, outcome, decided_by, decided_at,
                   words, basis_id as basis
              from mandate_extension where\s""";

    private final JdbcClient jdbc;

    JdbcExtensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Extension extension) {
        jdbc.sql("""
                        insert into mandate_extension (case_id, mandate_id, last_day, reason, asked_by, asked_at, former_end)
                        values (:case, :mandate, :lastDay, :reason, :by, :at, :formerEnd)""")
                .param("case", extension.caseId().value())
                .param("mandate", extension.mandate())
                .param("lastDay", extension.lastDay())
                .param("reason", extension.reason())
                .param("by", extension.askedBy().value())
                .param("at", Timestamp.from(extension.askedAt()))
                .param("formerEnd", Timestamp.from(extension.formerEnd()))
                .update();
    }

    @Override
    public void update(Extension extension) {
        ExtensionStatus outcome = extension.outcome();
        PersonId by = extension.decidedBy();
        Instant at = extension.decidedAt();
        BasisId basis = extension.basis();
        jdbc.sql("""
                        update mandate_extension
                           set outcome = :outcome, decided_by = :by, decided_at = :at, words = :words, basis_id = :basis
                         where case_id = :case""")
                .param("outcome", outcome == null ? null : outcome.name())
                .param("by", by == null ? null : by.value())
                .param("at", at == null ? null : Timestamp.from(at))
                .param("words", extension.words())
                .param("basis", basis == null ? null : basis.value())
                .param("case", extension.caseId().value())
                .update();
    }

    @Override
    public Optional<Extension> find(CaseId caseId) {
        return jdbc.sql(SELECT + "case_id = :case")
                .param("case", caseId.value())
                .query(Extension.class)
                .optional();
    }

    @Override
    public Optional<Extension> lock(CaseId caseId) {
        return jdbc.sql(SELECT + "case_id = :case for update")
                .param("case", caseId.value())
                .query(Extension.class)
                .optional();
    }

    @Override
    public List<Extension> of(UUID mandate) {
        return jdbc.sql(SELECT + "mandate_id = :mandate order by asked_at, case_id")
                .param("mandate", mandate)
                .query(Extension.class)
                .list();
    }
}
