package be.designations.requests.persistence;

import be.designations.access.QualityId;
import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.OrganisationName;
import be.designations.directory.PersonId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.requests.OwnRequest;
import be.designations.requests.RightRequest;
import be.designations.requests.RightRequestStatus;
import be.designations.requests.RightRequestStore;
import be.designations.requests.WantedRight;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRightRequests implements RightRequestStore {

    private final JdbcClient jdbc;

    JdbcRightRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(RightRequest request) {
        jdbc.sql("""
                        insert into right_request (case_id, person_id, quality_id, role_code, establishment_units, last_day,
                                                   reason, asked_at)
                        values (:case, :person, :quality, :role, :units, :lastDay, :reason, :at)""")
                .param("case", request.caseId().value())
                .param("person", request.person().value())
                .param("quality", request.quality().value())
                .param("role", request.role())
                .param(
                        "units",
                        request.wanted().units().stream()
                                .map(EstablishmentUnitNumber::value)
                                .sorted()
                                .toArray(String[]::new))
                .param("lastDay", request.wanted().lastDay())
                .param("reason", request.wanted().reason())
                .param("at", Timestamp.from(request.askedAt()))
                .update();
    }

    @Override
    public void update(RightRequest request) {
        RightRequestStatus outcome = request.outcome();
        PersonId by = request.settledBy();
        Instant at = request.settledAt();
        jdbc.sql("""
                        update right_request
                           set outcome = :outcome, settled_by = :by, settled_at = :at, answer = :answer
                         where case_id = :case""")
                .param("outcome", outcome == null ? null : outcome.name())
                .param("by", by == null ? null : by.value())
                .param("at", at == null ? null : Timestamp.from(at))
                .param("answer", request.answer())
                .param("case", request.caseId().value())
                .update();
    }

    @Override
    public Optional<RightRequest> find(CaseId caseId) {
        return read(caseId, "");
    }

    @Override
    public Optional<RightRequest> lock(CaseId caseId) {
        return read(caseId, " for update");
    }

    private Optional<RightRequest> read(CaseId caseId, String lock) {
        return jdbc.sql("select * from right_request where case_id = :case" + lock)
                .param("case", caseId.value())
                .query((row, number) -> request(row))
                .optional();
    }

    @Override
    public Optional<DossierNumber> findOpen(PersonId person, QualityId quality, String role) {
        return jdbc.sql("""
                        select c.dossier_number from right_request r join case_file c on c.id = r.case_id
                         where r.person_id = :person and r.quality_id = :quality and r.role_code = :role
                           and r.outcome is null""")
                .param("person", person.value())
                .param("quality", quality.value())
                .param("role", role)
                .query(String.class)
                .optional()
                .map(DossierNumber::new);
    }

    @Override
    public boolean has(PersonId person, QualityId quality, String role, Instant at) {
        return jdbc.sql("""
                        select exists (select from role_assignment
                                        where person_id = :person and role_code = :role and quality_id = :quality
                                          and (valid_until is null or (valid_until > :at and valid_until > valid_from)))""")
                .param("person", person.value())
                .param("role", role)
                .param("quality", quality.value())
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Instant> heldUntil(PersonId person, QualityId quality, String role, Instant at) {
        return jdbc.sql("""
                        select valid_until from role_assignment
                         where person_id = :person and role_code = :role and quality_id = :quality
                           and valid_until > :at and valid_until > valid_from
                         order by valid_until desc limit 1""")
                .param("person", person.value())
                .param("role", role)
                .param("quality", quality.value())
                .param("at", Timestamp.from(at))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public List<OwnRequest> of(PersonId person, int most) {
        return jdbc.sql("""
                        select c.dossier_number, c.status, r.role_code, r.asked_at, o.name_fr, o.name_nl, o.name_de,
                               o.letter_language
                          from (select * from right_request where person_id = :person
                                 order by asked_at desc, case_id desc limit :most) r
                          join case_file c on c.id = r.case_id
                          join organisation o on o.id = c.organisation_id
                         order by r.asked_at desc, r.case_id desc""")
                .param("person", person.value())
                .param("most", most)
                .query((row, number) -> new OwnRequest(
                        new DossierNumber(row.getString("dossier_number")),
                        row.getString("role_code"),
                        new OrganisationName(
                                row.getString("name_fr"),
                                row.getString("name_nl"),
                                row.getString("name_de"),
                                Language.of(row.getString("letter_language"))),
                        row.getString("status"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    private static RightRequest request(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        UUID by = row.getObject("settled_by", UUID.class);
        Timestamp at = row.getTimestamp("settled_at");
        return new RightRequest(
                new CaseId(row.getObject("case_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new QualityId(row.getObject("quality_id", UUID.class)),
                row.getString("role_code"),
                new WantedRight(units(row.getArray("establishment_units")), lastDay(row), row.getString("reason")),
                row.getTimestamp("asked_at").toInstant(),
                outcome == null ? null : RightRequestStatus.valueOf(outcome),
                by == null ? null : new PersonId(by),
                at == null ? null : at.toInstant(),
                row.getString("answer"));
    }

    private static @Nullable LocalDate lastDay(ResultSet row) throws SQLException {
        return row.getObject("last_day", LocalDate.class);
    }

    private static Set<EstablishmentUnitNumber> units(Array numbers) throws SQLException {
        return Stream.of((String[]) numbers.getArray())
                .map(EstablishmentUnitNumber::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
