package be.designations.mandate.persistence;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import be.designations.dpd.RefusalGround;
import be.designations.mandate.Assistance;
import be.designations.mandate.AssistanceStore;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAssistances implements AssistanceStore {

    private static final int MOST_NEIGHBOURS = 3;

    /** As {@link Assistance} names them. */
    private static final String SELECT = """
            select a.id as case_id, a.organisation_id as organisation, a.person_id as person, a.kind, a.hours_per_week,
                   a.valid_from as "from", a.valid_until as "until", a.end_reason, a.revoked_at as given_up_at, a.basis_id as basis,
                   b.decided_by as named_by, b.decided_at as named_at, b.reason, a.ended_basis_id as ended_basis,
                   e.decided_by as settled_by, e.reason as end_words, a.settled_at
              from assisting_officer a
              join basis b on b.id = a.basis_id
              left join basis e on e.id = a.ended_basis_id
             where\s""";

    private final JdbcClient jdbc;

    JdbcAssistances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(OrganisationId cpas) {
        jdbc.sql("select id from organisation where id = :cpas for no key update")
                .param("cpas", cpas.value())
                .query()
                .singleRow();
    }

    @Override
    public void add(Assistance assistance) {
        jdbc.sql("""
                        insert into assisting_officer (id, organisation_id, person_id, kind, hours_per_week, valid_from,
                                                       valid_until, basis_id)
                        values (:case, :cpas, :person, :kind, :hours, :from, :until, :basis)""")
                .param("case", assistance.caseId().value())
                .param("cpas", assistance.organisation().value())
                .param("person", assistance.person().value())
                .param("kind", assistance.kind().name())
                .param("hours", assistance.hoursPerWeek())
                .param("from", Timestamp.from(assistance.from()))
                .param("until", timestamp(assistance.until()))
                .param("basis", assistance.basis().value())
                .update();
    }

    @Override
    public void update(Assistance assistance) {
        MandateEndReason why = assistance.endReason();
        BasisId basis = assistance.endedBasis();
        jdbc.sql("""
                        update assisting_officer
                           set valid_until = :until, end_reason = :why, revoked_at = :givenUpAt, ended_basis_id = :basis,
                               settled_at = :settledAt
                         where id = :case""")
                .param("until", timestamp(assistance.until()))
                .param("why", why == null ? null : why.name())
                .param("givenUpAt", timestamp(assistance.givenUpAt()))
                .param("basis", basis == null ? null : basis.value())
                .param("settledAt", timestamp(assistance.settledAt()))
                .param("case", assistance.caseId().value())
                .update();
    }

    @Override
    public Optional<Assistance> find(CaseId dossier) {
        return jdbc.sql(SELECT + "a.id = :case")
                .param("case", dossier.value())
                .query(Assistance.class)
                .optional();
    }

    @Override
    public Optional<Assistance> lock(CaseId dossier) {
        return jdbc.sql(SELECT + "a.id = :case for update of a")
                .param("case", dossier.value())
                .query(Assistance.class)
                .optional();
    }

    @Override
    public List<Assistance> within(OrganisationId cpas, Instant from, @Nullable Instant until) {
        return jdbc.sql(SELECT + """
                        a.organisation_id = :cpas and a.revoked_at is null
                           and tstzrange(a.valid_from, a.valid_until)
                               && tstzrange(cast(:from as timestamptz), cast(:until as timestamptz))
                         order by a.valid_from desc, a.id""")
                .param("cpas", cpas.value())
                .param("from", Timestamp.from(from))
                .param("until", timestamp(until))
                .query(Assistance.class)
                .list();
    }

    @Override
    public List<Over> over(Instant at) {
        return jdbc.sql("""
                        select a.id as dossier, least(a.valid_until, m.valid_from) as ended_at,
                               m.valid_from is not null and m.valid_from < a.valid_until as by_mandate
                          from assisting_officer a
                          join basis n on n.id = a.basis_id
                          left join lateral (select min(d.valid_from) as valid_from
                                               from dpd_mandate d
                                               join basis g on g.id = d.basis_id
                                              where a.kind = 'INTERIM' and d.organisation_id = a.organisation_id
                                                and d.revoked_at is null and d.valid_from <= cast(:at as timestamptz)
                                                and (d.valid_from > a.valid_from
                                                     or g.decided_at > n.decided_at
                                                        and coalesce(d.valid_until, 'infinity') > a.valid_from)
                                                and not exists (select from dpd_mandate e
                                                                 where e.organisation_id = d.organisation_id
                                                                   and e.person_id = d.person_id and e.revoked_at is null
                                                                   and e.valid_until = d.valid_from)) m on true
                         where a.settled_at is null
                           and (a.valid_until <= cast(:at as timestamptz) or m.valid_from is not null)
                         order by ended_at, a.id""").param("at", Timestamp.from(at)).query(Over.class).list();
    }

    @Override
    public List<CaseId> endingUntold(Instant after, Instant until) {
        return jdbc.sql("""
                        select a.id as value from assisting_officer a
                         where a.kind = 'INTERIM' and a.settled_at is null and a.end_reason is null
                           and a.told_before_end_at is null and a.valid_from <= cast(:after as timestamptz)
                           and a.valid_until > cast(:after as timestamptz) and a.valid_until <= cast(:until as timestamptz)
                         order by a.valid_until, a.id""")
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .query(CaseId.class)
                .list();
    }

    @Override
    public void noteTold(CaseId dossier, Instant at) {
        jdbc.sql("update assisting_officer set told_before_end_at = :at where id = :case")
                .param("at", Timestamp.from(at))
                .param("case", dossier.value())
                .update();
    }

    @Override
    public Optional<Denial> lastDenial(OrganisationId cpas, PersonId person, Set<RefusalGround> silent) {
        return jdbc.sql("""
                        select withdrawn, at from (
                        select d.approved, false as withdrawn, d.decided_at as at
                          from dpd_application a
                          join dpd_decision d on d.application_id = a.id
                         where a.candidate_id = :person and a.organisation_id = :cpas
                           and (d.approved or d.refusal_ground <> all(:silent))
                         union all
                        select false, true, b.decided_at from dpd_mandate m join basis b on b.id = m.ended_basis_id
                         where m.person_id = :person and m.organisation_id = :cpas and m.end_reason = 'WITHDRAWAL'
                         union all
                        select true, false, e.decided_at from dpd_mandate m join mandate_extension e on e.mandate_id = m.id
                         where m.person_id = :person and m.organisation_id = :cpas and e.outcome = 'ALLOWED'
                         order by at desc limit 1) last_word
                         where not approved""")
                .param("cpas", cpas.value())
                .param("person", person.value())
                .param("silent", silent.stream().map(RefusalGround::name).toArray(String[]::new))
                .query(Denial.class)
                .optional();
    }

    @Override
    public List<Neighbour> neighbours(OrganisationId cpas, Instant now, Instant recent) {
        return jdbc.sql("""
                        with own as (
                        select distinct d.person_id from dpd_mandate d
                         where d.organisation_id = :cpas and d.revoked_at is null
                           and (d.valid_until is null or d.valid_until > cast(:recent as timestamptz))
                        ), shared as (
                        select distinct d.organisation_id from own join dpd_mandate d on d.person_id = own.person_id
                         where d.organisation_id <> :cpas and d.revoked_at is null
                           and (d.valid_until is null or d.valid_until > cast(:recent as timestamptz))
                        )
                        select (array_agg(a.id order by b.decided_at desc))[1] as dossier, a.person_id as person,
                               p.first_name || ' ' || p.last_name as name, count(distinct a.organisation_id) as cpas,
                               (array_agg(a.valid_from order by b.decided_at desc))[1] as "from",
                               (array_agg(a.valid_until order by b.decided_at desc))[1] as "until"
                          from shared
                          join assisting_officer a on a.organisation_id = shared.organisation_id
                          join person p on p.id = a.person_id
                          join basis b on b.id = a.basis_id
                         where a.kind = 'INTERIM' and a.revoked_at is null and a.valid_until > cast(:now as timestamptz)
                         group by a.person_id, p.first_name, p.last_name
                         order by cpas desc, name, a.person_id
                         limit :most""")
                .param("cpas", cpas.value())
                .param("recent", Timestamp.from(recent))
                .param("now", Timestamp.from(now))
                .param("most", MOST_NEIGHBOURS)
                .query(Neighbour.class)
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
