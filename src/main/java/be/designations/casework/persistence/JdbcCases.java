package be.designations.casework.persistence;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.TimelineEntry;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCases implements Cases {

    private final JdbcClient jdbc;

    JdbcCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CaseFile open(CaseKind kind, OrganisationId organisation, PersonId openedBy, Instant at, String status) {
        int year = at.atZone(Deadlines.BRUSSELS).getYear();
        DossierNumber number = DossierNumber.of(kind.prefix(), year, nextNumber(kind.prefix(), year));
        CaseFile opened =
                new CaseFile(new CaseId(UUID.randomUUID()), number, kind, organisation, openedBy, at, status, null);
        jdbc.sql("""
                        insert into case_file
                            (id, dossier_number, kind, organisation_id, opened_by, opened_at, status, status_since)
                        values (:id, :number, :kind, :organisation, :openedBy, :at, :status, :at)""")
                .param("id", opened.id().value())
                .param("number", number.value())
                .param("kind", kind.name())
                .param("organisation", organisation.value())
                .param("openedBy", openedBy.value())
                .param("at", Timestamp.from(at))
                .param("status", status)
                .update();
        return opened;
    }

    private int nextNumber(String prefix, int year) {
        return jdbc.sql("""
                        insert into dossier_counter (prefix, year, last_number) values (:prefix, :year, 1)
                        on conflict (prefix, year) do update set last_number = dossier_counter.last_number + 1
                        returning last_number""")
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<CaseFile> find(CaseId id) {
        return jdbc.sql("select * from case_file where id = :id")
                .param("id", id.value())
                .query((row, number) -> caseFile(row))
                .optional();
    }

    @Override
    public Optional<CaseFile> find(DossierNumber number) {
        return jdbc.sql("select * from case_file where dossier_number = :number")
                .param("number", number.value())
                .query((row, n) -> caseFile(row))
                .optional();
    }

    @Override
    public void moveTo(CaseId id, String status, Instant at) {
        jdbc.sql("update case_file set status = :status, status_since = :at where id = :id")
                .param("status", status)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void close(CaseId id, String status, Instant at) {
        jdbc.sql("update case_file set status = :status, status_since = :at, closed_at = :at where id = :id")
                .param("status", status)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void record(CaseId id, TimelineEntry entry) {
        jdbc.sql("""
                        insert into timeline_entry (case_id, happened_at, event, actor_id, organisation_id, reason)
                        values (:case, :at, :event, :actor, :organisation, :reason)""")
                .param("case", id.value())
                .param("at", Timestamp.from(entry.at()))
                .param("event", entry.event())
                .param("actor", entry.actor() == null ? null : entry.actor().value())
                .param(
                        "organisation",
                        entry.organisation() == null
                                ? null
                                : entry.organisation().value())
                .param("reason", entry.reason())
                .update();
    }

    @Override
    public List<TimelineEntry> timeline(CaseId id) {
        return jdbc.sql("select * from timeline_entry where case_id = :case order by id")
                .param("case", id.value())
                .query((row, number) -> new TimelineEntry(
                        row.getTimestamp("happened_at").toInstant(),
                        row.getString("event"),
                        personId(row.getObject("actor_id", UUID.class)),
                        organisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("reason")))
                .list();
    }

    private static CaseFile caseFile(ResultSet row) throws SQLException {
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new CaseFile(
                new CaseId(row.getObject("id", UUID.class)),
                new DossierNumber(row.getString("dossier_number")),
                CaseKind.valueOf(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new PersonId(row.getObject("opened_by", UUID.class)),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("status"),
                closedAt == null ? null : closedAt.toInstant());
    }

    private static @Nullable PersonId personId(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable OrganisationId organisationId(@Nullable UUID id) {
        return id == null ? null : new OrganisationId(id);
    }
}
