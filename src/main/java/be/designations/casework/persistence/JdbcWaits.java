package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.Wait;
import be.designations.casework.Waits;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaits implements Waits {

    private final JdbcClient jdbc;

    JdbcWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(CaseId dossier, WorkKind asking, Actor by, Instant at, String why) {
        PersonId principal = by.inPlaceOf();
        jdbc.sql("""
                        insert into case_wait (case_id, step, opened_by, in_place_of, opened_at, why)
                        values (:case, :step, :by, :principal, :at, :why)""")
                .param("step", asking.task())
                .param("case", dossier.value())
                .param("by", by.person().value())
                .param("principal", principal == null ? null : principal.value())
                .param("at", Timestamp.from(at))
                .param("why", why)
                .update();
    }

    @Override
    public void resolve(CaseId dossier, PersonId by, Instant at, String answer) {
        jdbc.sql("""
                        update case_wait set resolved_by = :by, resolved_at = :at, answer = :answer
                         where case_id = :case and resolved_at is null""")
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("answer", answer)
                .param("case", dossier.value())
                .update();
    }

    @Override
    public List<Wait> of(CaseId dossier) {
        return jdbc.sql("select * from case_wait where case_id = :case order by id")
                .param("case", dossier.value())
                .query((row, number) -> new Wait(
                        row.getString("step"),
                        new PersonId(row.getObject("opened_by", UUID.class)),
                        Columns.person(row, "in_place_of"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("why"),
                        Columns.person(row, "resolved_by"),
                        Columns.instant(row, "resolved_at"),
                        row.getString("answer")))
                .list();
    }
}
