package be.designations.testing;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A rule that rows must keep which no operation has written: those of the demonstration and of the model of a country. What the database
 * keeps by itself, whoever writes, is not among them: one manager of each kind, one post a person, one mandate a CPAS, that the local
 * manager is the officer, that no roles are held together which exclude each other at one time.
 */
public enum StoredRule {
    /** D21 */
    A_RIGHT_ENDS_WITHIN_THE_LONGEST_PERIOD_OF_ITS_ROLE("""
            select a.id from role_assignment a join role r on r.code = a.role_code
             where r.longest_months is not null
               and (a.valid_until is null
                    or (a.valid_until at time zone 'Europe/Brussels')::date - 1
                       > ((a.valid_from at time zone 'Europe/Brussels')::date + make_interval(months => r.longest_months))::date)""", """
            update role_assignment set valid_until = null
             where role_code in (select code from role where longest_months is not null)"""),

    /** A8 */
    A_ROLE_IS_ONE_OF_ITS_QUALITY("""
            select a.id from role_assignment a join quality q on q.id = a.quality_id join role r on r.code = a.role_code
              join application i on i.code = r.application_code where i.quality_kind <> q.kind""", """
            update application set quality_kind = 'YOUTH_CARE'"""),

    /** A8, D50 */
    A_ROLE_IS_FOR_AN_ENTITY_OF_THAT_KIND("""
            select a.id from role_assignment a join quality q on q.id = a.quality_id join organisation o on o.id = q.organisation_id
              join role r on r.code = a.role_code
             where r.only_for <> o.kind
                or r.target_groups <> '{}'
                   and not (case o.kind when 'CPAS' then 'LOCAL_AUTHORITIES' when 'ENTERPRISE' then 'ECONOMIC_ACTORS' else '' end
                            = any (r.target_groups))""", """
            update role set target_groups = '{EDUCATION}' where code = 'SOCIAL_WORKER'"""),

    /** D21 */
    THE_PLACES_OF_A_RIGHT_ARE_THOSE_OF_THE_ENTITY("""
            select a.id from role_assignment a join quality q on q.id = a.quality_id join role r on r.code = a.role_code
             where a.establishment_units <> '{}'
               and not (r.takes_context
                        and a.establishment_units <@ array(select u.number from establishment_unit u
                                                            where u.organisation_id = q.organisation_id))""", """
            update role_assignment set establishment_units = array(select number from establishment_unit limit 1)"""),

    /** A2: the local managers have every application, the managers of the entity none. */
    WHO_HAS_A_RIGHT_IS_A_USER_THERE_FOR_AS_LONG("""
            select a.id from role_assignment a
             where not exists (select from responsibility u
                                where u.kind = 'USER' and u.quality_id = a.quality_id and u.person_id = a.person_id
                                  and tstzrange(u.valid_from, u.valid_until) @> tstzrange(a.valid_from, a.valid_until))""", """
            update responsibility set valid_until = valid_from + interval '1 day' where kind = 'USER'"""),

    /** D38 */
    A_RIGHT_AND_BEING_A_USER_REST_ON_TIES("""
            with tie as (
                select organisation_id, person_id, range_agg(tstzrange(valid_from, valid_until)) as tied
                  from (select organisation_id, person_id, valid_from, valid_until from working_relationship
                        union all select organisation_id, person_id, valid_from, valid_until from legal_function) one
                 group by organisation_id, person_id
            )
            select held.id
              from (select a.id, q.organisation_id, a.person_id, tstzrange(a.valid_from, a.valid_until) as period
                      from role_assignment a join quality q on q.id = a.quality_id
                    union all
                    select id, organisation_id, person_id, tstzrange(valid_from, valid_until) from responsibility where kind = 'USER'
                  ) held
              left join tie on tie.organisation_id = held.organisation_id and tie.person_id = held.person_id
             where not coalesce(tie.tied @> held.period, false)""", """
            update working_relationship set valid_until = valid_from + interval '1 day'"""),

    /** A2, B3, D9 */
    WHO_MANAGES_IS_TIED_AND_OF_THE_STAFF_WHERE_IT_IS_THE_ENTITY("""
            select r.id from responsibility r
             where not exists (select from working_relationship w
                                where w.organisation_id = r.organisation_id and w.person_id = r.person_id
                                  and tstzrange(w.valid_from, w.valid_until) @> r.valid_from
                                  and (w.category in ('OFFICIAL', 'PERMANENT')
                                       or r.kind not in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER')))
               and not exists (select from legal_function f
                                where f.organisation_id = r.organisation_id and f.person_id = r.person_id
                                  and tstzrange(f.valid_from, f.valid_until) @> r.valid_from)""", """
            update working_relationship set category = 'EXTERNAL' where category = 'PERMANENT'"""),

    /** D50 */
    A_RELATIONSHIP_IS_OF_A_CATEGORY_THAT_THE_ENTITY_KNOWS("""
            select w.id from working_relationship w join organisation o on o.id = w.organisation_id
             where o.kind = 'ENTERPRISE' and w.category in ('OFFICIAL', 'EXTERNAL_DPD')""", """
            update working_relationship set category = 'OFFICIAL'
             where organisation_id in (select id from organisation where kind = 'ENTERPRISE')"""),

    /** D4, S002 §2 */
    NOBODY_IS_MANAGER_AND_CO_MANAGER_OF_A_SUBDIVISION("""
            select c.id from responsibility c
              join responsibility m on m.subdivision_id = c.subdivision_id and m.person_id = c.person_id
               and m.kind = 'SUBDIVISION_MANAGER'
               and tstzrange(m.valid_from, m.valid_until) && tstzrange(c.valid_from, c.valid_until)
             where c.kind = 'CO_SUBDIVISION_MANAGER'""", """
            insert into responsibility (id, kind, organisation_id, quality_id, subdivision_id, person_id, valid_from, basis_id)
            select gen_random_uuid(), 'CO_SUBDIVISION_MANAGER', organisation_id, quality_id, subdivision_id, person_id, valid_from, basis_id
              from responsibility where kind = 'SUBDIVISION_MANAGER'"""),

    /** S002 */
    SOCIAL_ACTION_IS_A_QUALITY_OF_CPAS("""
            select q.id from quality q join organisation o on o.id = q.organisation_id
             where q.kind = 'SOCIAL_ACTION' and o.kind <> 'CPAS'""", """
            update organisation set kind = 'ENTERPRISE' where kind = 'CPAS'"""),

    /** S001, B5 */
    A_QUALITY_HAS_A_NUMBER_OF_ITS_TYPE("""
            select q.id from quality q join organisation o on o.id = q.organisation_id
             where case q.kind
                   when 'NSSO_EMPLOYER' then right(q.identifier, 2)::bigint
                       <> coalesce(nullif(96 - (left(q.identifier, -2)::bigint * 100) % 97, 0), 97)
                   when 'PPL_EMPLOYER' then length(q.identifier) <> 8
                       or right(q.identifier, 2)::bigint <> coalesce(nullif(left(q.identifier, -2)::bigint % 97, 0), 97)
                   else q.identifier <> o.enterprise_number end""", """
            update quality set identifier = '12345600' where id = (select id from quality where kind = 'PPL_EMPLOYER' limit 1)"""),

    /** D12 */
    AN_OFFICER_HAS_FOUR_HOURS_A_WEEK("""
            select id from dpd_mandate where hours_per_week < 4""", """
            update dpd_mandate set hours_per_week = 3.5"""),

    /** D12 */
    AN_OFFICER_IS_NOT_THE_HEAD_OF_DAILY_MANAGEMENT("""
            select m.id from dpd_mandate m
              join legal_function f on f.organisation_id = m.organisation_id and f.person_id = m.person_id
               and f.kind = 'HEAD_OF_DAILY_MANAGEMENT'
               and tstzrange(f.valid_from, f.valid_until) && tstzrange(m.valid_from, m.valid_until)""", """
            update legal_function f set person_id = m.person_id from dpd_mandate m where m.organisation_id = f.organisation_id"""),

    /** D61 */
    A_PROFILE_HAS_A_FUNCTION("""
            select p.id from prima_web_profile p
             where p.quality_id is not null
               and not exists (select from prima_web_profile_function f where f.profile_id = p.id)""", """
            delete from prima_web_profile_function"""),

    /** D62: before, it gives nothing. */
    A_PROFILE_IS_GIVEN_TO_WHOM_THE_RIGHT_LETS_IN("""
            select g.id from prima_web_assignment g
             where not exists (select from role_assignment a
                                where a.quality_id = g.quality_id and a.person_id = g.person_id and a.role_code = 'SOCIAL_WORKER'
                                  and tstzrange(a.valid_from, a.valid_until) @> g.given_at)""", """
            update prima_web_assignment set given_at = given_at - interval '1 day'"""),

    /** A6 */
    AN_ADDRESS_CAN_BE_WRITTEN_TO("""
            select id from (select id, email from person union all select id, email from organisation
                            union all select id, email from quality union all select id, email from working_relationship) written_to
             where email !~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:].]{2,}$' or length(email) > 254""", """
            update quality set email = 'personne@nulle-part'"""),

    /** D15 */
    LETTERS_ARE_IN_A_LANGUAGE_OF_THE_REGION("""
            select o.id from organisation o join municipality m on m.nis_code = o.nis_code
             where not (o.letter_language = any (m.languages))""", """
            update organisation set letter_language = 'de'"""),

    /** D34 */
    NOTHING_BEGINS_BEFORE_IT_IS_DECIDED("""
            select held.id from (select id, basis_id, valid_from from responsibility
                                 union all select id, basis_id, valid_from from role_assignment
                                 union all select id, basis_id, valid_from from dpd_mandate) held
              join basis b on b.id = held.basis_id where b.decided_at > held.valid_from""", """
            update basis set decided_at = now()"""),

    /** D100, D101: who assists for some hours, who stands in for four at least. */
    WHO_ASSISTS_HAS_HOURS_FOR_IT(
            """
            select id from assisting_officer where hours_per_week < case kind when 'INTERIM' then 4 else 0.1 end""", Assistance.named(1, "m.person_id", "'INTERIM', 3.5, now(), now() + interval '1 month'")),

    /** D100 */
    WHO_STANDS_IN_DOES_SO_FOR_A_YEAR_AT_MOST(
            """
            select id from assisting_officer
             where kind = 'INTERIM'
               and (valid_until at time zone 'Europe/Brussels')::date - 1
                   >= (valid_from at time zone 'Europe/Brussels')::date + interval '1 year'""", Assistance.named(1, "m.person_id", "'INTERIM', 4, now(), now() + interval '14 months'")),

    /** D100: what is over is not named, nor what begins in more than a year. */
    WHO_ASSISTS_IS_NAMED_IN_TIME("""
            select a.id from assisting_officer a join basis b on b.id = a.basis_id
             where a.valid_from < date '1993-11-01' or a.valid_from > b.decided_at + interval '1 year'
                or a.valid_until <= b.decided_at and a.ended_basis_id is null and a.end_reason is distinct from 'REPLACEMENT'""", Assistance.named(1, "m.person_id", "'ADJUNCT', 2, date '1993-10-31', null")),

    /** D100 */
    WHO_ASSISTS_IS_NEITHER_OFFICER_NOR_HEAD_WHEN_NAMED(
            """
            select a.id from assisting_officer a join basis b on b.id = a.basis_id
             where exists (select from dpd_mandate m join basis given on given.id = m.basis_id
                            where m.organisation_id = a.organisation_id and m.person_id = a.person_id and m.revoked_at is null
                              and given.decided_at <= b.decided_at
                              and tstzrange(m.valid_from, m.valid_until) @> greatest(a.valid_from, b.decided_at))
                or exists (select from legal_function f
                            where f.organisation_id = a.organisation_id and f.person_id = a.person_id
                              and f.kind = 'HEAD_OF_DAILY_MANAGEMENT'
                              and tstzrange(f.valid_from, f.valid_until) @> b.decided_at)""", Assistance.named(1, "m.person_id", "'ADJUNCT', 2, now(), null")),

    /** D101 */
    NOBODY_IS_ADJUNCT_TWICE_AT_ONCE("""
            select a.id from assisting_officer a
              join assisting_officer other on other.organisation_id = a.organisation_id and other.person_id = a.person_id
               and other.kind = 'ADJUNCT' and other.id <> a.id and other.revoked_at is null
               and tstzrange(other.valid_from, other.valid_until) && tstzrange(a.valid_from, a.valid_until)
             where a.kind = 'ADJUNCT' and a.revoked_at is null""", Assistance.named(2, "m.person_id", "'ADJUNCT', 2, now(), null")),

    /** D108: a mandate that begins meanwhile, unless its officer only goes on. */
    WHO_STANDS_IN_DOES_SO_UNTIL_A_MANDATE_BEGINS(
            """
            select a.id from assisting_officer a
              join dpd_mandate m on m.organisation_id = a.organisation_id and m.revoked_at is null and m.valid_from <= now()
               and m.valid_from > a.valid_from and m.valid_from < a.valid_until
             where a.kind = 'INTERIM' and a.revoked_at is null
               and not exists (select from dpd_mandate before
                                where before.organisation_id = m.organisation_id and before.person_id = m.person_id
                                  and before.valid_until = m.valid_from)""",
            Assistance.named(
                    1,
                    "m.person_id",
                    "'INTERIM', 4, m.valid_from - interval '1 day', m.valid_from + interval '1 day'")),

    /** D100: and is over when the dossier says so. */
    WHO_ASSISTS_HAS_A_DOSSIER_THAT_SAYS_THE_SAME(
            """
            select a.id from assisting_officer a join case_file c on c.id = a.id
             where c.kind <> 'OFFICER_ASSISTANCE' or c.organisation_id <> a.organisation_id
                or c.about_person is distinct from a.person_id
                or (c.status = 'assistance.named') <> (a.settled_at is null)""",
            Assistance.named(
                    1, "(select id from person where id <> m.person_id limit 1)", "'ADJUNCT', 2, now(), null"));

    /** Assistances, of which the data that are loaded have none: operations alone name people. */
    private static final class Assistance {

        /**
         * In so many dossiers of the CPAS of a mandate {@code m} that person is named.
         *
         * @param what kind, hours, first instant and end
         */
        static String named(int dossiers, String person, String what) {
            return """
                    with mandate as (
                        select * from dpd_mandate where revoked_at is null and valid_from <= now() order by id limit 1
                    ), dossier as (
                        insert into case_file (id, dossier_number, kind, organisation_id, opened_by, about_person,
                                               opened_at, status, status_since)
                        select gen_random_uuid(), 'AID-2000-0000' || n, 'OFFICER_ASSISTANCE', organisation_id, person_id, person_id,
                               now(), 'assistance.named', now()
                          from mandate, generate_series(1, %1$d) n
                        returning id
                    )
                    insert into assisting_officer (id, organisation_id, person_id, kind, hours_per_week, valid_from, valid_until,
                                                   basis_id)
                    select d.id, m.organisation_id, %2$s, %3$s, m.basis_id from dossier d, mandate m""".formatted(dossiers, person, what);
        }
    }

    private final String broken;
    private final String breaking;

    StoredRule(String broken, String breaking) {
        this.broken = broken;
        this.breaking = breaking;
    }

    /** The rows that break it. */
    public List<String> brokenRows(JdbcOperations jdbc) {
        return jdbc.queryForList("select id::text from (" + broken + ") broken", String.class);
    }

    /** Has rows of the demonstration break it: a rule that finds none then is none. */
    public void breakRows(JdbcOperations jdbc) {
        jdbc.update(breaking);
    }
}
