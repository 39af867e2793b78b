package be.designations.principalmanager.persistence;

import be.designations.access.Contact;
import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.forms.FormValues;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.Claim;
import be.designations.principalmanager.Draft;
import be.designations.principalmanager.Ground;
import be.designations.principalmanager.PrincipalManagerRequest;
import be.designations.principalmanager.PrincipalManagerRequests;
import be.designations.principalmanager.Recognition;
import be.designations.principalmanager.RequestId;
import be.designations.principalmanager.RequestStatus;
import be.designations.principalmanager.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPrincipalManagerRequests implements PrincipalManagerRequests {

    private static final String SELECT_DRAFT =
            "select id, person_id, enterprise_number, answers::text as answers, changed_at from principal_manager_draft ";

    private static final String SELECT = "select * from principal_manager_request ";

    private final JdbcClient jdbc;

    JdbcPrincipalManagerRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Draft> findDraft(PersonId person, EnterpriseNumber enterprise) {
        return draft(person, enterprise, "");
    }

    @Override
    public Optional<Draft> lockDraft(PersonId person, EnterpriseNumber enterprise) {
        return draft(person, enterprise, " for update");
    }

    private Optional<Draft> draft(PersonId person, EnterpriseNumber enterprise, String lock) {
        return jdbc.sql(SELECT_DRAFT + "where person_id = :person and enterprise_number = :enterprise" + lock)
                .param("person", person.value())
                .param("enterprise", enterprise.value())
                .query((row, number) -> draft(row))
                .optional();
    }

    @Override
    public Optional<Draft> findDraft(RequestId id) {
        return jdbc.sql(SELECT_DRAFT + "where id = :id")
                .param("id", id.value())
                .query((row, number) -> draft(row))
                .optional();
    }

    @Override
    public int countDrafts(PersonId person) {
        return jdbc.sql("select count(*) from principal_manager_draft where person_id = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Set<OrganisationId> openOf(PersonId requestedBy) {
        return jdbc.sql("""
                        select organisation_id from principal_manager_request
                         where requested_by = :person and settled_at is null""").param("person", requestedBy.value()).query(UUID.class).list().stream()
                .map(OrganisationId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int countSince(PersonId requestedBy, Instant since) {
        return jdbc.sql("""
                        select count(*) from principal_manager_request
                         where requested_by = :person and filed_at >= :since""")
                .param("person", requestedBy.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public void save(Draft draft) {
        jdbc.sql("""
                        insert into principal_manager_draft (id, person_id, enterprise_number, answers, changed_at)
                        values (:id, :person, :enterprise, :answers::jsonb, :changedAt)
                        on conflict (person_id, enterprise_number)
                            do update set answers = excluded.answers, changed_at = excluded.changed_at""")
                .param("id", draft.id().value())
                .param("person", draft.person().value())
                .param("enterprise", draft.enterprise().value())
                .param("answers", draft.answers().toJson())
                .param("changedAt", Timestamp.from(draft.changedAt()))
                .update();
    }

    @Override
    public void remove(Draft draft) {
        jdbc.sql("delete from principal_manager_draft where id = :id")
                .param("id", draft.id().value())
                .update();
    }

    @Override
    public void add(PrincipalManagerRequest request) {
        Claim claim = request.claim();
        Tie tie = request.tie();
        jdbc.sql("""
                        insert into principal_manager_request
                            (id, case_id, organisation_id, requested_by, filed_at, special, ground, explanation, manager_id, named,
                             email, phone, tie_category, tie_last_day, seen_manager, status, register_answer,
                             register_day, asked_at, attempts)
                        values (:id, :case, :organisation, :requestedBy, :filedAt, :special, :ground, :explanation,
                                :manager, :named, :email, :phone, :tieCategory, :tieLastDay, :seenManager, :status,
                                :registerAnswer, :registerDay, :askedAt, :attempts)""")
                .param("id", request.id().value())
                .param("case", request.caseId().value())
                .param("organisation", request.organisation().value())
                .param("requestedBy", request.requestedBy().value())
                .param("filedAt", Timestamp.from(request.filedAt()))
                .param("special", claim != null)
                .param("ground", claim == null ? null : claim.ground().name())
                .param("explanation", claim == null ? null : claim.explanation())
                .param("manager", request.manager().value())
                .param("named", request.named())
                .param("email", request.contact().email())
                .param("phone", request.contact().phone())
                .param("tieCategory", tie == null ? null : tie.category().name())
                .param("tieLastDay", tie == null ? null : tie.lastDay())
                .param("seenManager", request.seenManager())
                .param("status", request.status().name())
                .param("registerAnswer", name(request.registerAnswer()))
                .param("registerDay", request.registerDay())
                .param("askedAt", timestamp(request.askedAt()))
                .param("attempts", request.attempts())
                .update();
    }

    @Override
    public void update(PrincipalManagerRequest request) {
        PrincipalManagerRequest.Verdict verdict = request.verdict();
        PersonId former = request.formerManager();
        jdbc.sql("""
                        update principal_manager_request
                           set status = :status, seen_manager = :seenManager, register_answer = :registerAnswer,
                               register_day = :registerDay, asked_at = :askedAt, attempts = :attempts,
                               decided_by = :decidedBy, in_place_of = :principal, decided_at = :decidedAt, accepted = :accepted, reason = :reason,
                               former_manager = :former, settled_at = :settledAt
                         where id = :id""")
                .param("status", request.status().name())
                .param("seenManager", request.seenManager())
                .param("registerAnswer", name(request.registerAnswer()))
                .param("registerDay", request.registerDay())
                .param("askedAt", timestamp(request.askedAt()))
                .param("attempts", request.attempts())
                .param("decidedBy", verdict == null ? null : verdict.by().value())
                .param(
                        "principal",
                        verdict == null || verdict.inPlaceOf() == null
                                ? null
                                : verdict.inPlaceOf().value())
                .param("decidedAt", verdict == null ? null : Timestamp.from(verdict.at()))
                .param("accepted", verdict == null ? null : verdict.accepted())
                .param("reason", verdict == null ? null : verdict.reason())
                .param("former", former == null ? null : former.value())
                .param("settledAt", timestamp(request.settledAt()))
                .param("id", request.id().value())
                .update();
    }

    @Override
    public Optional<PrincipalManagerRequest> find(RequestId id) {
        return one("where id = :key", id.value());
    }

    @Override
    public Optional<PrincipalManagerRequest> find(CaseId caseId) {
        return one("where case_id = :key", caseId.value());
    }

    @Override
    public Optional<PrincipalManagerRequest> lock(CaseId caseId) {
        return one("where case_id = :key for update", caseId.value());
    }

    private Optional<PrincipalManagerRequest> one(String condition, UUID key) {
        return jdbc.sql(SELECT + condition)
                .param("key", key)
                .query((row, number) -> request(row))
                .optional();
    }

    @Override
    public Optional<PrincipalManagerRequest> latest(PersonId requestedBy, OrganisationId organisation) {
        return jdbc.sql(SELECT + """
                        where requested_by = :person and organisation_id = :organisation
                        order by filed_at desc, id limit 1""")
                .param("person", requestedBy.value())
                .param("organisation", organisation.value())
                .query((row, number) -> request(row))
                .optional();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new RequestId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                EnterpriseNumber.of(row.getString("enterprise_number")),
                FormValues.fromJson(row.getString("answers")),
                row.getTimestamp("changed_at").toInstant());
    }

    private static PrincipalManagerRequest request(ResultSet row) throws SQLException {
        String category = row.getString("tie_category");
        String answer = row.getString("register_answer");
        UUID former = row.getObject("former_manager", UUID.class);
        return new PrincipalManagerRequest(
                new RequestId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new PersonId(row.getObject("requested_by", UUID.class)),
                row.getTimestamp("filed_at").toInstant(),
                row.getBoolean("special")
                        ? new Claim(Ground.valueOf(row.getString("ground")), row.getString("explanation"))
                        : null,
                new PersonId(row.getObject("manager_id", UUID.class)),
                row.getString("named"),
                new Contact(row.getString("email"), row.getString("phone")),
                category == null
                        ? null
                        : new Tie(
                                RelationshipCategory.valueOf(category), row.getObject("tie_last_day", LocalDate.class)),
                row.getObject("seen_manager", UUID.class),
                RequestStatus.valueOf(row.getString("status")),
                answer == null ? null : Recognition.valueOf(answer),
                row.getObject("register_day", LocalDate.class),
                instant(row, "asked_at"),
                row.getInt("attempts"),
                verdict(row),
                former == null ? null : new PersonId(former),
                instant(row, "settled_at"),
                instant(row, "answers_removed_at"));
    }

    private static PrincipalManagerRequest.@Nullable Verdict verdict(ResultSet row) throws SQLException {
        UUID by = row.getObject("decided_by", UUID.class);
        UUID principal = row.getObject("in_place_of", UUID.class);
        return by == null
                ? null
                : new PrincipalManagerRequest.Verdict(
                        new PersonId(by),
                        principal == null ? null : new PersonId(principal),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getBoolean("accepted"),
                        row.getString("reason"));
    }

    private static @Nullable String name(@Nullable Recognition recognition) {
        return recognition == null ? null : recognition.name();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
