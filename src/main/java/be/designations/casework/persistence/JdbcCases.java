package be.designations.casework.persistence;

import be.designations.access.QualityId;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseStatus;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.Suspensions;
import be.designations.casework.TakenStep;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.memory.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCases implements Cases {

    private final TransactionMemory<CaseId, Optional<CaseFile>> byId = new TransactionMemory<>();
    private final TransactionMemory<DossierNumber, Optional<CaseFile>> byNumber = new TransactionMemory<>();
    private final JdbcClient jdbc;
    private final Suspensions suspensions;

    JdbcCases(JdbcClient jdbc, Suspensions suspensions) {
        this.jdbc = jdbc;
        this.suspensions = suspensions;
    }

    @Override
    public CaseFile open(
            CaseKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            PersonId openedBy,
            @Nullable PersonId about,
            Instant at,
            CaseStatus status) {
        suspensions.refuseNew(kind);
        int year = Days.of(at).getYear();
        DossierNumber number = DossierNumber.of(kind.prefix(), year, nextNumber(kind.prefix(), year));
        CaseFile opened = new CaseFile(
                new CaseId(UUID.randomUUID()),
                number,
                kind,
                organisation,
                quality,
                openedBy,
                about,
                at,
                1,
                status.code(),
                null);
        jdbc.sql("""
                        insert into case_file
                            (id, dossier_number, kind, organisation_id, quality_id, opened_by, about_person, opened_at, status, status_since)
                        values (:id, :number, :kind, :organisation, :quality, :openedBy, :about, :at, :status, :at)""")
                .param("id", opened.id().value())
                .param("number", number.value())
                .param("kind", kind.code())
                .param("organisation", organisation.value())
                .param("quality", quality == null ? null : quality.value())
                .param("openedBy", openedBy.value())
                .param("about", about == null ? null : about.value())
                .param("at", Timestamp.from(at))
                .param("status", status.code())
                .update();
        forget();
        return opened;
    }

    private void forget() {
        byId.forget();
        byNumber.forget();
    }

    private int nextNumber(String prefix, int year) {
        return jdbc.sql("select next_dossier_number(:prefix, :year)")
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    @Override
    public void about(CaseId id, PersonId person) {
        jdbc.sql("update case_file set about_person = :person where id = :id")
                .param("person", person.value())
                .param("id", id.value())
                .update();
        forget();
    }

    @Override
    public void suppliedBy(CaseId id, @Nullable EnterpriseNumber company) {
        jdbc.sql("update case_file set company = :company where id = :id")
                .param("company", company == null ? null : company.value())
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<CaseFile> find(CaseId id) {
        return byId.recall(id, this::read);
    }

    private Optional<CaseFile> read(CaseId id) {
        return jdbc.sql("select * from case_file where id = :id")
                .param("id", id.value())
                .query((row, number) -> caseFile(row))
                .optional();
    }

    @Override
    public Optional<CaseFile> find(DossierNumber number) {
        return byNumber.recall(number, this::read);
    }

    @Override
    public List<CaseFile> all(Collection<DossierNumber> numbers) {
        return jdbc.sql("select * from case_file where dossier_number = any(:numbers)")
                .param("numbers", numbers.stream().map(DossierNumber::value).toArray(String[]::new))
                .query((row, n) -> caseFile(row))
                .list();
    }

    private Optional<CaseFile> read(DossierNumber number) {
        return jdbc.sql("select * from case_file where dossier_number = :number")
                .param("number", number.value())
                .query((row, n) -> caseFile(row))
                .optional();
    }

    @Override
    public void moveTo(CaseId id, CaseStatus status, Instant at) {
        jdbc.sql("""
                        update case_file
                           set status = :status, status_since = :at, version = version + 1,
                               closed_at = case when :last then :at else closed_at end
                         where id = :id""")
                .param("status", status.code())
                .param("at", Timestamp.from(at))
                .param("last", status.isLast())
                .param("id", id.value())
                .update();
        forget();
    }

    @Override
    public void outdate(CaseKind kind, OrganisationId organisation) {
        jdbc.sql("""
                        update case_file set version = version + 1
                         where organisation_id = :organisation and kind = :kind and closed_at is null""")
                .param("organisation", organisation.value())
                .param("kind", kind.code())
                .update();
        forget();
    }

    @Override
    public void outdate(CaseId id) {
        jdbc.sql("update case_file set version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
        forget();
    }

    @Override
    public void remember(CaseId id, TakenStep step, Instant at) {
        jdbc.sql("""
                        insert into taken_step (case_id, person_id, step, event, answers_digest, taken_at)
                        values (:case, :person, :step, :event, :digest, :at)""")
                .param("case", id.value())
                .param("person", step.by().value())
                .param("step", step.key())
                .param("event", step.event())
                .param("digest", step.digest())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public Optional<TakenStep> lastStep(CaseId id, PersonId person) {
        return jdbc.sql("""
                        select step, event, answers_digest from taken_step
                         where case_id = :case and person_id = :person order by id desc limit 1""")
                .param("case", id.value())
                .param("person", person.value())
                .query((row, number) -> new TakenStep(
                        person, row.getString("step"), row.getString("event"), row.getString("answers_digest")))
                .optional();
    }

    @Override
    public void bar(CaseId id, PersonId person, WorkKind... work) {
        jdbc.sql("""
                        insert into barred_person (case_id, person_id, work_kind)
                        select :case, :person, kind from unnest(:work) kind
                        on conflict do nothing""")
                .param("case", id.value())
                .param("person", person.value())
                .param("work", Stream.of(work).map(WorkKind::code).toArray(String[]::new))
                .update();
    }

    @Override
    public boolean isBarred(CaseId id, PersonId person, WorkKind work) {
        return jdbc.sql("""
                        select exists (select from barred_person
                                        where person_id = :person and case_id = :case and work_kind = :work)""")
                .param("person", person.value())
                .param("case", id.value())
                .param("work", work.code())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void record(CaseId id, TimelineEntry entry) {
        jdbc.sql("""
                        insert into timeline_entry (case_id, happened_at, event, actor_id, organisation_id, reason, in_place_of)
                        values (:case, :at, :event, :actor, :organisation, :reason, :principal)""")
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
                .param(
                        "principal",
                        entry.inPlaceOf() == null ? null : entry.inPlaceOf().value())
                .update();
    }

    @Override
    public List<TimelineEntry> timeline(CaseId id) {
        return jdbc.sql("select * from timeline_entry where case_id = :case order by happened_at, id")
                .param("case", id.value())
                .query((row, number) -> new TimelineEntry(
                        row.getTimestamp("happened_at").toInstant(),
                        row.getString("event"),
                        Columns.person(row, "actor_id"),
                        organisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("reason"),
                        Columns.person(row, "in_place_of")))
                .list();
    }

    private static CaseFile caseFile(ResultSet row) throws SQLException {
        DossierNumber number = new DossierNumber(row.getString("dossier_number"));
        return new CaseFile(
                new CaseId(row.getObject("id", UUID.class)),
                number,
                new CaseKind(row.getString("kind"), number.prefix()),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Columns.quality(row),
                new PersonId(row.getObject("opened_by", UUID.class)),
                Columns.person(row, "about_person"),
                row.getTimestamp("opened_at").toInstant(),
                row.getInt("version"),
                row.getString("status"),
                Columns.instant(row, "closed_at"));
    }

    private static @Nullable OrganisationId organisationId(@Nullable UUID id) {
        return id == null ? null : new OrganisationId(id);
    }
}
