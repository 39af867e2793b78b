package be.designations.mandate.persistence;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import be.designations.mandate.MandateEnd;
import be.designations.mandate.MandateEndStatus;
import be.designations.mandate.MandateState;
import be.designations.mandate.MandateStore;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMandates implements MandateStore {

    /** As {@link MandateState} names them. */
    private static final String MANDATE = """
            select m.id, m.organisation_id as organisation, m.person_id as person, c.dossier_number as dossier,
                   m.hours_per_week, m.valid_from as from, m.valid_until as until, m.end_reason,
                   m.revoked_at as struck_out_at, m.basis_id as basis, m.ended_basis_id as ended_basis
              from dpd_mandate m
              left join dpd_application a on a.id = m.application_id
              left join case_file c on c.id = a.case_id
             where\s""";

    /** As {@link MandateEnd} names them. */
    private static final String END = """
            select case_id, mandate_id as mandate, cause, ends_at, former_end, former_end_reason, former_basis_id as former_basis,
                   basis_id as basis, outcome, settled_by, settled_at
              from mandate_end where\s""";

    private final JdbcClient jdbc;

    JdbcMandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<MandateState> find(UUID mandate) {
        return jdbc.sql(MANDATE + "m.id = :id")
                .param("id", mandate)
                .query(MandateState.class)
                .optional();
    }

    @Override
    public Optional<Instant> localManagerSince(MandateState mandate) {
        return jdbc.sql("""
                        select max(r.valid_from) as since
                          from quality q join responsibility r on r.quality_id = q.id and r.kind = 'LOCAL_MANAGER'
                         where q.organisation_id = :cpas and q.kind = 'SOCIAL_ACTION' and r.person_id = :person
                           and r.valid_from >= cast(:from as timestamptz)""")
                .param("cpas", mandate.organisation().value())
                .param("person", mandate.person().value())
                .param("from", Timestamp.from(mandate.from()))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("since")))
                .single()
                .map(Timestamp::toInstant);
    }

    @Override
    public List<MandateState> endingByDate(Instant after, Instant until) {
        return jdbc.sql(MANDATE + """
                        m.valid_until > cast(:after as timestamptz) and m.valid_until <= cast(:until as timestamptz)
                           and m.end_reason is null and m.revoked_at is null
                         order by m.valid_until, m.id""")
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .query(MandateState.class)
                .list();
    }

    @Override
    public boolean noteTold(UUID mandate, Instant endsAt, int days, Instant at) {
        return jdbc.sql("""
                        insert into mandate_notice (mandate_id, ends_at, days, told_at) values (:mandate, :endsAt, :days, :at)
                        on conflict do nothing""")
                        .param("mandate", mandate)
                        .param("endsAt", Timestamp.from(endsAt))
                        .param("days", days)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** What fell due together was told in one mail. */
    @Override
    public List<Notice> noticesOf(UUID mandate) {
        return jdbc.sql("""
                        select distinct told_at, ends_at from mandate_notice where mandate_id = :mandate
                         order by told_at""").param("mandate", mandate).query(Notice.class).list();
    }

    @Override
    public List<String> dossiersOf(UUID mandate) {
        return jdbc.sql("""
                        select c.dossier_number from case_file c
                         where c.id in (select e.case_id from mandate_end e where e.mandate_id = :mandate
                                        union all select x.case_id from mandate_extension x where x.mandate_id = :mandate)
                         order by c.opened_at, c.id""").param("mandate", mandate).query(String.class).list();
    }

    @Override
    public void add(MandateEnd end) {
        jdbc.sql("""
                        insert into mandate_end (case_id, mandate_id, cause, ends_at, former_end, former_end_reason,
                                                 former_basis_id, basis_id)
                        values (:case, :mandate, :cause, :endsAt, :formerEnd, :formerReason, :formerBasis, :basis)""")
                .param("case", end.caseId().value())
                .param("mandate", end.mandate())
                .param("cause", end.cause().name())
                .param("endsAt", Timestamp.from(end.endsAt()))
                .param("formerEnd", timestamp(end.formerEnd()))
                .param("formerReason", name(end.formerEndReason()))
                .param("formerBasis", value(end.formerBasis()))
                .param("basis", value(end.basis()))
                .update();
    }

    @Override
    public void update(MandateEnd end) {
        MandateEndStatus outcome = end.outcome();
        PersonId by = end.settledBy();
        jdbc.sql("""
                        update mandate_end set outcome = :outcome, settled_by = :by, settled_at = :at
                         where case_id = :case""")
                .param("outcome", outcome == null ? null : outcome.name())
                .param("by", by == null ? null : by.value())
                .param("at", timestamp(end.settledAt()))
                .param("case", end.caseId().value())
                .update();
    }

    @Override
    public Optional<MandateEnd> findEnd(CaseId caseId) {
        return jdbc.sql(END + "case_id = :case")
                .param("case", caseId.value())
                .query(MandateEnd.class)
                .optional();
    }

    @Override
    public Optional<MandateEnd> lockEnd(CaseId caseId) {
        return jdbc.sql(END + "case_id = :case for update")
                .param("case", caseId.value())
                .query(MandateEnd.class)
                .optional();
    }

    @Override
    public Optional<MandateEnd> findOpenEnd(UUID mandate) {
        return jdbc.sql(END + "mandate_id = :mandate and outcome is null")
                .param("mandate", mandate)
                .query(MandateEnd.class)
                .optional();
    }

    @Override
    public List<MandateEnd> endsOf(UUID mandate) {
        return jdbc.sql(END + "mandate_id = :mandate order by coalesce(settled_at, 'infinity'), case_id")
                .param("mandate", mandate)
                .query(MandateEnd.class)
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable String name(@Nullable MandateEndReason reason) {
        return reason == null ? null : reason.name();
    }

    private static @Nullable UUID value(@Nullable BasisId basis) {
        return basis == null ? null : basis.value();
    }
}
