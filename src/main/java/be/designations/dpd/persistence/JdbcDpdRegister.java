package be.designations.dpd.persistence;

import be.designations.access.BasisId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.Mandate;
import be.designations.dpd.MandateEndReason;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDpdRegister implements DpdRegister {

    /** As {@link Mandate} names them. */
    private static final String COLUMNS = """
            id, organisation_id as organisation, person_id as person, application_id as application, hours_per_week,
            valid_from, valid_until, basis_id as basis""";

    private static final String SELECT = "select " + COLUMNS + " from dpd_mandate where ";
    private static final String OF_CPAS = SELECT + "organisation_id = :cpas and revoked_at is null and ";
    private static final String RUNS = "tstzrange(valid_from, valid_until) @> cast(:at as timestamptz)";

    private static final String EXPIRED =
            "valid_until <= cast(:until as timestamptz) and end_reason is null and revoked_at is null";

    /** Ends again as it would have before it was to be replaced. */
    private static final String AS_BEFORE = """
            update dpd_mandate
               set valid_until = former_until, end_reason = former_end_reason, ended_basis_id = former_ended_basis,
                   former_until = null, former_end_reason = null, former_ended_basis = null
            """;

    /** What was to replace it before is struck out by the same decision: it ends again as before any of that. */
    private static final String REPLACED = """
            valid_until = :at,
            former_until = case when end_reason = 'REPLACEMENT' then former_until else valid_until end,
            former_end_reason = case when end_reason = 'REPLACEMENT' then former_end_reason else end_reason end,
            former_ended_basis = case when end_reason = 'REPLACEMENT' then former_ended_basis else ended_basis_id end""";

    /** One that was to give way to the mandate that is struck out, where another is to begin later, but before it would have ended. */
    private static final String GIVES_WAY_LATER = """
            update dpd_mandate earlier
               set valid_until = next.valid_from, ended_basis_id = next.basis_id
              from (select valid_from, basis_id from dpd_mandate
                     where organisation_id = :cpas and valid_from > :from and revoked_at is null
                     order by valid_from limit 1) next
             where earlier.organisation_id = :cpas and earlier.valid_until = :from and earlier.end_reason = 'REPLACEMENT'
               and earlier.revoked_at is null
               and (earlier.former_until is null or earlier.former_until > next.valid_from)""";

    private final JdbcClient jdbc;

    JdbcDpdRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PersonId> dataProtectionOfficer(OrganisationId cpas, Instant at) {
        return runningMandate(cpas, at).map(Mandate::person);
    }

    @Override
    public void recordOpinion(
            ApplicationId application, OrganisationId cpas, PersonId candidate, boolean favourable, Instant at) {
        jdbc.sql("""
                        insert into dpd_register_entry (application_id, organisation_id, person_id, favourable, recorded_at)
                        values (:application, :cpas, :candidate, :favourable, :at)
                        on conflict (application_id) do nothing""")
                .param("application", application.value())
                .param("cpas", cpas.value())
                .param("candidate", candidate.value())
                .param("favourable", favourable)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whoever assists an officer or stands in for one is tied to the CPAS as the officer is (D100). */
    @Override
    public Set<OrganisationId> officerOf(PersonId person, Instant at) {
        return jdbc.sql("""
                        select organisation_id as value from dpd_mandate where person_id = :person and revoked_at is null and
                        """ + RUNS + """
                         union
                        select organisation_id from assisting_officer where person_id = :person and revoked_at is null and
                        """ + RUNS)
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(OrganisationId.class)
                .set();
    }

    @Override
    public Optional<Mandate> runningMandate(OrganisationId cpas, Instant at) {
        return jdbc.sql(OF_CPAS + RUNS)
                .param("cpas", cpas.value())
                .param("at", Timestamp.from(at))
                .query(Mandate.class)
                .optional();
    }

    @Override
    public List<Mandate> mandatesFrom(OrganisationId cpas, Instant at) {
        return jdbc.sql(OF_CPAS + "(valid_until is null or valid_until > :at) order by valid_from")
                .param("cpas", cpas.value())
                .param("at", Timestamp.from(at))
                .query(Mandate.class)
                .list();
    }

    @Override
    public List<Officer> officersFrom(OrganisationId cpas, Instant at) {
        return jdbc.sql("""
                        select p.first_name || ' ' || p.last_name as name, m.valid_from as "from", m.valid_until as "until"
                          from dpd_mandate m join person p on p.id = m.person_id
                         where m.organisation_id = :cpas and m.revoked_at is null
                           and (m.valid_until is null or m.valid_until > :at)
                         order by m.valid_from""")
                .param("cpas", cpas.value())
                .param("at", Timestamp.from(at))
                .query(Officer.class)
                .list();
    }

    @Override
    public Optional<Mandate> findMandate(ApplicationId application) {
        return jdbc.sql(SELECT + "application_id = :application")
                .param("application", application.value())
                .query(Mandate.class)
                .optional();
    }

    @Override
    public Optional<Mandate> findMandateOfCase(UUID dossier) {
        return jdbc.sql(
                        SELECT
                                + "application_id = (select id from dpd_application where case_id = :case) and revoked_at is null")
                .param("case", dossier)
                .query(Mandate.class)
                .optional();
    }

    @Override
    public BigDecimal hoursElsewhere(PersonId person, OrganisationId cpas, Instant at) {
        return jdbc.sql("""
                        select coalesce(sum(hours_per_week), 0) from (
                        select hours_per_week from dpd_mandate
                         where person_id = :person and organisation_id <> :cpas and revoked_at is null and
                        """ + RUNS + """
                         union all
                        select hours_per_week from assisting_officer
                         where person_id = :person and organisation_id <> :cpas and revoked_at is null and
                        """ + RUNS + ") as held")
                .param("person", person.value())
                .param("cpas", cpas.value())
                .param("at", Timestamp.from(at))
                .query(BigDecimal.class)
                .single();
    }

    @Override
    public void begin(Mandate mandate) {
        jdbc.sql("""
                        insert into dpd_mandate
                            (id, organisation_id, person_id, application_id, hours_per_week, valid_from, valid_until, basis_id)
                        values (:id, :organisation, :person, :application, :hours, :from, :until, :basis)""")
                .param("id", mandate.id())
                .param("organisation", mandate.organisation().value())
                .param("person", mandate.person().value())
                .param(
                        "application",
                        mandate.application() == null
                                ? null
                                : mandate.application().value())
                .param("hours", mandate.hoursPerWeek())
                .param("from", Timestamp.from(mandate.validFrom()))
                .param("until", mandate.validUntil() == null ? null : Timestamp.from(mandate.validUntil()))
                .param("basis", mandate.basis().value())
                .update();
    }

    @Override
    public void endByReplacement(Mandate mandate, Instant at, BasisId basis) {
        // Behind whoever has it in hand: one that was ended or struck out meanwhile stays as it is.
        replace(
                mandate,
                REPLACED,
                " and (valid_until is null or valid_until > :at)",
                MandateEndReason.REPLACEMENT,
                at,
                basis);
    }

    @Override
    public void revoke(Mandate mandate, Instant at, BasisId basis) {
        replace(mandate, "revoked_at = :at", "", MandateEndReason.REPLACEMENT, at, basis);
    }

    private void replace(
            Mandate mandate, String end, String where, MandateEndReason reason, Instant at, BasisId basis) {
        jdbc.sql("update dpd_mandate set " + end + ", end_reason = :reason, ended_basis_id = :basis"
                        + " where id = :id and revoked_at is null" + where)
                .param("at", Timestamp.from(at))
                .param("reason", reason.name())
                .param("basis", basis.value())
                .param("id", mandate.id())
                .update();
    }

    @Override
    public Optional<Mandate> find(UUID mandate) {
        return jdbc.sql(SELECT + "id = :id")
                .param("id", mandate)
                .query(Mandate.class)
                .optional();
    }

    @Override
    public Optional<Mandate> lock(UUID mandate) {
        return jdbc.sql(SELECT + "id = :id for no key update")
                .param("id", mandate)
                .query(Mandate.class)
                .optional();
    }

    @Override
    public void changeEnd(
            UUID mandate, @Nullable Instant until, @Nullable MandateEndReason reason, @Nullable BasisId basis) {
        jdbc.sql("""
                        update dpd_mandate set valid_until = :until, end_reason = :reason, ended_basis_id = :basis
                         where id = :id""")
                .param("until", until == null ? null : Timestamp.from(until))
                .param("reason", reason == null ? null : reason.name())
                .param("basis", basis == null ? null : basis.value())
                .param("id", mandate)
                .update();
    }

    @Override
    public void strikeOut(Mandate mandate, Instant at, BasisId basis) {
        replace(mandate, "revoked_at = :at", "", MandateEndReason.WITHDRAWAL, at, basis);
        jdbc.sql(GIVES_WAY_LATER)
                .param("cpas", mandate.organisation().value())
                .param("from", Timestamp.from(mandate.validFrom()))
                .update();
        jdbc.sql(AS_BEFORE + """
                        where organisation_id = :cpas and valid_until = :from and end_reason = 'REPLACEMENT'
                          and revoked_at is null""")
                .param("cpas", mandate.organisation().value())
                .param("from", Timestamp.from(mandate.validFrom()))
                .update();
    }

    @Override
    public Optional<Instant> endUnreplaced(UUID mandate) {
        return jdbc.sql("select former_until from dpd_mandate where id = :id and former_until is not null")
                .param("id", mandate)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Override
    public void undoReplacement(UUID mandate) {
        jdbc.sql(AS_BEFORE + "where id = :id").param("id", mandate).update();
    }

    @Override
    public List<UUID> expired(Instant until) {
        return jdbc.sql("select id from dpd_mandate where " + EXPIRED + " order by valid_until, id")
                .param("until", Timestamp.from(until))
                .query(UUID.class)
                .list();
    }

    @Override
    public Optional<Mandate> noteExpired(UUID mandate, Instant until) {
        return jdbc.sql("update dpd_mandate set end_reason = 'EXPIRY' where id = :id and " + EXPIRED + " returning "
                        + COLUMNS)
                .param("id", mandate)
                .param("until", Timestamp.from(until))
                .query(Mandate.class)
                .optional();
    }
}
