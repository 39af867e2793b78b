package be.designations.dpd.persistence;

import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplications;
import be.designations.forms.FormValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDpdApplications implements DpdApplications {

    private static final String SELECT = "select a.* from dpd_application a ";

    private final JdbcClient jdbc;

    JdbcDpdApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(DpdApplication application) {
        jdbc.sql("""
                        insert into dpd_application (id, organisation_id, status, version, answers, drafted_by, drafted_at,
                            previous_application_id, last_changed_by, last_changed_at, candidate_known)
                        values (:id, :organisation, :status, :version, :answers::jsonb, :draftedBy, :draftedAt,
                            :previous, :changedBy, :changedAt, :known)""")
                .param("id", application.id().value())
                .param("organisation", application.organisation().value())
                .param("status", application.status().name())
                .param("version", application.version())
                .param("answers", application.answers().toJson())
                .param("draftedBy", application.draftedBy().value())
                .param("draftedAt", Timestamp.from(application.draftedAt()))
                .param(
                        "previous",
                        application.previous() == null
                                ? null
                                : application.previous().value())
                .param("changedBy", value(application.lastChangedBy()))
                .param("changedAt", Timestamp.from(application.lastChangedAt()))
                .param("known", application.candidateKnown())
                .update();
    }

    @Override
    public void update(DpdApplication application) {
        DpdApplication.Submission sent = application.submission();
        int updated = jdbc.sql("""
                        update dpd_application
                           set status = :status, version = :version, answers = :answers::jsonb, case_id = :case,
                               candidate_id = :candidate, submitted_by = :submittedBy, submitted_at = :submittedAt,
                               hours_per_week = :hours, starts_on = :startsOn, ends_on = :endsOn,
                               last_changed_by = :changedBy, last_changed_at = :changedAt, candidate_known = :known
                         where id = :id and version = :version - 1""")
                .param("status", application.status().name())
                .param("version", application.version())
                .param("answers", application.answers().toJson())
                .param("case", sent == null ? null : sent.caseId().value())
                .param("candidate", sent == null ? null : sent.candidate().value())
                .param("submittedBy", sent == null ? null : sent.submittedBy().value())
                .param("submittedAt", sent == null ? null : Timestamp.from(sent.submittedAt()))
                .param("hours", sent == null ? null : sent.hoursPerWeek())
                .param("startsOn", sent == null ? null : sent.startsOn())
                .param("endsOn", sent == null ? null : sent.endsOn())
                .param("changedBy", value(application.lastChangedBy()))
                .param("changedAt", Timestamp.from(application.lastChangedAt()))
                .param("known", application.candidateKnown())
                .param("id", application.id().value())
                .update();
        if (updated != 1) {
            throw new OptimisticLockingFailureException("application changed meanwhile: " + application.id());
        }
    }

    @Override
    public Optional<DpdApplication> find(ApplicationId id) {
        return one(SELECT + "where id = :key", id.value());
    }

    @Override
    public Optional<DpdApplication> lock(ApplicationId id) {
        return one(SELECT + "where id = :key for update", id.value());
    }

    @Override
    public Optional<DpdApplication> lock(CaseId caseId) {
        return one(SELECT + "where case_id = :key for update", caseId.value());
    }

    @Override
    public Optional<DpdApplication> find(CaseId caseId) {
        return one(SELECT + "where case_id = :key", caseId.value());
    }

    @Override
    public void lockDrafts(OrganisationId cpas) {
        // Rows that refer to the organisation can still be written meanwhile.
        jdbc.sql("select id from organisation where id = :id for no key update")
                .param("id", cpas.value())
                .query(UUID.class)
                .single();
    }

    @Override
    public Optional<DpdApplication> findDraft(OrganisationId cpas) {
        return one(SELECT + "where organisation_id = :key and status = 'DRAFT'", cpas.value());
    }

    @Override
    public Optional<DpdApplication> findOpen(OrganisationId cpas) {
        return one(SELECT + """
                        where organisation_id = :key
                          and status in ('AWAITING_OPINION', 'AWAITING_COMPLETION', 'AWAITING_DECISION')""", cpas.value());
    }

    @Override
    public Optional<DpdApplication> findLastSent(OrganisationId cpas) {
        return one(SELECT + """
                        where organisation_id = :key and submitted_at is not null
                        order by submitted_at desc limit 1""", cpas.value());
    }

    @Override
    public List<Standing> standing(OrganisationId cpas) {
        return jdbc.sql("""
                        select a.*, c.dossier_number from dpd_application a left join case_file c on c.id = a.case_id
                         where a.organisation_id = :cpas
                           and (a.submitted_at is null
                                or a.status in ('AWAITING_OPINION', 'AWAITING_COMPLETION', 'AWAITING_DECISION')
                                or a.submitted_at = (select max(l.submitted_at) from dpd_application l
                                                      where l.organisation_id = :cpas))
                         order by a.submitted_at nulls first""")
                .param("cpas", cpas.value())
                .query((row, number) -> new Standing(application(row), row.getString("dossier_number")))
                .list();
    }

    @Override
    public List<DpdApplication> findApproved(OrganisationId cpas) {
        return jdbc.sql(SELECT + "where organisation_id = :key and status = 'APPROVED' for update")
                .param("key", cpas.value())
                .query((row, number) -> application(row))
                .list();
    }

    @Override
    public void noteCandidate(ApplicationId id, int version, @Nullable Boolean known) {
        jdbc.sql("update dpd_application set candidate_known = :known where id = :id and version = :version")
                .param("known", known)
                .param("id", id.value())
                .param("version", version)
                .update();
    }

    @Override
    public void deleteDraft(ApplicationId id) {
        jdbc.sql("delete from attachment where subject_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from dpd_application where id = :id and status = 'DRAFT'")
                .param("id", id.value())
                .update();
    }

    @Override
    public void addOpinion(ApplicationId id, Opinion opinion) {
        jdbc.sql("""
                        insert into dpd_opinion (application_id, given_by, in_place_of, given_at, favourable, reasons)
                        values (:id, :by, :principal, :at, :favourable, :reasons)""")
                .param("id", id.value())
                .param("by", opinion.givenBy().value())
                .param(
                        "principal",
                        opinion.inPlaceOf() == null ? null : opinion.inPlaceOf().value())
                .param("at", Timestamp.from(opinion.givenAt()))
                .param("favourable", opinion.favourable())
                .param("reasons", opinion.reasons())
                .update();
    }

    @Override
    public Optional<Opinion> findOpinion(ApplicationId id) {
        return jdbc.sql("select * from dpd_opinion where application_id = :id")
                .param("id", id.value())
                .query(Opinion.class)
                .optional();
    }

    @Override
    public void addDecision(ApplicationId id, Decision decision) {
        jdbc.sql("""
                        insert into dpd_decision (application_id, decided_by, in_place_of, decided_at, approved, refusal_ground,
                                                  reason)
                        values (:id, :by, :principal, :at, :approved, :ground, :reason)""")
                .param("id", id.value())
                .param("by", decision.decidedBy().value())
                .param(
                        "principal",
                        decision.inPlaceOf() == null
                                ? null
                                : decision.inPlaceOf().value())
                .param("at", Timestamp.from(decision.decidedAt()))
                .param("approved", decision.approved())
                .param(
                        "ground",
                        decision.refusalGround() == null
                                ? null
                                : decision.refusalGround().name())
                .param("reason", decision.reason())
                .update();
    }

    @Override
    public Optional<Decision> findDecision(ApplicationId id) {
        return jdbc.sql("select * from dpd_decision where application_id = :id")
                .param("id", id.value())
                .query(Decision.class)
                .optional();
    }

    private Optional<DpdApplication> one(String sql, UUID key) {
        return jdbc.sql(sql)
                .param("key", key)
                .query((row, number) -> application(row))
                .optional();
    }

    private static DpdApplication application(ResultSet row) throws SQLException {
        UUID previous = row.getObject("previous_application_id", UUID.class);
        Timestamp removed = row.getTimestamp("answers_removed_at");
        return new DpdApplication(
                new ApplicationId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                ApplicationStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                FormValues.fromJson(row.getString("answers")),
                new PersonId(row.getObject("drafted_by", UUID.class)),
                row.getTimestamp("drafted_at").toInstant(),
                previous == null ? null : new ApplicationId(previous),
                submission(row),
                person(row, "last_changed_by"),
                row.getTimestamp("last_changed_at").toInstant(),
                removed == null ? null : removed.toInstant(),
                row.getObject("candidate_known", Boolean.class));
    }

    private static DpdApplication.@Nullable Submission submission(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return caseId == null
                ? null
                : new DpdApplication.Submission(
                        new CaseId(caseId),
                        new PersonId(row.getObject("candidate_id", UUID.class)),
                        new PersonId(row.getObject("submitted_by", UUID.class)),
                        row.getTimestamp("submitted_at").toInstant(),
                        row.getBigDecimal("hours_per_week"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
